import Diagnostics
import Infrastructure

/// Turns the instances of a Terraform stack into resources, relations, roles and network of the graph.
package enum TerraformMapper {
  /// Maps every instance whose type matters; the order of the instances makes no difference to what is tied.
  package static func map(_ stack: TerraformStack, into context: inout LoadContext) {
    var reader = TerraformStackReader(scope: stack.scope)
    for instance in stack.instances { reader.declare(instance, into: &context) }
    for instance in stack.instances where instance.type == "aws_lambda_function" && !instance.isData {
      reader.readFunction(instance, into: &context)
    }
    for instance in stack.instances where !instance.isData { reader.read(instance, into: &context) }
  }
}

/// What the readers of the single resource types share: who was declared under which name.
struct TerraformStackReader {
  let scope: String
  var ids: [String: ResourceID] = [:]
  /// Resources by the ARNs and URLs that a state or a later plan knows.
  var aliases: [String: ResourceID] = [:]
  /// Functions by physical name, for the resources that configure them.
  var functions: [String: ResourceID] = [:]
  var roles: [String: RoleID] = [:]
  /// Customer-managed policies by name.
  var policies: [String: TerraformInstance] = [:]
  /// REST and HTTP APIs by id.
  var apis: [String: TerraformInstance] = [:]
  /// The separate redrive policies by queue name.
  var redrives: [String: TerraformInstance] = [:]
  /// Route tables that became the main one of their VPC.
  var mainTables: Set<String> = []
  /// VPCs whose main route table is another one than they were born with.
  var replacedMainTables: Set<String> = []
  /// Route tables by the gateway endpoint that they are tied to.
  var endpointTables: [String: [Text]] = [:]
  /// Separate egress rules by security group.
  var egressRules: [String: [TerraformValue]] = [:]
  /// The addresses of enhanced fan-out consumers by ARN.
  var consumers: [String: String] = [:]
  /// The subnets of Kafka clusters by name.
  var brokerNetworks: [String: Placement] = [:]
  /// What `archive_file` packs, by the path of the archive.
  var archives: [String: TerraformInstance] = [:]
  /// Target groups by ARN.
  var targetGroups: [String: ResourceID] = [:]

  init(scope: String) { self.scope = scope }
}

extension TerraformStackReader {
  /// Enters an instance under its name, so that others can configure it whatever the order.
  mutating func declare(_ instance: TerraformInstance, into context: inout LoadContext) {
    let name = name(of: instance)
    if instance.type == "aws_iam_policy" { policies[TerraformStackReader.lastPart(name)] = instance }
    if instance.type == "archive_file", let path = instance.attributes["output_path"]?.text {
      archives[path.raw] = instance
    }
    guard !instance.isData else { return }
    if instance.type == "aws_msk_cluster", let network = brokerNetwork(of: instance) {
      brokerNetworks[name.raw] = network
    }
    declareNetwork(instance)
    switch instance.type {
    case "aws_sqs_queue_redrive_policy":
      guard let url = instance.attributes["queue_url"]?.text, let queue = Locator.parse(url, expecting: .queue) else {
        return
      }
      redrives[queue.name.raw] = instance
    case "aws_iam_role":
      roles[name.raw] = context.builder.declareRole(
        name: instance.address, physicalName: name, span: instance.span, scope: scope)
    case "aws_lb_target_group", "aws_alb_target_group":
      let arn = identity("arn", of: instance)
      let id = context.builder.declare(
        .loadBalancer, name: instance.address, physicalName: arn, span: instance.span, scope: scope)
      targetGroups[arn.raw] = id
    case "aws_kinesis_stream_consumer":
      let arn = instance.attributes["arn"]?.text?.known
      consumers[arn ?? identity("arn", of: instance).raw] = instance.address
    case "aws_ses_receipt_rule":
      ids[instance.address] = context.builder.declare(
        .emailReceipt, name: instance.address, physicalName: name, span: instance.span, scope: scope)
    default:
      guard let kind = TerraformIdentityTable.rows[instance.type]?.kind else { return }
      let id = context.builder.declare(
        kind, name: instance.address, physicalName: name, span: instance.span, scope: scope)
      ids[instance.address] = id
      enterAliases(of: instance, id)
      if kind == .function { functions[name.raw] = id }
      if kind == .api { apis[name.raw] = instance }
    }
  }

  private mutating func enterAliases(of instance: TerraformInstance, _ id: ResourceID) {
    for attribute in ["arn", "id", "url", "stream_arn", "invoke_arn"] {
      guard let text = instance.attributes[attribute]?.text?.known, text.hasPrefix("arn:") || text.hasPrefix("https:")
      else { continue }
      aliases[text] = id
    }
  }

  /// The physical name of an instance.
  func name(of instance: TerraformInstance) -> Text {
    TerraformIdentity.name(type: instance.type, address: instance.address, scope: scope) { written($0, instance) }
  }

