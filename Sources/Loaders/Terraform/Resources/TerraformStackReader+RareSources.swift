import Diagnostics
import Infrastructure

extension TerraformStackReader {
  /// The sources that few stacks have, one line each where that is enough.
  func readRareSource(_ instance: TerraformInstance, into context: inout LoadContext) {
    let attributes = instance.attributes
    switch instance.type {
    case "aws_cloudwatch_log_subscription_filter": readLogSubscription(instance, into: &context)
    case "aws_iot_topic_rule": readTopicRule(instance, into: &context)
    case "aws_cognito_user_pool":
      for entry in attributes["lambda_config"]?.entries ?? [] where entry.key != "kms_key_id" {
        let value = entry.value["lambda_arn"] ?? entry.value
        let filter = UserPoolTrigger.filter(of: [entry.key])
        trigger(instance, value, .userPoolTrigger, .sync, filter: filter, into: &context)
      }
    case "aws_lb_target_group_attachment", "aws_alb_target_group_attachment":
      guard let group = attributes["target_group_arn"]?.text, let from = targetGroups[group.raw],
        let target = attributes["target_id"], let text = target.text, Locator.parse(text)?.kind == .function
      else { return }
      context.builder.relate(
        draft(
          from: .resource(from), to: .reference(text, target.span, expecting: .function), .loadBalancerTarget, .sync,
          at: target.span, name: instance.address))
    case "aws_appsync_datasource":
      guard let api = endpoint(attributes["api_id"], expecting: .graphQLAPI),
        let value = attributes["lambda_config"]?["function_arn"], let function = endpoint(value, expecting: .function)
      else { return }
      context.builder.relate(draft(from: api, to: function, .resolver, .sync, at: value.span, name: instance.address))
    case "aws_appsync_graphql_api":
      trigger(instance, attributes["lambda_authorizer_config"]?["authorizer_uri"], .authorizer, .sync, into: &context)
    case "aws_ses_receipt_rule":
      for action in attributes["lambda_action"]?.items ?? [] {
        trigger(instance, action["function_arn"], .receiptAction, .async, into: &context)
      }
    case "aws_cloudfront_distribution": readDistribution(instance, into: &context)
    case "aws_codepipeline": readPipeline(instance, into: &context)
    default: readOutsideSource(instance, into: &context)
    }
  }

  /// Services that invoke a function and that no event flows into.
  private func readOutsideSource(_ instance: TerraformInstance, into context: inout LoadContext) {
    let attributes = instance.attributes
    func invoke(_ value: TerraformValue?, _ via: Via, _ mode: Relation.Mode) {
      guard let value, let function = endpoint(value, expecting: .function) else { return }
      context.builder.relate(
        draft(from: outside(instance), to: function, via, mode, at: value.span, name: instance.address))
    }
    switch instance.type {
    case "aws_secretsmanager_secret_rotation", "aws_secretsmanager_secret":
      guard let value = attributes["rotation_lambda_arn"], let text = value.text,
        Locator.parse(text, expecting: .function)?.kind == .function
      else { return }
      invoke(value, .rotation, .sync)
    case "aws_config_config_rule":
      guard attributes["source"]?["owner"]?.text?.raw == "CUSTOM_LAMBDA" else { return }
      invoke(attributes["source"]?["source_identifier"], .configRule, .async)
    case "aws_bedrockagent_agent_action_group":
      invoke(attributes["action_group_executor"]?["lambda"], .agentAction, .sync)
    case "aws_s3control_object_lambda_access_point":
      for transform in attributes["configuration"]?["transformation_configuration"]?.items ?? [] {
        invoke(transform["content_transformation"]?["aws_lambda"]?["function_arn"], .objectTransform, .sync)
      }
    case "aws_lambda_invocation": invoke(attributes["function_name"], .customResource, .sync)
    case "aws_connect_lambda_function_association": invoke(attributes["function_arn"], .other, .sync)
    case "aws_codecommit_trigger":
      for trigger in attributes["trigger"]?.items ?? [] { invoke(trigger["destination_arn"], .other, .async) }
    case "aws_transfer_server": invoke(attributes["function"], .other, .sync)
    case "aws_vpclattice_target_group_attachment":
      guard let value = attributes["target"]?["id"], let text = value.text, Locator.parse(text)?.kind == .function
      else { return }
      invoke(value, .loadBalancerTarget, .sync)
    default: break
    }
  }

