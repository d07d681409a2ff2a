import Infrastructure

/// The names of the resources that events can be written to, taken apart once for matching with IAM patterns.
///
/// A class, as names are taken apart when a pattern is first held against them, and most never are.
final class ResourceNames {
  let graph: ResourceGraph
  /// The resources from which a written event can go on.
  private let candidates: Candidates
  /// The spellings of each resource; none for those that nobody asked for.
  private var forms: [[Form]]

  /// One spelling of what follows the account in a resource's ARN.
  struct Form {
    let items: [Glob.Item]
    /// Whether its unknown parts may be tried as any text.
    let isNamed: Bool
  }

  init(_ graph: ResourceGraph) {
    self.graph = graph
    forms = Array(repeating: [], count: graph.resources.count)
    var found = Candidates(resources: graph.resources.count)
    let written = ResourceKind.allCases.map { !ActionSet.writing(to: $0).isEmpty }
    for index in graph.resources.indices {
      let (id, kind) = (ResourceID(index), graph.resources[index].kind)
      guard written[Int(kind.rawValue)], graph.goesOn(id, kind) else { continue }
      found.insert(id, kind, beside: graph.resources[index].scope)
      if graph.resources[index].isExternal { found.insert(id, kind, besideUsersIn: graph) }
    }
    found.sort()
    candidates = found
  }

  /// Whether there is any resource of a kind.
  func hasCandidates(_ kind: ResourceKind) -> Bool { candidates.byKind[Int(kind.rawValue)] != nil }

  /// The service and the name in the ARN of something that is known by its ARN alone.
  func callee(_ id: ResourceID) -> (service: String, name: Text)? { graph.callee(id) }

  /// Whether a queue keeps the dead letters of another one.
  func isRedriven(to queue: ResourceID) -> Bool { graph.isRedriven(to: queue) }

  /// The queues whose dead letters a queue keeps.
  func redrivers(of id: ResourceID) -> [ResourceID] {
    graph.relations(to: id).filter { graph.via(of: $0) == .redrive }.map(graph.origin(of:))
  }

  /// Whether somebody takes down who reads from a bucket.
  func isObserved(_ bucket: ResourceID) -> Bool {
    graph.relations(from: bucket).contains { graph.via(of: $0) == .accessLog || graph.via(of: $0) == .trail }
  }

  /// The resources of a kind that a wildcard of a stack may mean: those of stacks that it is or holds or lies in; it says
  /// nothing about unrelated stacks of the same run.
  func candidates(_ kind: ResourceKind, near scope: String) -> [ResourceID] {
    candidates.byKind[Int(kind.rawValue)]?.near(scope) ?? []
  }

  func isCandidate(_ id: ResourceID) -> Bool { candidates.contains(id) }

  func forms(of id: ResourceID) -> [Form] {
    guard candidates.contains(id) else { return [] }
    if forms[id.index].isEmpty { forms[id.index] = spell(graph.resources[id.index]) }
    return forms[id.index]
  }

  /// The name as it is, with default values filled in, and as CloudFormation would make it up.
  private func spell(_ resource: Resource) -> [Form] {
    if resource.kind == .external, let callee = callee(resource.id) {
      return [Form(items: Glob(literal: Text(callee.service + ":") + callee.name).items, isNamed: true)]
    }
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
    case .iotTopic, .kafkaCluster: "topic/"
    case .userPool: "userpool/"
    case .bucket, .queue, .topic, .rule, .pipe, .api, .schedule, .iotRule, .external, .broker,
      .documentCluster, .loadBalancer, .distribution, .emailReceipt:
      ""
    }
  }

  /// What follows the name where permissions are about what lies below it.
  static func ending(of kind: ResourceKind) -> String {
    switch kind {
    case .bucket, .api, .graphQLAPI, .kafkaCluster: "/"
    case .function, .stateMachine, .table, .stream, .firehose, .bus, .logGroup, .iotTopic, .queue, .topic, .rule,
      .pipe, .schedule, .iotRule, .external, .broker, .documentCluster, .userPool, .loadBalancer,
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
    case .emailReceipt: "ses"
    case .external, .loadBalancer, .distribution: ""
    }
  }
}