  /// The text of an identifying attribute of an instance.
  func identity(_ attribute: String, of instance: TerraformInstance) -> Text {
    TerraformIdentity.text(of: attribute, type: instance.type, address: instance.address, scope: scope) {
      written($0, instance)
    }
  }

  private func written(_ attribute: String, _ instance: TerraformInstance) -> Text? {
    guard let value = instance.attributes[attribute], !value.isUnknown, let text = value.text, !text.isEmpty else {
      return nil
    }
    return text
  }

  /// What follows the last slash of a path or ARN.
  static func lastPart(_ text: Text) -> String { (text.split(on: "/").last ?? text).raw }

  /// The function that a name or ARN means, with or without qualifier.
  func function(_ value: TerraformValue?) -> ResourceID? {
    guard let text = value?.text, let locator = Locator.parse(text, expecting: .function) else { return nil }
    return functions[locator.name.raw]
  }

  /// One end of a relation, by what an attribute holds.
  func endpoint(_ value: TerraformValue?, expecting kind: ResourceKind? = nil) -> GraphBuilder.Endpoint? {
    guard let reference = value?.reference else { return nil }
    if let known = reference.text.known, let id = aliases[known] { return .resource(id) }
    return reference.certainty == .exact
      ? .reference(reference.text, reference.span, expecting: kind)
      : .conclusion(reference.text, reference.span, expecting: kind, reference.certainty)
  }

  /// A stand-in for an instance of a type that no event flows into.
  func outside(_ instance: TerraformInstance) -> GraphBuilder.Endpoint {
    .reference(TerraformIdentity.symbol(instance.address, scope: scope), instance.span, expecting: .external)
  }

  func draft(
    from: GraphBuilder.Endpoint, to: GraphBuilder.Endpoint, _ via: Via, _ mode: Relation.Mode, at span: Span,
    name: String? = nil
  ) -> GraphBuilder.Draft {
    var draft = GraphBuilder.Draft(.trigger, from: from, to: to, via: via, mode: mode, span: span, scope: scope)
    draft.name = name
    return draft
  }

  /// Relates a source to the queue of what it could not deliver.
  func deadLetter(_ target: Reference?, of source: GraphBuilder.Endpoint, into context: inout LoadContext) {
    guard let target else { return }
    context.builder.relate(
      draft(
        from: source, to: .reference(target.text, target.span, expecting: .queue), .deadLetterQueue, .async,
        at: target.span))
  }
}

extension TerraformMapper {
  /// Whether instances of a type can change the graph; others need no reading.
  static func reads(_ type: String) -> Bool {
    TerraformIdentityTable.rows[type] != nil || otherTypes.contains(type) || type.hasPrefix("module:")
  }

  private static let otherTypes: Set<String> = [
    "aws_lambda_event_source_mapping", "aws_s3_bucket_notification", "aws_s3_bucket_logging",
    "aws_s3_bucket_replication_configuration", "aws_sqs_queue_redrive_policy", "aws_sns_topic_subscription",
    "aws_dynamodb_kinesis_streaming_destination", "aws_cloudwatch_event_target", "aws_cloudwatch_metric_alarm",
    "aws_appautoscaling_target", "aws_lambda_alias", "aws_lambda_permission", "aws_lambda_function_event_invoke_config",
    "aws_lambda_provisioned_concurrency_config", "aws_lambda_function_url", "aws_lambda_function_recursion_config",
    "aws_api_gateway_integration", "aws_apigatewayv2_integration", "aws_api_gateway_authorizer",
    "aws_apigatewayv2_authorizer", "aws_iam_role_policy", "aws_iam_role_policy_attachment",
    "aws_iam_policy_attachment", "aws_default_subnet", "aws_internet_gateway", "aws_internet_gateway_attachment",
    "aws_nat_gateway", "aws_route_table", "aws_default_route_table", "aws_route", "aws_route_table_association",
    "aws_main_route_table_association", "aws_vpc_endpoint", "aws_vpc_endpoint_route_table_association",
    "aws_default_security_group", "aws_security_group_rule", "aws_vpc_security_group_egress_rule",
    "aws_lb_target_group", "aws_alb_target_group", "aws_lb_target_group_attachment", "aws_alb_target_group_attachment",
    "aws_cloudwatch_log_subscription_filter", "aws_appsync_datasource", "aws_ses_receipt_rule", "aws_codepipeline",
    "aws_secretsmanager_secret_rotation", "aws_secretsmanager_secret", "aws_config_config_rule",
    "aws_bedrockagent_agent_action_group", "aws_s3control_object_lambda_access_point", "aws_lambda_invocation",
    "aws_connect_lambda_function_association", "aws_codecommit_trigger", "aws_transfer_server",
    "aws_vpclattice_target_group_attachment", "aws_kinesis_stream_consumer", "archive_file",
  ]
}
