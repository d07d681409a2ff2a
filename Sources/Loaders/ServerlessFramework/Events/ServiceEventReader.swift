import Diagnostics
import Documents
import Infrastructure

/// Relates the sources of one function's or state machine's events to it.
struct ServiceEventReader {
  let reader: TemplateReader
  let service: Service
  /// The function or state machine.
  let id: ResourceID
  /// Its key in the configuration.
  let key: String
  /// Schedules are numbered by their rates, rules of CloudWatch by themselves.
  private var schedules = 0
  private var cloudWatchRules = 0
  var topicRules = 0
  /// The functions that already authorize calls on behalf of this one.
  var authorizers: Set<Text> = []

  init(reader: TemplateReader, service: Service, id: ResourceID, key: String) {
    self.reader = reader
    self.service = service
    self.id = id
    self.key = key
  }

  var template: Template { reader.template }
  var target: GraphBuilder.Endpoint { .resource(id) }

  /// - Parameter position: the event's place among all events of the function, from 1.
  mutating func read(_ event: ServiceEvent, position: Int, into context: inout LoadContext) {
    switch event.type {
    case "http": readREST(event, into: &context)
    case "httpApi": readHTTP(event, into: &context)
    case "websocket": readWebSocket(event, into: &context)
    case "s3": readBucket(event, into: &context)
    case "existingS3" where service.notifiesOfExistingBuckets: readBucket(event, into: &context)
    case "sns": readTopic(event, into: &context)
    case "sqs": readMapping(event, .queue, into: &context)
    case "stream": readStream(event, into: &context)
    case "kafka": readKafka(event, into: &context)
    case "msk": readMapping(event, .kafkaCluster, into: &context)
    case "activemq", "rabbitmq": readMapping(event, .broker, into: &context)
    case "schedule": readSchedule(event, into: &context)
    case "eventBridge": readRule(event, position: position, into: &context)
    case "cloudwatchEvent": readCloudWatchRule(event, into: &context)
    case "cloudwatchLog": readLogs(event, into: &context)
    case "iot": readTopicRule(event, into: &context)
    case "cognitoUserPool": readUserPool(event, into: &context)
    case "alb": readLoadBalancer(event, position: position, into: &context)
    case "cloudFront": readDistribution(event, into: &context)
    case "snsSqs": readBufferedTopic(event, into: &context)
    default: break
    }
  }

  // MARK: S3 and SNS

  private func readBucket(_ event: ServiceEvent, into context: inout LoadContext) {
    let value = event.value
    guard let bucket = value.text != nil ? value : value.given("bucket") else { return }
    var from = reader.endpoint(bucket, expecting: .bucket)
    if let name = bucket.text, value.given("existing")?.bool != true, let made = reader.ids[ServiceName.bucket(name)] {
      from = .resource(made)
    }
    guard let from else { return }
    let rules = value.given("rules")?.list.flatMap(\.entries).map { rule in
      Node.mapping([("Name", .string(rule.key, at: rule.keySpan)), ("Value", rule.value)], at: rule.value.span)
    }
    reader.notify(
      from: from, to: target,
      events: value.given("event") ?? value.given("events") ?? .string("s3:ObjectCreated:*", at: event.span),
      filter: rules.map { .sequence($0, at: value.given("rules")?.span ?? event.span) }, at: event.span,
      into: &context)
  }

  private func readTopic(_ event: ServiceEvent, into context: inout LoadContext) {
    let value = event.value
    guard let from = topic(value) else { return }
    reader.relateSubscription(
      ServiceEventReader.subscription(value, at: event.span), from: from, to: target, at: event.span, name: nil,
      into: &context)
  }

  /// The topic of an event: one that it makes, or one that it names.
  func topic(_ value: Node) -> GraphBuilder.Endpoint? {
    if let name = ServiceTemplate.topicName(value)?.text, let made = reader.ids[ServiceName.topic(name)] {
      return .resource(made)
    }
    let written = value.isMapping ? value.given("arn") ?? value.given("topicArn") ?? value.given("topicName") : value
    return reader.endpoint(written ?? value, expecting: .topic)
  }

