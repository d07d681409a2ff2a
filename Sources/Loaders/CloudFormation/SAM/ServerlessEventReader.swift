import Diagnostics
import Documents
import Infrastructure

/// Reads one entry of a SAM function's or state machine's `Events`.
struct ServerlessEventReader {
  let reader: TemplateReader
  /// The function or state machine.
  let id: ResourceID
  /// Its logical id.
  let owner: String
  /// The event's key.
  let name: String
  let span: Span
  let properties: Node

  private var template: Template { reader.template }
  private var target: GraphBuilder.Endpoint { .resource(id) }
  /// The logical id of what SAM makes of the event.
  private var generatedID: String { owner + name }

  func read(_ type: String, into context: inout LoadContext) {
    switch Keyword(type) {
    case "SQS": readPolled(properties["Queue"], .queue, into: &context)
    case "Kinesis": readPolled(properties["Stream"], .stream, into: &context)
    case "DynamoDB": readPolled(properties["Stream"], .table, into: &context)
    case "MSK": readPolled(properties["Stream"], .kafkaCluster, into: &context)
    case "MQ": readPolled(properties["Broker"], .broker, into: &context)
    case "DocumentDB": readPolled(properties["Cluster"], .documentCluster, into: &context)
    case "SelfManagedKafka":
      let cluster = reader.kafkaCluster(properties["KafkaBootstrapServers"], or: generatedID, at: span)
      reader.relateMapping(properties, from: cluster, to: target, at: span, name: name, into: &context)
    case "S3":
      guard let bucket = reader.endpoint(properties["Bucket"], expecting: .bucket) else { return }
      reader.notify(
        from: bucket, to: target, events: properties["Events"],
        filter: template.value(properties, "Filter", "S3Key", "Rules"), at: span, name: name, into: &context)
    case "SNS": readTopic(into: &context)
    case "CloudWatchEvent", "EventBridgeRule": readRule(into: &context)
    case "Schedule": readSchedule(.ruleTarget, into: &context)
    case "ScheduleV2": readSchedule(.schedule, into: &context)
    case "Api": readAPI(into: &context)
    case "HttpApi": readHTTPAPI(into: &context)
    case "CloudWatchLogs": readLogs(into: &context)
    case "IoTRule": readTopicRule(into: &context)
    case "Cognito": readUserPool(into: &context)
    default: break
    }
  }

  private func readPolled(_ source: Node?, _ kind: ResourceKind, into context: inout LoadContext) {
    guard let source, let from = reader.endpoint(source, expecting: kind) else { return }
    reader.relateMapping(properties, from: from, to: target, at: span, name: name, into: &context)
  }

  private func readTopic(into context: inout LoadContext) {
    guard let topic = reader.endpoint(properties["Topic"], expecting: .topic) else { return }
    guard let queueing = properties["SqsSubscription"], !isFalse(queueing) else {
      return reader.relateSubscription(properties, from: topic, to: target, at: span, name: name, into: &context)
    }
    let queue: GraphBuilder.Endpoint
    if let arn = template.value(queueing, "QueueArn"), let given = reader.endpoint(arn, expecting: .queue) {
      queue = given
    } else {
      let made = context.builder.declare(
        .queue, name: generatedID + "Queue", span: span, scope: reader.scope, isGenerated: true)
      context.builder.add(Queue(id: made, span: span))
      queue = .resource(made)
    }
    reader.relateSubscription(properties, from: topic, to: queue, at: span, name: name, into: &context)
    let mapping = template.mapping(queueing) ?? Node(.mapping([]), span)
    reader.relateMapping(mapping, from: queue, to: target, at: span, name: name, into: &context)
  }

  private func isFalse(_ node: Node) -> Bool { template.text(node)?.raw.lowercased() == "false" }

  private func readRule(into context: inout LoadContext) {
    let rule = context.builder.declare(
      .rule, name: generatedID, physicalName: template.text(properties["RuleName"]), span: span, scope: reader.scope)
    reader.connectRule(rule, properties, pattern: properties["Pattern"], at: span, into: &context)
    relateTarget(from: rule, .ruleTarget, into: &context)
  }

  private func readSchedule(_ via: Via, into context: inout LoadContext) {
    let schedule = context.builder.declare(
      .schedule, name: generatedID, physicalName: template.text(properties["Name"]), span: span, scope: reader.scope)
    relateTarget(from: schedule, via, into: &context)
  }

  private func relateTarget(from source: ResourceID, _ via: Via, into context: inout LoadContext) {
    reader.relateTarget(
      properties, from: .resource(source), to: target, via, at: span, name: name, state: properties, into: &context)
  }

  private func readAPI(into context: inout LoadContext) {
    let given = properties["RestApiId"]
    let api: GraphBuilder.Endpoint =
      given.flatMap { reader.endpoint($0, expecting: .api) }
      ?? implicit(reader.implicitAPIs.rest, ImplicitAPIs.restName)
    let wait = CallerWait(
      caller: .restAPI, endpoint: given == nil ? implicitEndpoint : reader.endpointType(ofAPI: given),
      timeout: template.int(properties["TimeoutInMillis"], near: span),
      streams: template.text(properties["ResponseTransferMode"])?.raw == "STREAM")
    reader.integrate(api, target, wait, at: span, name: name, into: &context)
  }

  private var implicitEndpoint: CallerWait.Endpoint {
    reader.endpointType(template.mapping(template.globals)?["Api"])
  }

  private func readHTTPAPI(into context: inout LoadContext) {
    let api =
      properties["ApiId"].flatMap { reader.endpoint($0, expecting: .api) }
      ?? implicit(reader.implicitAPIs.http, ImplicitAPIs.httpName)
    let wait = CallerWait(caller: .httpAPI, timeout: template.int(properties["TimeoutInMillis"], near: span))
    reader.integrate(api, target, wait, at: span, name: name, into: &context)
  }

  private func implicit(_ api: ResourceID?, _ name: String) -> GraphBuilder.Endpoint {
    api.map { .resource($0) } ?? .reference(.symbol(name, scope: reader.scope), span, expecting: .api)
  }

  private func readLogs(into context: inout LoadContext) {
    guard let group = reader.endpoint(properties["LogGroupName"], expecting: .logGroup) else { return }
    var subscription = reader.draft(from: group, to: target, .logSubscription, .async, at: span, name: name)
    if let pattern = template.text(properties["FilterPattern"]), !pattern.isEmpty {
      subscription.filter = .logLines(pattern)
    }
    context.builder.relate(subscription)
  }

  private func readTopicRule(into context: inout LoadContext) {
    let rule = context.builder.declare(.iotRule, name: generatedID, span: span, scope: reader.scope)
    reader.connectTopicRule(rule, sql: properties["Sql"], into: &context)
    context.builder.relate(
      reader.draft(from: .resource(rule), to: target, .iotRuleAction, .async, at: span, name: name))
  }

  private func readUserPool(into context: inout LoadContext) {
    guard let pool = reader.endpoint(properties["UserPool"], expecting: .userPool) else { return }
    let triggers = template.texts(properties["Trigger"]).map(\.value.raw)
    var waking = reader.draft(from: pool, to: target, .userPoolTrigger, .sync, at: span, name: name)
    waking.filter = UserPoolTrigger.filter(of: triggers)
    context.builder.relate(waking)
  }
}
