import Infrastructure

/// What `Ref` and `Fn::GetAtt` of a CloudFormation resource type give, and what the type is in the graph.
///
/// Source: CloudFormation resource reference, "Return values" of each type, 2025-11. Serverless types stand for the
/// resources that the SAM transform makes of them.
final class ResourceType: Sendable {
  /// What a reference stands for.
  enum Identity: Sendable {
    case name
    case arn
    case url
  }

  /// How the ARN is put together from the physical name.
  struct ARN: Sendable {
    let head: String
    let tail: String
  }

  let kind: ResourceKind?
  let nameProperty: String?
  let arn: ARN?
  let ref: Identity

  /// - Parameters:
  ///   - prefix: what stands before the name, such as `table/`.
  ///   - place: what stands between service and resource: region and account, one of them, or neither.
  init(
    _ kind: ResourceKind?, name: String?, _ service: String, _ prefix: String = "", ref: Identity = .name,
    place: String = "${AWS::Region}:${AWS::AccountId}", suffix: String = ""
  ) {
    self.kind = kind
    nameProperty = name
    arn = service.isEmpty ? nil : ARN(head: "arn:${AWS::Partition}:\(service):\(place):\(prefix)", tail: suffix)
    self.ref = ref
  }

  /// The ARN of a resource of this type by its physical name.
  func arnText(_ name: Text) -> Text? {
    arn.map { Text($0.head, name, $0.tail) }
  }

  /// What `Ref` gives for a physical name.
  func refText(_ name: Text) -> Text {
    switch ref {
    case .name: name
    case .arn: arnText(name) ?? name
    case .url: ResourceType.queueURL(name)
    }
  }

  static func queueURL(_ name: Text) -> Text {
    Text("https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/", name, "")
  }

  private static let function = ResourceType(.function, name: "FunctionName", "lambda", "function:")
  private static let tableType = ResourceType(.table, name: "TableName", "dynamodb", "table/")
  private static let api = ResourceType(.api, name: nil, "execute-api")
  private static let iam = ":${AWS::AccountId}"

  /// The types by name.
  struct Table: Sendable, ExpressibleByDictionaryLiteral {
    private var names = NameTable()
    private var types: [ResourceType] = []

    init(dictionaryLiteral types: (String, ResourceType)...) {
      for (name, type) in types where names.enter(name).isNew { self.types.append(type) }
    }

    subscript(name: String) -> ResourceType? { names[name].map { types[$0] } }
  }

  /// The plain type of a kind that policies are attached to.
  static func of(_ kind: ResourceKind) -> ResourceType? {
    switch kind {
    case .function: table["AWS::Lambda::Function"]
    case .bucket: table["AWS::S3::Bucket"]
    case .queue: table["AWS::SQS::Queue"]
    case .topic: table["AWS::SNS::Topic"]
    case .table: table["AWS::DynamoDB::Table"]
    case .stream: table["AWS::Kinesis::Stream"]
    case .bus: table["AWS::Events::EventBus"]
    case .rule, .pipe, .stateMachine, .firehose, .logGroup, .api, .schedule, .iotRule, .external, .kafkaCluster,
      .broker, .documentCluster, .userPool, .graphQLAPI, .loadBalancer, .distribution, .emailReceipt, .iotTopic:
      nil
    }
  }

