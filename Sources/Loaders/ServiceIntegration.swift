package import Infrastructure

/// What an API calls besides functions: one AWS service, directly.
///
/// Source: API Gateway Developer Guide, "Integration type AWS" and "AWS service integrations for HTTP APIs", 2026-11.
package struct ServiceIntegration: Sendable {
  package let kind: ResourceKind
  /// The name, ARN or URL of what it calls.
  package let target: Text
  /// What it puts there; nil where it runs the target.
  package let emission: Emission?

  /// The calls of a REST API: what the URI names, or else the parameters and templates of the request.
  ///
  /// - Parameters:
  ///   - uri: such as `arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem`.
  ///   - method: the HTTP method of the integration.
  ///   - request: the texts that make up the request: parameters and mapping templates.
  package init?(uri: Text, method: String, request: [Text]) {
    let fields = uri.split(on: ":", maxSplits: 5)
    guard fields.count == 6, fields[0].raw == "arn", fields[2].raw == "apigateway" else { return nil }
    let path = fields[5].split(on: "/")
    guard path.count > 1 else { return nil }
    let service = String(fields[4].raw.split(separator: ".").last ?? "")
    let isAction = path[0].raw == "action"
    switch service {
    case "s3":
      guard !isAction, let action = ["PUT": "s3:PutObject", "DELETE": "s3:DeleteObject"][method] else { return nil }
      self.init(.bucket, path[1], Emission(actions: [action]))
    case "sqs" where !isAction && path.count > 2: self.init(.queue, path[2], nil)
    default:
      guard let call = ServiceIntegration.call(service, isAction ? path[1].raw : nil) else { return nil }
      guard let target = ServiceIntegration.value(of: call.parameter, in: request) ?? call.fallback else { return nil }
      self.init(call.kind, target, ServiceIntegration.emission(call, request))
    }
  }

  /// The calls of an HTTP API.
  package init?(subtype: String, parameters: [String: Text]) {
    let parts = subtype.split(separator: "-", maxSplits: 1).map(String.init)
    let service = ["EventBridge": "events", "SQS": "sqs", "Kinesis": "kinesis", "StepFunctions": "states"]
    guard parts.count == 2, let name = service[parts[0]], let call = ServiceIntegration.call(name, parts[1]),
      let target = parameters[call.parameter] ?? parameters[call.parameter.capitalisedFirst] ?? call.fallback
    else { return nil }
    var emission = call.actions.isEmpty ? nil : Emission(actions: call.actions)
    if call.kind == .bus {
      emission?.sources = parameters["Source"]?.known.flatMap(ServiceIntegration.fixed).map { [$0] } ?? []
      emission?.detailTypes = parameters["DetailType"]?.known.flatMap(ServiceIntegration.fixed).map { [$0] } ?? []
    }
    self.init(call.kind, target, emission)
  }

  private init(_ kind: ResourceKind, _ target: Text, _ emission: Emission?) {
    self.kind = kind
    self.target = target
    self.emission = emission
  }

  private struct Call {
    let kind: ResourceKind
    /// What names the target in the request.
    let parameter: String
    /// IAM names of what it does; empty where it runs the target.
    let actions: [String]
    var fallback: Text?
  }

  /// A call by service and action; a REST API may leave the action to the request.
  private static func call(_ service: String, _ action: String?) -> Call? {
    switch (service, action?.lowercased()) {
    case ("sqs", "sendmessage"), ("sqs", "sendmessagebatch"), ("sqs", nil):
      Call(kind: .queue, parameter: "QueueUrl", actions: ["sqs:SendMessage"])
    case ("sns", "publish"), ("sns", "publishbatch"), ("sns", nil):
      Call(kind: .topic, parameter: "TopicArn", actions: ["sns:Publish"])
    case ("events", "putevents"):
      Call(kind: .bus, parameter: "EventBusName", actions: ["events:PutEvents"], fallback: "default")
    case ("dynamodb", "putitem"): Call(kind: .table, parameter: "TableName", actions: ["dynamodb:PutItem"])
    case ("dynamodb", "updateitem"): Call(kind: .table, parameter: "TableName", actions: ["dynamodb:UpdateItem"])
    case ("dynamodb", "deleteitem"): Call(kind: .table, parameter: "TableName", actions: ["dynamodb:DeleteItem"])
    case ("kinesis", "putrecord"), ("kinesis", "putrecords"):
      Call(kind: .stream, parameter: "StreamName", actions: ["kinesis:PutRecord"])
    case ("firehose", "putrecord"), ("firehose", "putrecordbatch"):
      Call(kind: .firehose, parameter: "DeliveryStreamName", actions: ["firehose:PutRecord"])
    case ("states", "startexecution"), ("states", "startsyncexecution"):
      Call(kind: .stateMachine, parameter: "stateMachineArn", actions: [])
    default: nil
    }
  }

  private static func emission(_ call: Call, _ request: [Text]) -> Emission? {
    guard !call.actions.isEmpty else { return nil }
    var emission = Emission(actions: call.actions)
    if call.kind == .bus {
      emission.sources = value(of: "Source", in: request)?.known.flatMap(fixed).map { [$0] } ?? []
      emission.detailTypes = value(of: "DetailType", in: request)?.known.flatMap(fixed).map { [$0] } ?? []
    }
    return emission
  }

  /// A value that the request doesn't decide.
  private static func fixed(_ value: String) -> String? { value.hasPrefix("$") ? nil : value }
}

extension ServiceIntegration {
  /// The value behind a key in one of the texts: `"key": "value"`, `key=value` or the value of a parameter called so.
  private static func value(of key: String, in request: [Text]) -> Text? {
    request.lazy.compactMap { value(of: key, in: $0.raw) }.first
  }

  private static func value(of key: String, in text: String) -> Text? {
    var rest = text[...]
    while let found = String(rest).range(of: key) {
      let skipped = String(rest)[found.upperBound...]
      rest = Substring(String(skipped))
      if let value = assigned(rest) { return Text(value) }
    }
    return nil
  }

  /// What is assigned at the beginning of a text: behind a quote, a colon or equals sign, and an opening quote.
  private static func assigned(_ text: Substring) -> String? {
    var rest = text.drop { $0 == "\"" || $0 == "'" }.drop(while: isSpace)
    guard rest.first == ":" || rest.first == "=" else { return nil }
    rest = rest.dropFirst().drop(while: isSpace)
    for encoder in ["$util.urlEncode("] where rest.hasPrefix(encoder) { rest = rest.dropFirst(encoder.count) }
    let isQuoted = rest.first == "\"" || rest.first == "'"
    let quote = rest.first
    if isQuoted { rest = rest.dropFirst() }
    let value = rest.prefix { isQuoted ? $0 != quote : $0 != "&" && $0 != "," && !isSpace($0) }
    return value.isEmpty ? nil : String(value)
  }

  private static func isSpace(_ character: Character) -> Bool {
    character == " " || character == "\n" || character == "\t" || character == "\r"
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