  /// A subscription's settings as CloudFormation spells them.
  static func subscription(_ value: Node, at span: Span) -> Node {
    let redrive = value.given("redrivePolicy")
    var target = redrive?.given("deadLetterTargetArn")
    if let id = redrive?.given("deadLetterTargetRef") { target = .arn(of: id.text ?? "", at: id.span) }
    if let imported = redrive?.given("deadLetterTargetImport")?.given("arn") {
      target = .mapping([("Fn::ImportValue", imported)], at: imported.span)
    }
    return .mapping(
      [
        ("FilterPolicy", value.given("filterPolicy")), ("FilterPolicyScope", value.given("filterPolicyScope")),
        ("RedrivePolicy", target.map { .mapping([("deadLetterTargetArn", $0)], at: $0.span) }),
      ], at: span)
  }

  // MARK: Polled sources

  private func readMapping(_ event: ServiceEvent, _ kind: ResourceKind, into context: inout LoadContext) {
    let arn = event.value.isMapping ? event.value.given("arn") ?? event.value : event.value
    guard let from = reader.endpoint(arn, expecting: kind) else { return }
    relateMapping(event, from: from, into: &context)
  }

  private func readStream(_ event: ServiceEvent, into context: inout LoadContext) {
    let arn = event.value.isMapping ? event.value.given("arn") ?? event.value : event.value
    let type = event.value.given("type")?.text
    let isTable = type == "dynamodb" || template.text(arn)?.raw.range(of: ":dynamodb:") != nil
    readMapping(event, isTable ? .table : .stream, into: &context)
  }

  private func readKafka(_ event: ServiceEvent, into context: inout LoadContext) {
    let servers = template.texts(event.value.given("bootstrapServers")).map(\.value.raw).joined(separator: ",")
    let name: Text =
      servers.isEmpty ? .symbol(ServiceEventReader.mappingID(event, of: key), scope: reader.scope) : Text(servers)
    relateMapping(event, from: .reference(name, event.span, expecting: .kafkaCluster), into: &context)
  }

  func relateMapping(_ event: ServiceEvent, from: GraphBuilder.Endpoint, into context: inout LoadContext) {
    reader.relateMapping(
      ServiceEventReader.mapping(event.value, at: event.span), from: from, to: target, at: event.span,
      name: ServiceEventReader.mappingID(event, of: key), into: &context)
  }

  /// The logical id of the mapping that an event becomes, from the last part of its source's name.
  static func mappingID(_ event: ServiceEvent, of key: String) -> String {
    let type: String
    switch event.type {
    case "sqs": type = "SQS"
    case "stream": type = event.value.given("type")?.text == "dynamodb" ? "Dynamodb" : "Kinesis"
    case "msk": type = "MSK"
    case "activemq": type = "ActiveMQ"
    case "rabbitmq": type = "RabbitMQ"
    default: type = "Kafka"
    }
    return ServiceName.resource(key) + "EventSourceMapping" + type
      + ServiceName.alphanumeric(sourceName(event.value.given("arn") ?? event.value))
  }

  private static func sourceName(_ node: Node) -> String {
    if let text = node.text {
      return text.split(whereSeparator: { $0 == ":" || $0 == "/" }).last.map(String.init) ?? ""
    }
    guard let entry = node.onlyEntry else { return "" }
    switch entry.key {
    case "Fn::GetAtt":
      return (entry.value.text ?? entry.value.items.first?.text ?? "").split(separator: ".").first.map(String.init)
        ?? ""
    case "Fn::Join": return entry.value.items.last?.items.last.map(sourceName) ?? ""
    default: return entry.value.text ?? ""
    }
  }

