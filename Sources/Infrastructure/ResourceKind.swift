/// What a resource is, as far as events, permissions and networks care.
@usableFromInline package enum ResourceKind: UInt8, Sendable, CaseIterable {
  case function
  case bucket
  case queue
  case topic
  case table
  /// A Kinesis data stream.
  case stream
  case bus
  case rule
  case pipe
  case stateMachine
  case firehose
  case logGroup
  case api
  case schedule
  case iotRule
  /// A source or target of a kind without a name of its own, or one outside the files.
  case external
  // Kinds that take part in the graph but that reports call `external` or `api`.
  case kafkaCluster
  case broker
  case documentCluster
  case userPool
  case graphQLAPI
  case loadBalancer
  case distribution
  case emailReceipt
  case iotTopic

  /// The word for the kind by which everything is told apart.
  package var name: String {
    switch self {
    case .function: "function"
    case .bucket: "bucket"
    case .queue: "queue"
    case .topic: "topic"
    case .table: "table"
    case .stream: "stream"
    case .bus: "bus"
    case .rule: "rule"
    case .pipe: "pipe"
    case .stateMachine: "state-machine"
    case .firehose: "firehose"
    case .logGroup: "log-group"
    case .api: "api"
    case .schedule: "schedule"
    case .iotRule: "iot-rule"
    case .external: "external"
    case .kafkaCluster: "kafkaCluster"
    case .broker: "broker"
    case .documentCluster: "documentCluster"
    case .userPool: "userPool"
    case .graphQLAPI: "graphQLAPI"
    case .loadBalancer: "loadBalancer"
    case .distribution: "distribution"
    case .emailReceipt: "emailReceipt"
    case .iotTopic: "iotTopic"
    }
  }

  /// The kind that a word stands for; nil when there is none.
  package init?(named name: String) {
    guard let kind = ResourceKind.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }

  /// The contract's word for the kind.
  package var contractName: String {
    switch self {
    case .function, .bucket, .queue, .topic, .table, .stream, .bus, .rule, .pipe, .stateMachine, .firehose, .logGroup,
      .api, .schedule, .iotRule, .external:
      name
    case .graphQLAPI: "api"
    case .kafkaCluster, .broker, .documentCluster, .userPool, .loadBalancer, .distribution, .emailReceipt, .iotTopic:
      "external"
    }
  }

  /// The field's word for the kind in sentences.
  package var title: String {
    switch self {
    case .function, .bucket, .queue, .topic, .table, .stream, .rule, .pipe, .schedule, .broker, .distribution:
      name
    case .bus: "event bus"
    case .stateMachine: "state machine"
    case .firehose: "delivery stream"
    case .logGroup: "log group"
    case .api: "API"
    case .iotRule: "IoT rule"
    case .external: "resource"
    case .kafkaCluster: "Kafka cluster"
    case .documentCluster: "DocumentDB cluster"
    case .userPool: "user pool"
    case .graphQLAPI: "GraphQL API"
    case .loadBalancer: "load balancer"
    case .emailReceipt: "receipt rule"
    case .iotTopic: "IoT topic"
    }
  }

  /// Whether it runs under a role of its own and can cause events by its permissions.
  @inlinable package var hasIdentity: Bool {
    switch self {
    case .function, .stateMachine, .pipe: true
    case .bucket, .queue, .topic, .table, .stream, .bus, .rule, .firehose, .logGroup, .api, .schedule, .iotRule,
      .external, .kafkaCluster, .broker, .documentCluster, .userPool, .graphQLAPI, .loadBalancer, .distribution,
      .emailReceipt, .iotTopic:
      false
    }
  }
}
