import Infrastructure

/// How the identifying attributes of each resource type are built from its name.
///
/// Source: the AWS provider's documentation of attributes, 4.22 and 6.55 (read 2026-11); `id` by type as there.
enum TerraformIdentityTable {
  enum Form: Sendable {
    case name
    case arn
    /// The ARN and something behind it.
    case arnThen(Text)
    /// The name between two texts, such as a URL.
    case around(Text, Text)
    /// API Gateway's URI for invoking the function, with a qualifier.
    case invocation(Text)
  }

  struct Row: Sendable {
    /// The kind in the graph; nil for what is no part of the event flow.
    let kind: ResourceKind?
    /// The attributes that hold the name; empty where the service makes up an id.
    let names: [String]
    let arn: (before: Text, after: Text)?
    let id: Form
    let forms: [String: Form]
  }

  static let rows: [String: Row] = {
    var rows: [String: Row] = [:]
    for table in [compute, storage, messaging, access, network] { rows.merge(table) { first, _ in first } }
    return rows
  }()

  private static func row(
    _ kind: ResourceKind?, _ names: String..., arn: Text? = nil, after: Text = "", id: Form = .name,
    _ forms: [String: Form] = [:]
  ) -> Row {
    Row(kind: kind, names: names, arn: arn.map { ($0, after) }, id: id, forms: forms)
  }

  private static func regional(_ service: Text, _ path: Text = "") -> Text {
    "arn:${AWS::Partition}:" + service + ":${AWS::Region}:${AWS::AccountId}:" + path
  }

  private static let compute: [String: Row] = [
    "aws_lambda_function": row(
      .function, "function_name", arn: regional("lambda", "function:"),
      [
        "invoke_arn": .invocation(""), "qualified_invoke_arn": .invocation(":${version}"),
        "response_streaming_invoke_arn": .invocation(""), "qualified_arn": .arnThen(":${version}"),
      ]),
    "aws_sfn_state_machine": row(.stateMachine, "name", arn: regional("states", "stateMachine:"), id: .arn),
    "aws_pipes_pipe": row(.pipe, "name", arn: regional("pipes", "pipe/")),
    "aws_api_gateway_rest_api": row(
      .api, arn: "arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/",
      ["execution_arn": .around(regional("execute-api"), "")]),
    "aws_apigatewayv2_api": row(
      .api, arn: "arn:${AWS::Partition}:apigateway:${AWS::Region}::/apis/",
      [
        "execution_arn": .around(regional("execute-api"), ""),
        "api_endpoint": .around("https://", ".execute-api.${AWS::Region}.amazonaws.com"),
      ]),
    "aws_appsync_graphql_api": row(.graphQLAPI, arn: regional("appsync", "apis/")),
    "aws_lb": row(.loadBalancer, "name", arn: regional("elasticloadbalancing", "loadbalancer/app/"), id: .arn),
    "aws_alb": row(.loadBalancer, "name", arn: regional("elasticloadbalancing", "loadbalancer/app/"), id: .arn),
    "aws_cloudfront_distribution": row(
      .distribution, arn: "arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/"),
    "aws_cognito_user_pool": row(.userPool, arn: regional("cognito-idp", "userpool/")),
    "aws_iot_topic_rule": row(.iotRule, "name", arn: regional("iot", "rule/")),
  ]

  private static let storage: [String: Row] = [
    "aws_s3_bucket": row(
      .bucket, "bucket", arn: "arn:${AWS::Partition}:s3:::",
      [
        "bucket_domain_name": .around("", ".s3.amazonaws.com"),
        "bucket_regional_domain_name": .around("", ".s3.${AWS::Region}.amazonaws.com"),
      ]),
    "aws_dynamodb_table": row(
      .table, "name", arn: regional("dynamodb", "table/"), ["stream_arn": .arnThen("/stream/${label}")]),
    "aws_cloudwatch_log_group": row(.logGroup, "name", arn: regional("logs", "log-group:")),
    "aws_docdb_cluster": row(.documentCluster, "cluster_identifier", arn: regional("rds", "cluster:")),
  ]

  private static let messaging: [String: Row] = [
    "aws_sqs_queue": row(
      .queue, "name", arn: regional("sqs"),
      id: .around("https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/", ""),
      ["url": .around("https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/", "")]),
    "aws_sns_topic": row(.topic, "name", arn: regional("sns"), id: .arn),
    "aws_kinesis_stream": row(.stream, "name", arn: regional("kinesis", "stream/"), id: .arn),
    "aws_kinesis_firehose_delivery_stream": row(
      .firehose, "name", arn: regional("firehose", "deliverystream/"), id: .arn),
    "aws_cloudwatch_event_bus": row(.bus, "name", arn: regional("events", "event-bus/")),
    "aws_cloudwatch_event_rule": row(.rule, "name", arn: regional("events", "rule/")),
    "aws_scheduler_schedule": row(.schedule, "name", arn: regional("scheduler", "schedule/default/")),
    "aws_msk_cluster": row(
      .kafkaCluster, "cluster_name", arn: regional("kafka", "cluster/"), after: "/${id}", id: .arn),
    "aws_msk_serverless_cluster": row(
      .kafkaCluster, "cluster_name", arn: regional("kafka", "cluster/"), after: "/${id}", id: .arn),
    "aws_mq_broker": row(.broker, "broker_name", arn: regional("mq", "broker:"), after: ":${id}"),
  ]

  private static let access: [String: Row] = [
    "aws_iam_role": row(nil, "name", arn: "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/"),
    "aws_iam_policy": row(nil, "name", arn: "arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/", id: .arn),
  ]

  private static let network: [String: Row] = [
    "aws_vpc": row(
      nil, arn: regional("ec2", "vpc/"),
      [
        "main_route_table_id": .around("", ".main"), "default_route_table_id": .around("", ".main"),
        "default_security_group_id": .around("", ".default"),
      ]),
    "aws_default_vpc": row(nil, arn: regional("ec2", "vpc/"), ["main_route_table_id": .around("", ".main")]),
    "aws_subnet": row(nil, arn: regional("ec2", "subnet/")),
    "aws_security_group": row(nil, arn: regional("ec2", "security-group/")),
  ]
}