  /// The settings of a mapping as CloudFormation spells them.
  private static func mapping(_ value: Node, at span: Span) -> Node {
    let failure = value.given("destinations")?.given("onFailure")
    let filters = value.given("filterPatterns")?.list.map { Node.mapping([("Pattern", $0)], at: $0.span) }
    let filterSpan = value.given("filterPatterns")?.span ?? span
    func nested(_ key: String, _ node: Node?) -> Node? { node.map { .mapping([(key, $0)], at: $0.span) } }
    return .mapping(
      [
        ("EventSourceArn", value.given("arn")), ("BatchSize", value.given("batchSize")),
        ("Enabled", value.given("enabled")),
        ("MaximumBatchingWindowInSeconds", value.given("maximumBatchingWindow") ?? value.given("batchWindow")),
        ("FunctionResponseTypes", value.given("functionResponseType").map { .sequence($0.list, at: $0.span) }),
        ("MaximumRetryAttempts", value.given("maximumRetryAttempts")),
        ("MaximumRecordAgeInSeconds", value.given("maximumRecordAgeInSeconds")),
        ("BisectBatchOnFunctionError", value.given("bisectBatchOnFunctionError")),
        ("ParallelizationFactor", value.given("parallelizationFactor")),
        ("StartingPosition", value.given("startingPosition")),
        ("ScalingConfig", nested("MaximumConcurrency", value.given("maximumConcurrency"))),
        (
          "DestinationConfig",
          nested("OnFailure", nested("Destination", failure.map { $0.given("arn") ?? $0 }))
        ),
        ("FilterCriteria", filters.map { nested("Filters", .sequence($0, at: filterSpan)) } ?? nil),
      ], at: span)
  }
}

extension ServiceEventReader {
  // MARK: Schedules and rules

  private mutating func readSchedule(_ event: ServiceEvent, into context: inout LoadContext) {
    let value = event.value
    let rates = value.isMapping ? value.given("rate")?.list ?? [] : value.list
    let isScheduler = value.given("method")?.text == "scheduler"
    for rate in rates.isEmpty ? [value] : rates {
      schedules += 1
      let name = ServiceName.resource(key) + (isScheduler ? "SchedulerSchedule" : "EventsRuleSchedule") + "\(schedules)"
      relateRule(
        .schedule, name, value, via: isScheduler ? .schedule : .ruleTarget,
        at: rates.count > 1 ? rate.span : event.span,
        into: &context)
    }
  }

  private func readRule(_ event: ServiceEvent, position: Int, into context: inout LoadContext) {
    let value = event.value
    let function = service.function(key)?.node.given("name")?.text ?? service.functionName(key)
    let name = ServiceName.alphanumeric("\(function)-rule-\(position)") + "EventBridgeRule"
    let kind: ResourceKind = value.given("pattern") == nil && value.given("schedule") != nil ? .schedule : .rule
    relateRule(kind, name, value, pattern: value.given("pattern"), via: .ruleTarget, at: event.span, into: &context)
  }

  private mutating func readCloudWatchRule(_ event: ServiceEvent, into context: inout LoadContext) {
    cloudWatchRules += 1
    let name = ServiceName.resource(key) + "EventsRuleCloudWatchEvent\(cloudWatchRules)"
    relateRule(
      .rule, name, event.value, pattern: event.value.given("event"), via: .ruleTarget, at: event.span, into: &context)
  }

  private func relateRule(
    _ kind: ResourceKind, _ name: String, _ value: Node, pattern: Node? = nil, via: Via, at span: Span,
    into context: inout LoadContext
  ) {
    let rule = context.builder.declare(
      kind, name: name, physicalName: template.text(value.given("name")), span: span, scope: reader.scope)
    let settings = Node.mapping(
      [
        ("Enabled", value.given("enabled")), ("State", value.given("state")), ("EventBusName", value.given("eventBus")),
        ("DeadLetterConfig", value.given("deadLetterQueueArn").map { .mapping([("Arn", $0)], at: $0.span) }),
      ], at: span)
    if kind == .rule { reader.connectRule(rule, settings, pattern: pattern, at: span, into: &context) }
    reader.relateTarget(
      settings, from: .resource(rule), to: target, via, at: span, state: settings, into: &context)
  }
}
