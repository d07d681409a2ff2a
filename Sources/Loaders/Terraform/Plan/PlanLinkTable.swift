/// Which resources an attribute may point at: what tells a link from the other references of an expression.
///
/// Source: the AWS provider's documentation of each argument, 4.22 and 6.55 (read 2026-11).
enum PlanLinkTable {
  /// The types that an attribute takes; nil for one that is no link.
  ///
  /// - Parameter path: the block types and the attribute's name.
  static func targets(of path: [String], in type: String) -> Set<String>? {
    guard let leaf = path.last else { return nil }
    if type == "aws_cognito_user_pool" { return path.first == "lambda_config" ? functions : nil }
    return byConsumer["\(type).\(leaf)"] ?? byAttribute[leaf]
  }

  /// The attributes that hold several links at once.
  static let lists: Set<String> = [
    "subnet_ids", "security_group_ids", "route_table_ids", "roles", "managed_policy_arns", "layers",
    "vpc_security_group_ids", "subnets", "security_groups", "resources", "not_resources",
  ]

  /// The attributes that hold the parent of a resource, which is in its own module as a rule.
  static let containments: Set<String> = [
    "vpc_id", "subnet_id", "route_table_id", "role", "api_id", "rest_api_id", "bucket", "rule", "queue_url",
    "target_group_arn",
  ]

  /// The types whose resources the actions of a statement can be about.
  static func types(ofActions actions: [String]) -> Set<String> {
    Set(actions.compactMap { action in action.split(separator: ":").first.flatMap { byService[String($0)] } })
  }

  private static let byService = [
    "sqs": "aws_sqs_queue", "sns": "aws_sns_topic", "s3": "aws_s3_bucket", "dynamodb": "aws_dynamodb_table",
    "states": "aws_sfn_state_machine", "lambda": "aws_lambda_function", "events": "aws_cloudwatch_event_bus",
    "kinesis": "aws_kinesis_stream", "firehose": "aws_kinesis_firehose_delivery_stream",
  ]

  static let functions: Set<String> = ["aws_lambda_function", "aws_lambda_alias"]
  private static let sources: Set<String> = [
    "aws_sqs_queue", "aws_kinesis_stream", "aws_kinesis_stream_consumer", "aws_dynamodb_table", "aws_mq_broker",
    "aws_msk_cluster", "aws_msk_serverless_cluster", "aws_docdb_cluster",
  ]
  private static let services: Set<String> = [
    "aws_sqs_queue", "aws_sns_topic", "aws_kinesis_stream", "aws_kinesis_firehose_delivery_stream",
    "aws_sfn_state_machine", "aws_cloudwatch_event_bus", "aws_cloudwatch_log_group", "aws_s3_bucket",
    "aws_dynamodb_table",
  ]
  private static let apis: Set<String> = [
    "aws_api_gateway_rest_api", "aws_apigatewayv2_api", "aws_appsync_graphql_api",
  ]
  private static let subnets: Set<String> = ["aws_subnet", "aws_default_subnet"]
  private static let groups: Set<String> = ["aws_security_group", "aws_default_security_group"]
  private static let vpcs: Set<String> = ["aws_vpc", "aws_default_vpc"]
  private static let tables: Set<String> = ["aws_route_table", "aws_default_route_table"]

  private static let byConsumer: [String: Set<String>] = [
    "aws_apigatewayv2_api.target": functions, "aws_pipes_pipe.target": functions.union(services),
    "aws_pipes_pipe.source": sources,
    "aws_pipes_pipe.enrichment": functions.union(apis).union(["aws_sfn_state_machine"]),
    "aws_lb_target_group_attachment.target_id": functions, "aws_alb_target_group_attachment.target_id": functions,
    "aws_appsync_datasource.function_arn": functions, "aws_kinesis_stream_consumer.stream_arn": ["aws_kinesis_stream"],
    "aws_lambda_permission.source_arn": services.union(apis).union([
      "aws_cloudwatch_event_rule", "aws_scheduler_schedule", "aws_iot_topic_rule", "aws_cognito_user_pool",
      "aws_lb_target_group", "aws_alb_target_group",
    ]),
    "aws_lambda_function_event_invoke_config.destination": functions.union(services),
    "aws_default_route_table.default_route_table_id": vpcs, "aws_bedrockagent_agent_action_group.lambda": functions,
    "aws_transfer_server.function": functions,
  ]

  private static let byAttribute: [String: Set<String>] = [
    "event_source_arn": sources, "function_name": functions, "function_arn": functions,
    "lambda_function_arn": functions, "lambda_arn": functions, "rotation_lambda_arn": functions,
    "authorizer_uri": functions, "source_identifier": functions, "parameter_value": functions,
    "uri": functions.union(services), "integration_uri": functions.union(services),
    "endpoint": functions.union(["aws_sqs_queue", "aws_kinesis_firehose_delivery_stream"]),
    "topic_arn": ["aws_sns_topic"], "queue_arn": ["aws_sqs_queue"], "queue_url": ["aws_sqs_queue"],
    "bucket": ["aws_s3_bucket"], "bucket_arn": ["aws_s3_bucket"], "target_bucket": ["aws_s3_bucket"],
    "bucket_name": ["aws_s3_bucket"], "arn": functions.union(services).union(apis),
    "destination_arn": functions.union(services), "target_arn": ["aws_sqs_queue", "aws_sns_topic"],
    "role": ["aws_iam_role"], "role_arn": ["aws_iam_role"], "roles": ["aws_iam_role"],
    "policy_arn": ["aws_iam_policy"], "managed_policy_arns": ["aws_iam_policy"],
    "permissions_boundary": ["aws_iam_policy"], "rule": ["aws_cloudwatch_event_rule"],
    "event_bus_name": ["aws_cloudwatch_event_bus"], "event_bus_arn": ["aws_cloudwatch_event_bus"],
    "rest_api_id": apis, "api_id": apis, "log_group_name": ["aws_cloudwatch_log_group"],
    "log_group": ["aws_cloudwatch_log_group"], "table_name": ["aws_dynamodb_table"],
    "stream_arn": ["aws_kinesis_stream"], "kinesis_stream_arn": ["aws_kinesis_stream"],
    "stream_name": ["aws_kinesis_stream"], "delivery_stream_name": ["aws_kinesis_firehose_delivery_stream"],
    "state_machine_name": ["aws_sfn_state_machine"], "subnet_ids": subnets, "subnet_id": subnets,
    "security_group_ids": groups, "security_group_id": groups, "vpc_id": vpcs, "route_table_id": tables.union(vpcs),
    "route_table_ids": tables.union(vpcs), "nat_gateway_id": ["aws_nat_gateway"],
    "gateway_id": [
      "aws_internet_gateway", "aws_nat_gateway", "aws_egress_only_internet_gateway", "aws_vpn_gateway",
    ],
    "egress_only_gateway_id": ["aws_egress_only_internet_gateway"],
    "transit_gateway_id": ["aws_ec2_transit_gateway", "aws_ec2_transit_gateway_vpc_attachment"],
    "network_interface_id": ["aws_network_interface", "aws_instance"], "instance_id": ["aws_instance"],
    "vpc_peering_connection_id": ["aws_vpc_peering_connection"], "vpc_endpoint_id": ["aws_vpc_endpoint"],
    "internet_gateway_id": ["aws_internet_gateway"],
    "target_group_arn": ["aws_lb_target_group", "aws_alb_target_group"],
    "resources": services.union(functions).union(apis).union(["aws_iam_role", "aws_kinesis_stream_consumer"]),
  ]
}
