import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  /// The sources that few templates have, one paragraph each.
  func readRareSource(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let properties = template.mapping(declaration.properties) else { return }
    switch declaration.type {
    case "AWS::Logs::SubscriptionFilter":
      guard let group = endpoint(properties["LogGroupName"], expecting: .logGroup),
        let target = endpoint(properties["DestinationArn"])
      else { return }
      var subscription = draft(
        from: group, to: target, .logSubscription, .async, at: declaration.keySpan, name: declaration.id)
      if let pattern = template.text(properties["FilterPattern"]), !pattern.isEmpty {
        subscription.filter = .logLines(pattern)
      }
      context.builder.relate(subscription)
    case "AWS::IoT::TopicRule": readTopicRule(declaration, into: &context)
    case "AWS::Cognito::UserPool":
      readUserPool(declaration, template.mapping(properties["LambdaConfig"]), into: &context)
    case "AWS::ElasticLoadBalancingV2::TargetGroup":
      for target in template.items(properties["Targets"]) {
        trigger(declaration, template.value(target, "Id"), .loadBalancerTarget, .sync, into: &context)
      }
    case "AWS::AppSync::DataSource":
      guard let api = endpoint(properties["ApiId"], expecting: .graphQLAPI),
        let node = template.value(properties, "LambdaConfig", "LambdaFunctionArn"),
        let function = endpoint(node, expecting: .function)
      else { return }
      context.builder.relate(draft(from: api, to: function, .resolver, .sync, at: node.span, name: declaration.id))
    case "AWS::SecretsManager::RotationSchedule":
      outside(declaration, properties["RotationLambdaARN"], .rotation, .sync, into: &context)
    case "AWS::Config::ConfigRule":
      guard template.text(template.value(properties, "Source", "Owner"))?.raw == "CUSTOM_LAMBDA" else { return }
      outside(
        declaration, template.value(properties, "Source", "SourceIdentifier"), .configRule, .async, into: &context)
    case "AWS::SES::ReceiptRule":
      for action in template.items(template.value(properties, "Rule", "Actions")) {
        trigger(
          declaration, template.value(action, "LambdaAction", "FunctionArn"), .receiptAction, .async, into: &context)
      }
    case "AWS::CloudFront::Distribution": readDistribution(declaration, properties, into: &context)
    case "AWS::Bedrock::Agent":
      for group in template.items(properties["ActionGroups"]) {
        outside(
          declaration, template.value(group, "ActionGroupExecutor", "Lambda"), .agentAction, .sync, into: &context)
      }
    default:
      if declaration.type.hasPrefix("Custom::") || declaration.type == "AWS::CloudFormation::CustomResource" {
        outside(declaration, properties["ServiceToken"], .customResource, .async, into: &context)
      }
    }
  }

  private func trigger(
    _ declaration: Template.Declaration, _ node: Node?, _ via: Via, _ mode: Relation.Mode,
    into context: inout LoadContext
  ) {
    guard let id = ids[declaration.id], let node, let function = endpoint(node, expecting: .function) else { return }
    context.builder.relate(draft(from: .resource(id), to: function, via, mode, at: node.span, name: declaration.id))
  }

  /// A trigger whose source is the declaring resource itself, of a kind that no event flows into.
  private func outside(
    _ declaration: Template.Declaration, _ node: Node?, _ via: Via, _ mode: Relation.Mode,
    into context: inout LoadContext
  ) {
    guard let node, let function = endpoint(node, expecting: .function) else { return }
    context.builder.relate(
      draft(
        from: .reference(.symbol(declaration.id, scope: scope), declaration.keySpan, expecting: .external),
        to: function,
        via, mode, at: node.span, name: declaration.id))
  }

  private func readTopicRule(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = ids[declaration.id], let payload = template.mapping(value(declaration, "TopicRulePayload")) else {
      return
    }
    connectTopicRule(id, sql: payload["Sql"], into: &context)
    let isEnabled = template.bool(payload["RuleDisabled"], near: declaration.keySpan).map { !$0 }
    for action in template.items(payload["Actions"]) {
      guard let entry = template.mapping(action)?.onlyEntry, let target = actionTarget(entry) else { continue }
      var delivery = draft(from: .resource(id), to: target, .iotRuleAction, .async, at: entry.keySpan)
      delivery.isEnabled = isEnabled
      context.builder.relate(delivery)
    }
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
    case "Republish": return endpoint(template.value(settings, "Topic"), expecting: .iotTopic)
    default: return nil
    }
  }

  private func readUserPool(_ declaration: Template.Declaration, _ triggers: Node?, into context: inout LoadContext) {
    for entry in triggers?.entries ?? [] {
      let node = template.mapping(entry.value)?["LambdaArn"] ?? entry.value
      trigger(declaration, node, .userPoolTrigger, .sync, into: &context)
    }
  }

  private func readDistribution(
    _ declaration: Template.Declaration, _ properties: Node, into context: inout LoadContext
  ) {
    let configuration = template.value(properties, "DistributionConfig")
    let behaviors =
      [template.value(configuration, "DefaultCacheBehavior")].compactMap { $0 }
      + template.items(template.value(configuration, "CacheBehaviors"))
    for behavior in behaviors {
      for association in template.items(template.value(behavior, "LambdaFunctionAssociations")) {
        let node = template.value(association, "LambdaFunctionARN")
        trigger(declaration, node, .edge, .sync, into: &context)
        if let id = functionID(node) { context.builder.update(function: id) { $0.isEdge = true } }
      }
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
}