  static let table: Table = [
    "AWS::Lambda::Function": function,
    "AWS::Serverless::Function": function,
    "AWS::S3::Bucket": ResourceType(.bucket, name: "BucketName", "s3", place: ":"),
    "AWS::SQS::Queue": ResourceType(.queue, name: "QueueName", "sqs", ref: .url),
    "AWS::SNS::Topic": ResourceType(.topic, name: "TopicName", "sns", ref: .arn),
    "AWS::DynamoDB::Table": tableType,
    "AWS::DynamoDB::GlobalTable": tableType,
    "AWS::Serverless::SimpleTable": tableType,
    "AWS::Kinesis::Stream": ResourceType(.stream, name: "Name", "kinesis", "stream/"),
    "AWS::KinesisFirehose::DeliveryStream": ResourceType(
      .firehose, name: "DeliveryStreamName", "firehose", "deliverystream/"),
    "AWS::Events::EventBus": ResourceType(.bus, name: "Name", "events", "event-bus/"),
    "AWS::Events::Rule": ResourceType(.rule, name: "Name", "events", "rule/"),
    "AWS::Scheduler::Schedule": ResourceType(.schedule, name: "Name", "scheduler", "schedule/default/"),
    "AWS::Pipes::Pipe": ResourceType(.pipe, name: "Name", "pipes", "pipe/"),
    "AWS::StepFunctions::StateMachine": ResourceType(
      .stateMachine, name: "StateMachineName", "states", "stateMachine:", ref: .arn),
    "AWS::Serverless::StateMachine": ResourceType(.stateMachine, name: "Name", "states", "stateMachine:", ref: .arn),
    "AWS::Logs::LogGroup": ResourceType(.logGroup, name: "LogGroupName", "logs", "log-group:", suffix: ":*"),
    "AWS::IAM::Role": ResourceType(nil, name: "RoleName", "iam", "role/", place: iam),
    "AWS::IAM::ManagedPolicy": ResourceType(nil, name: "ManagedPolicyName", "iam", "policy/", ref: .arn, place: iam),
    "AWS::ApiGateway::RestApi": api,
    "AWS::Serverless::Api": api,
    "AWS::ApiGatewayV2::Api": api,
    "AWS::Serverless::HttpApi": api,
    "AWS::Serverless::WebSocketApi": api,
    "AWS::Cognito::UserPool": ResourceType(.userPool, name: nil, "cognito-idp", "userpool/"),
    "AWS::AppSync::GraphQLApi": ResourceType(.graphQLAPI, name: nil, "appsync", "apis/", ref: .arn),
    "AWS::Serverless::GraphQLApi": ResourceType(.graphQLAPI, name: nil, "appsync", "apis/", ref: .arn),
    "AWS::IoT::TopicRule": ResourceType(.iotRule, name: "RuleName", "iot", "rule/"),
    "AWS::ElasticLoadBalancingV2::TargetGroup": ResourceType(
      .loadBalancer, name: "Name", "elasticloadbalancing", "targetgroup/", ref: .arn),
    "AWS::VpcLattice::TargetGroup": ResourceType(
      .loadBalancer, name: "Name", "vpc-lattice", "targetgroup/", ref: .arn),
    "AWS::CloudFront::Distribution": ResourceType(.distribution, name: nil, ""),
    "AWS::SES::ReceiptRule": ResourceType(.emailReceipt, name: nil, ""),
    "AWS::MSK::Cluster": ResourceType(.kafkaCluster, name: "ClusterName", "kafka", "cluster/", ref: .arn),
    "AWS::MSK::ServerlessCluster": ResourceType(.kafkaCluster, name: "ClusterName", "kafka", "cluster/", ref: .arn),
    "AWS::AmazonMQ::Broker": ResourceType(.broker, name: "BrokerName", "mq", "broker:"),
    "AWS::DocDB::DBCluster": ResourceType(.documentCluster, name: "DBClusterIdentifier", "rds", "cluster:"),
    "AWS::SecretsManager::Secret": ResourceType(nil, name: "Name", "secretsmanager", "secret:", ref: .arn),
    "AWS::SSM::Parameter": ResourceType(nil, name: "Name", "ssm", "parameter/"),
    "AWS::CodePipeline::Pipeline": ResourceType(nil, name: "Name", "codepipeline"),
    "AWS::CodeCommit::Repository": ResourceType(nil, name: "RepositoryName", "codecommit"),
    "AWS::KMS::Key": ResourceType(nil, name: nil, "kms", "key/"),
  ]
}