  private func trigger(
    _ instance: TerraformInstance, _ value: TerraformValue?, _ via: Via, _ mode: Relation.Mode,
    filter: EventFilter = .all, into context: inout LoadContext
  ) {
    guard let id = ids[instance.address], let value, let function = endpoint(value, expecting: .function) else {
      return
    }
    var trigger = draft(from: .resource(id), to: function, via, mode, at: value.span, name: instance.address)
    trigger.filter = filter
    context.builder.relate(trigger)
  }

  private func readLogSubscription(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let group = endpoint(instance.attributes["log_group_name"], expecting: .logGroup),
      let target = endpoint(instance.attributes["destination_arn"])
    else { return }
    var subscription = draft(
      from: group, to: target, .logSubscription, .async, at: instance.span, name: instance.address)
    if let pattern = instance.attributes["filter_pattern"]?.text, !pattern.isEmpty {
      subscription.filter = .logLines(pattern)
    }
    context.builder.relate(subscription)
  }

  private func readTopicRule(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let id = ids[instance.address] else { return }
    let attributes = instance.attributes
    if let sql = attributes["sql"], let text = sql.text, let topics = MQTT.topicFilter(inSQL: text.raw) {
      context.builder.relate(
        draft(
          from: .reference(Text(topics), sql.span, expecting: .iotTopic), to: .resource(id), .iotRuleQuery, .async,
          at: sql.span))
    }
    let isEnabled = attributes.bool("enabled", near: instance.span)
    for action in TerraformStackReader.topicRuleActions {
      for block in attributes[action.block]?.items ?? [] {
        let named = action.block == "dynamodbv2" ? block["put_item"] : block
        guard let target = endpoint(named?[action.attribute], expecting: action.kind) else { continue }
        var delivery = draft(
          from: .resource(id), to: target, .iotRuleAction, .async, at: block.span, name: instance.address)
        delivery.isEnabled = isEnabled
        context.builder.relate(delivery)
      }
    }
  }

  /// The actions of an IoT rule that reach other resources: AWS provider documentation, `aws_iot_topic_rule`.
  private static let topicRuleActions: [(block: String, attribute: String, kind: ResourceKind)] = [
    ("lambda", "function_arn", .function), ("sqs", "queue_url", .queue), ("sns", "target_arn", .topic),
    ("dynamodb", "table_name", .table), ("dynamodbv2", "table_name", .table), ("kinesis", "stream_name", .stream),
    ("firehose", "delivery_stream_name", .firehose), ("s3", "bucket_name", .bucket),
    ("step_functions", "state_machine_name", .stateMachine), ("republish", "topic", .iotTopic),
  ]

  private func readDistribution(_ instance: TerraformInstance, into context: inout LoadContext) {
    let behaviors =
      (instance.attributes["default_cache_behavior"]?.items ?? [])
      + (instance.attributes["ordered_cache_behavior"]?.items ?? [])
    for association in behaviors.flatMap({ $0["lambda_function_association"]?.items ?? [] }) {
      trigger(instance, association["lambda_arn"], .edge, .sync, into: &context)
      if let id = function(association["lambda_arn"]) { context.builder.update(function: id) { $0.isEdge = true } }
    }
  }

  private func readPipeline(_ instance: TerraformInstance, into context: inout LoadContext) {
    for action in instance.attributes["stage"]?.items.flatMap({ $0["action"]?.items ?? [] }) ?? []
    where action["category"]?.text?.raw == "Invoke" && action["provider"]?.text?.raw == "Lambda" {
      guard let value = action["configuration"]?["FunctionName"], let function = endpoint(value, expecting: .function)
      else { continue }
      context.builder.relate(
        draft(from: outside(instance), to: function, .pipelineAction, .async, at: value.span, name: instance.address))
    }
  }
}
