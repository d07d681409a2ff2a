/// What a name, ARN, URL or integration URI points at: a kind, a name, and the part below it.
package struct Locator: Hashable, Sendable {
  package let kind: ResourceKind
  /// The resource's physical name, or a pattern for it where the text is an IAM resource.
  package let name: Text
  /// What follows the name: an object key, qualifier, index or stream label, without its separator.
  package let rest: Text?
  /// The account field of an ARN, when it is written out.
  package let account: String?

  package init(kind: ResourceKind, name: Text, rest: Text? = nil, account: String? = nil) {
    self.kind = kind
    self.name = name
    self.rest = rest
    self.account = account
  }

  /// Reads a text as a pointer to a resource.
  ///
  /// - Parameters:
  ///   - text: an ARN, a queue URL, an API Gateway integration URI of a function, or a bare name.
  ///   - expected: the kind the place asks for; it decides what a bare name or an opaque symbol means.
  /// - Returns: nil for a bare name where no kind is expected.
  package static func parse(_ text: Text, expecting expected: ResourceKind? = nil) -> Locator? {
    let raw = text.raw
    if raw.hasPrefix("arn:") { return parseARN(text) }
    if let queue = parseQueueURL(text) { return queue }
    guard let expected else { return nil }
    if expected == .function, let qualified = qualifiedFunction(raw) { return qualified }
    return Locator(kind: expected, name: text)
  }

  /// A function's name with an alias or version behind a colon.
  private static func qualifiedFunction(_ raw: String) -> Locator? {
    guard let colon = raw.utf8.lastIndex(of: UInt8(ascii: ":")), !raw.hasSuffix("}"), !raw.holds(UInt8(ascii: "/"))
    else { return nil }
    return Locator(
      kind: .function, name: Text(String(raw[..<colon])), rest: Text(String(raw[raw.utf8.index(after: colon)...])))
  }

  private static func parseQueueURL(_ text: Text) -> Locator? {
    guard text.raw.hasPrefix("http"), text.raw.hasPrefix("https://") || text.raw.hasPrefix("http://"),
      text.raw.range(of: "sqs") != nil || text.raw.range(of: "queue") != nil
    else { return nil }
    let parts = text.split(on: "/")
    guard parts.count >= 5, let name = parts.last else { return nil }
    return Locator(kind: .queue, name: name, account: parts[parts.count - 2].known)
  }

  /// Reads an ARN; fields may hold symbols and wildcards.
  private static func parseARN(_ text: Text) -> Locator? {
    let fields = text.split(on: ":", maxSplits: 5)
    guard fields.count == 6 else { return nil }
    let rest = fields[5]
    let account = fields[4].known.flatMap { $0.isEmpty || $0 == "*" ? nil : $0 }
    if fields[2].raw == "apigateway" { return integrationTarget(account: fields[4], path: rest) }
    guard let (kind, name, below) = resourcePart(service: fields[2].raw, rest) else { return nil }
    return Locator(kind: kind, name: name, rest: below, account: account)
  }

  /// The function behind `arn:aws:apigateway:REGION:lambda:path/…/functions/ARN/invocations`.
  private static func integrationTarget(account: Text, path: Text) -> Locator? {
    guard account.raw == "lambda", let marker = path.raw.range(of: "/functions/") else { return nil }
    var target = String(path.raw[marker.upperBound...])
    for ending in ["/response-streaming-invocations", "/invocations"] where target.hasSuffix(ending) {
      target.removeLast(ending.count)
      break
    }
    return parse(Text(target), expecting: .function)
  }

  private static func resourcePart(service: String, _ rest: Text) -> (ResourceKind, Text, Text?)? {
    func splitting(_ text: Text, on separator: Character) -> (Text, Text?) {
      let parts = text.split(on: separator, maxSplits: 1)
      return (parts[0], parts.count > 1 ? parts[1] : nil)
    }
    func after(_ prefix: String, as kind: ResourceKind, separator: Character) -> (ResourceKind, Text, Text?)? {
      guard rest.raw.hasPrefix(prefix) else { return rest.raw.hasPrefix("*") ? (kind, "*", nil) : nil }
      let (name, below) = splitting(Text(String(rest.raw.dropFirst(prefix.count))), on: separator)
      return (kind, name, below)
    }
    switch service {
    case "s3":
      let (name, key) = splitting(rest, on: "/")
      return (.bucket, name, key)
    case "sqs": return (.queue, rest, nil)
    case "sns":
      let (name, below) = splitting(rest, on: ":")
      return (.topic, name, below)
    case "dynamodb": return after("table/", as: .table, separator: "/")
    case "kinesis": return after("stream/", as: .stream, separator: "/")
    case "firehose": return after("deliverystream/", as: .firehose, separator: "/")
    case "lambda": return after("function:", as: .function, separator: ":")
    case "states": return after("stateMachine:", as: .stateMachine, separator: ":")
    case "events":
      if rest.raw.hasPrefix("rule/") {
        let path = rest.split(on: "/")
        return (.rule, path[path.count - 1], nil)
      }
      return after("event-bus/", as: .bus, separator: "/")
    case "pipes": return after("pipe/", as: .pipe, separator: "/")
    case "scheduler":
      let path = rest.split(on: "/")
      return (.schedule, path[path.count - 1], nil)
    case "logs": return after("log-group:", as: .logGroup, separator: ":")
    case "execute-api":
      let (name, below) = splitting(rest, on: "/")
      return (.api, name, below)
    case "kafka": return after("cluster/", as: .kafkaCluster, separator: "/")
    case "mq": return after("broker:", as: .broker, separator: ":")
    case "rds": return after("cluster:", as: .documentCluster, separator: ":")
    case "cognito-idp": return after("userpool/", as: .userPool, separator: "/")
    case "appsync": return after("apis/", as: .graphQLAPI, separator: "/")
    case "iot": return after("topic/", as: .iotTopic, separator: "\u{0}")
    default: return nil
    }
  }
}
