import Infrastructure

/// The names of the resources that events can be written to, taken apart once for matching with IAM patterns.
struct ResourceNames {
  let graph: ResourceGraph
  /// Resources of each kind from which a written event can go on.
  private var candidates: [ResourceKind: [ResourceID]] = [:]
  private var forms: [ResourceID: [Form]] = [:]

  /// One spelling of what follows the account in a resource's ARN.
  struct Form {
    let items: [Glob.Item]
    /// Whether its unknown parts may be tried as any text.
    let isNamed: Bool
  }

  init(_ graph: ResourceGraph) {
    self.graph = graph
    let kinds = Set(WriteAction.kinds)
    for resource in graph.resources where kinds.contains(resource.kind) {
      guard resource.kind.hasIdentity || !graph.relations(from: resource.id).isEmpty else { continue }
      candidates[resource.kind, default: []].append(resource.id)
      forms[resource.id] = spell(resource)
    }
  }

  func candidates(_ kind: ResourceKind) -> [ResourceID] { candidates[kind] ?? [] }

  func isCandidate(_ id: ResourceID) -> Bool { forms[id] != nil }

  func forms(of id: ResourceID) -> [Form] { forms[id] ?? [] }

  /// The name as it is, with default values filled in, and as CloudFormation would make it up.
  private func spell(_ resource: Resource) -> [Form] {
    var names = [(resource.physicalName, resource.physicalName.hasLiteralPart)]
    let assumed = graph.assumed(resource.physicalName)
    if assumed != resource.physicalName { names.append((assumed, assumed.hasLiteralPart)) }
    if resource.physicalName == .symbol(resource.name, scope: resource.scope), !resource.name.contains(".") {
      names.append((generatedName(resource), false))
    }
    return names.map { name, isNamed in
      let text = Text(ResourceNames.prefix(of: resource.kind)) + name + Text(ResourceNames.ending(of: resource.kind))
      return Form(items: Glob(literal: text).items, isNamed: isNamed)
    }
  }

  /// Stack name, logical id and a random part; in lower case for buckets.
  ///
  /// Source: CloudFormation User Guide, "Name type", 2026-11.
  private func generatedName(_ resource: Resource) -> Text {
    let id = resource.kind == .bucket ? resource.name.lowercased() : resource.name
    return .symbol("AWS::StackName", scope: resource.scope) + Text("-\(id)-") + .symbol("random", scope: resource.scope)
  }

  /// What stands before the name in the last part of an ARN.
  static func prefix(of kind: ResourceKind) -> String {
    switch kind {
    case .function: "function:"
    case .stateMachine: "stateMachine:"
    case .table: "table/"
    case .stream: "stream/"
    case .firehose: "deliverystream/"
    case .bus: "event-bus/"
    case .logGroup: "log-group:"
    case .graphQLAPI: "apis/"
    case .iotTopic: "topic/"
    case .bucket, .queue, .topic, .rule, .pipe, .api, .schedule, .iotRule, .external, .kafkaCluster, .broker,
      .documentCluster, .userPool, .loadBalancer, .distribution, .emailReceipt:
      ""
    }
  }

  /// What follows the name where permissions are about what lies below it.
  static func ending(of kind: ResourceKind) -> String {
    switch kind {
    case .bucket, .api, .graphQLAPI: "/"
    case .function, .stateMachine, .table, .stream, .firehose, .bus, .logGroup, .iotTopic, .queue, .topic, .rule,
      .pipe, .schedule, .iotRule, .external, .kafkaCluster, .broker, .documentCluster, .userPool, .loadBalancer,
      .distribution, .emailReceipt:
      ""
    }
  }

  /// The service in the ARNs of a kind.
  static func service(of kind: ResourceKind) -> String {
    switch kind {
    case .function: "lambda"
    case .bucket: "s3"
    case .queue: "sqs"
    case .topic: "sns"
    case .table: "dynamodb"
    case .stream: "kinesis"
    case .firehose: "firehose"
    case .bus, .rule: "events"
    case .pipe: "pipes"
    case .stateMachine: "states"
    case .logGroup: "logs"
    case .api: "execute-api"
    case .schedule: "scheduler"
    case .iotRule, .iotTopic: "iot"
    case .kafkaCluster: "kafka"
    case .broker: "mq"
    case .documentCluster: "rds"
    case .userPool: "cognito-idp"
    case .graphQLAPI: "appsync"
    case .external, .loadBalancer, .distribution, .emailReceipt: ""
    }
  }
}
