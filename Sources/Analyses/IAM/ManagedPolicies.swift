import Infrastructure

/// What AWS managed policies allow, as far as it can cause events.
struct ManagedPolicies {
  struct Entry: Sendable {
    let kind: ResourceKind
    let actions: ActionSet
    let pattern: Text
  }

  private var known: [String: [Entry]] = [:]

  /// The writes that a policy allows; empty for one that allows none or isn't known.
  mutating func writes(of policy: String) -> [Entry] {
    if let entries = known[policy] { return entries }
    let entries = ManagedPolicies.line(of: policy).flatMap(ManagedPolicies.entries) ?? []
    known[policy] = entries
    return entries
  }

  /// The rest of the table's line that begins with a policy's name.
  private static func line(of policy: String) -> String? {
    let name = Array(policy.utf8)
    return ManagedPolicyTable.text.withUTF8Buffer { buffer in
      var start = 0
      while start < buffer.count {
        let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) ?? buffer.count
        let after = start + name.count
        if after < end, buffer[after] == UInt8(ascii: " "), buffer[start..<after].elementsEqual(name) {
          return String(decoding: buffer[(after + 1)..<end], as: UTF8.self)
        }
        start = end + 1
      }
      return nil
    }
  }

  /// Reads `codes@pattern codes@pattern …`.
  private static func entries(_ line: String) -> [Entry]? {
    line.split(separator: " ").flatMap { part -> [Entry] in
      let halves = part.split(separator: "@", maxSplits: 1)
      guard halves.count == 2 else { return [] }
      let actions = halves[0].split(separator: ",").reduce(into: ActionSet()) { set, code in
        for name in names(of: code) { set.formUnion(ActionSet { $0.name == name }) }
      }
      return WriteAction.kinds.compactMap { kind in
        let own = actions.intersection(.writing(to: kind))
        return own.isEmpty ? nil : Entry(kind: kind, actions: own, pattern: Text(String(halves[1])))
      }
    }
  }

  private static func names(of code: Substring) -> [String] {
    switch code {
    case "s3.put": ["s3:PutObject"]
    case "s3.del": ["s3:DeleteObject"]
    case "s3.tag": ["s3:PutObjectTagging"]
    case "s3.acl": ["s3:PutObjectAcl"]
    case "ddb.put": ["dynamodb:PutItem"]
    case "ddb.upd": ["dynamodb:UpdateItem"]
    case "ddb.del": ["dynamodb:DeleteItem"]
    case "ddb.batch": ["dynamodb:BatchWriteItem"]
    case "sqs.send": ["sqs:SendMessage"]
    case "sns.pub": ["sns:Publish"]
    case "events.put": ["events:PutEvents"]
    case "kinesis.put": ["kinesis:PutRecord"]
    case "firehose.put": ["firehose:PutRecord"]
    case "lambda.invoke": ["lambda:InvokeFunction"]
    case "sfn.start": ["states:StartExecution"]
    case "iot.pub": ["iot:Publish"]
    case "api.invoke": ["execute-api:Invoke"]
    default: []
    }
  }
}
