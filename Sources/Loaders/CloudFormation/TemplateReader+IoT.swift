import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  func readTopicRule(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = ids[declaration], let payload = template.mapping(value(declaration, "TopicRulePayload")) else {
      return
    }
    connectTopicRule(id, sql: payload["Sql"], into: &context)
    let isEnabled = template.bool(payload["RuleDisabled"], near: declaration.keySpan).map { !$0 }
    for action in template.items(payload["Actions"]) {
      perform(action, of: id, .iotRuleAction, isEnabled, into: &context)
    }
    // What an action could not pass on goes to the error action instead.
    if let action = payload["ErrorAction"] { perform(action, of: id, .deadLetterQueue, isEnabled, into: &context) }
  }

  private func perform(
    _ action: Node, of rule: ResourceID, _ via: Via, _ isEnabled: Setting<Bool>, into context: inout LoadContext
  ) {
    guard let entry = template.mapping(action)?.onlyEntry, let target = actionTarget(entry) else { return }
    var delivery = draft(from: .resource(rule), to: target, via, .async, at: entry.keySpan)
    delivery.isEnabled = isEnabled
    if entry.key == "S3", let key = template.text(template.value(entry.value, "Key")) {
      delivery.emission = Emission(actions: ["s3:PutObject"], keys: [MQTT.key(key)])
    }
    context.builder.relate(delivery)
  }

  /// Relates the MQTT topics of a rule's query to the rule.
  func connectTopicRule(_ id: ResourceID, sql: Node?, into context: inout LoadContext) {
    guard let sql, let text = template.text(sql), let topics = MQTT.topicFilter(inSQL: text.raw) else { return }
    context.builder.relate(
      draft(
        from: .reference(Text(topics), sql.span, expecting: .iotTopic), to: .resource(id), .iotRuleQuery, .async,
        at: sql.span))
  }

  private func actionTarget(_ action: Node.Entry) -> GraphBuilder.Endpoint? {
    let settings = action.value
    switch action.key {
    case "Lambda": return endpoint(template.value(settings, "FunctionArn"), expecting: .function)
    case "Sqs": return endpoint(template.value(settings, "QueueUrl"), expecting: .queue)
    case "Sns": return endpoint(template.value(settings, "TargetArn"), expecting: .topic)
    case "DynamoDB": return endpoint(template.value(settings, "TableName"), expecting: .table)
    case "DynamoDBv2": return endpoint(template.value(settings, "PutItem", "TableName"), expecting: .table)
    case "Kinesis": return endpoint(template.value(settings, "StreamName"), expecting: .stream)
    case "Firehose": return endpoint(template.value(settings, "DeliveryStreamName"), expecting: .firehose)
    case "S3": return endpoint(template.value(settings, "BucketName"), expecting: .bucket)
    case "StepFunctions": return endpoint(template.value(settings, "StateMachineName"), expecting: .stateMachine)
    case "CloudwatchLogs": return endpoint(template.value(settings, "LogGroupName"), expecting: .logGroup)
    case "Republish": return endpoint(template.value(settings, "Topic"), expecting: .iotTopic)
    default: return nil
    }
  }
}

/// MQTT topics as IoT rules name them.
enum MQTT {
  /// The topic filter in `SELECT … FROM 'topic/#'`; nil where there is none.
  static func topicFilter(inSQL sql: String) -> String? {
    guard let from = sql.range(of: "FROM ") ?? sql.range(of: "from ") ?? sql.range(of: "From ") else { return nil }
    let rest = sql[from.upperBound...]
    guard let quote = rest.first(where: { $0 == "'" || $0 == "\"" }), let open = rest.firstIndex(of: quote) else {
      return nil
    }
    let topic = rest[rest.index(after: open)...].prefix { $0 != quote }
    return topic.isEmpty ? nil : String(topic)
  }

  /// An object key with everything that the rule fills in left open.
  static func key(_ template: Text) -> Text {
    template.pieces.reduce(Text("")) { key, piece in
      switch piece {
      case .literal(let literal): key + Text(literal)
      case .symbol: key + "*"
      }
    }
  }
}
