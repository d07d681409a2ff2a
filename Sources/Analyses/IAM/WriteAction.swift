import Infrastructure

/// An IAM action that can cause an event in a resource.
///
/// Source: AWS Service Authorization Reference and the event documentation of each service, 2025-11. Only actions that
/// exist in IAM are listed: `sqs:SendMessage` covers SendMessageBatch, `sns:Publish` covers PublishBatch.
struct WriteAction: Sendable {
  let name: String
  let kind: ResourceKind

  /// The name in lowercase: IAM does not tell cases apart.
  let folded: String

  private init(_ name: String, _ kind: ResourceKind) {
    self.name = name
    self.kind = kind
    folded = name.lowercased()
  }

  static let catalog: [WriteAction] =
    [
      "PutObject", "DeleteObject", "DeleteObjectVersion", "PutObjectTagging", "PutObjectVersionTagging",
      "DeleteObjectTagging", "DeleteObjectVersionTagging", "PutObjectAcl", "PutObjectVersionAcl", "RestoreObject",
      "PutObjectRetention", "ReplicateObject",
    ].map { WriteAction("s3:" + $0, .bucket) }
    + [
      "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "PartiQLInsert", "PartiQLUpdate", "PartiQLDelete",
    ].map { WriteAction("dynamodb:" + $0, .table) }
    + [
      WriteAction("sqs:SendMessage", .queue), WriteAction("sns:Publish", .topic), WriteAction("events:PutEvents", .bus),
      WriteAction("kinesis:PutRecord", .stream), WriteAction("kinesis:PutRecords", .stream),
      WriteAction("firehose:PutRecord", .firehose), WriteAction("firehose:PutRecordBatch", .firehose),
      WriteAction("lambda:InvokeFunction", .function), WriteAction("lambda:InvokeAsync", .function),
      WriteAction("states:StartExecution", .stateMachine), WriteAction("states:StartSyncExecution", .stateMachine),
      WriteAction("iot:Publish", .iotTopic), WriteAction("execute-api:Invoke", .api),
    ]

  /// The actions that a pattern such as `s3:Put*` or `*` means.
  static func matching(_ pattern: String) -> [WriteAction] {
    let folded = Array(pattern.lowercased().utf8)
    guard folded.contains(UInt8(ascii: "*")) || folded.contains(UInt8(ascii: "?")) else {
      let name = pattern.lowercased()
      return catalog.filter { $0.folded == name }
    }
    return catalog.filter { Glob.matches(pattern: folded, Array($0.folded.utf8)) }
  }
}

/// Patterns with `*` for any run of characters and `?` for any one, as IAM writes them.
enum Glob {
  /// Whether a text matches a pattern; linear in their product, without recursion.
  static func matches<Element: Equatable & ExpressibleByIntegerLiteral>(pattern: [Element], _ text: [Element]) -> Bool {
    var patternIndex = 0
    var textIndex = 0
    var star = -1
    var mark = 0
    while textIndex < text.count {
      if patternIndex < pattern.count, pattern[patternIndex] == 0x2A {
        star = patternIndex
        mark = textIndex
        patternIndex += 1
      } else if patternIndex < pattern.count, pattern[patternIndex] == 0x3F || pattern[patternIndex] == text[textIndex]
      {
        patternIndex += 1
        textIndex += 1
      } else if star >= 0 {
        mark += 1
        textIndex = mark
        patternIndex = star + 1
      } else {
        return false
      }
    }
    while patternIndex < pattern.count, pattern[patternIndex] == 0x2A { patternIndex += 1 }
    return patternIndex == pattern.count
  }
}
