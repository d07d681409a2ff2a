import Infrastructure

/// What is known about an event on its way: enough to say which filters it can pass.
enum CarriedEvent: Sendable, Hashable {
  case object(ObjectEvent)
  case item(ItemEvent)
  case bus(BusEvent)
  /// A service was called.
  case call(ActionSet)
  /// A record in a Kafka topic; each glob is the cluster's id, a slash and the topic.
  case record(topics: [Glob])
  /// A message whose content the code decides.
  case opaque
}

/// Something happened to an object of a bucket.
struct ObjectEvent: Sendable, Hashable {
  let bucket: ResourceID
  let actions: ActionSet
  /// The keys it may concern.
  let keys: [Glob]
  /// Keys that a deny takes out again.
  var exceptions: [Glob] = []
}

/// Something happened to an item of a table.
struct ItemEvent: Sendable, Hashable {
  let table: ResourceID
  let actions: ActionSet
  /// What the partition key may be; empty means anything.
  var leadingKeys: [Glob] = []
}

/// An event on a bus.
struct BusEvent: Sendable, Hashable {
  /// What its `source` may be; empty means anything that PutEvents lets through.
  var sources: [Glob]
  /// What its `detail-type` may be; empty means anything.
  var detailTypes: [Glob]
  /// Whether code chooses the source, so that it can't begin with `aws.`.
  var isPut: Bool
  /// The state machine whose execution it reports.
  var machine: ResourceID?
  /// The API call that it reports.
  var call: APICall?
  var exclusions = Exclusions()

  /// Values that conditions rule out.
  struct Exclusions: Sendable, Hashable {
    var sources: [Glob] = []
    var detailTypes: [Glob] = []
  }
}

extension CarriedEvent {
  /// The event that appears in a resource when something is put into it.
  ///
  /// - Parameter emission: what the configuration knows about it; nil where it only says that something arrives.
  static func arriving(
    at resource: ResourceID, _ kind: ResourceKind, emission: Emission?, patterns: inout ActionPatterns
  ) -> CarriedEvent {
    switch kind {
    case .bucket:
      let actions = known(emission, at: .bucket, default: "s3:PutObject", patterns: &patterns)
      let keys = emission?.keys ?? []
      return .object(
        ObjectEvent(
          bucket: resource, actions: actions, keys: keys.isEmpty ? [.everything] : keys.map { Glob(pattern: $0) }))
    case .table:
      let actions = known(emission, at: .table, default: "dynamodb:*", patterns: &patterns)
      return .item(ItemEvent(table: resource, actions: actions))
    case .bus:
      let sources = emission?.sources ?? []
      let types = emission?.detailTypes ?? []
      return .bus(
        BusEvent(
          sources: sources.map { Glob(literal: Text($0)) }, detailTypes: types.map { Glob(literal: Text($0)) },
          isPut: true))
    case .function, .queue, .topic, .stream, .rule, .pipe, .stateMachine, .firehose, .logGroup, .api, .schedule,
      .iotRule, .external, .kafkaCluster, .broker, .documentCluster, .userPool, .graphQLAPI, .loadBalancer,
      .distribution, .emailReceipt, .iotTopic:
      return .opaque
    }
  }

  private static func known(
    _ emission: Emission?, at kind: ResourceKind, default fallback: String, patterns: inout ActionPatterns
  ) -> ActionSet {
    var actions = ActionSet()
    for name in emission?.actions ?? [] { actions.formUnion(patterns(name)) }
    actions.formIntersection(.writing(to: kind))
    return actions.isEmpty ? patterns(fallback).intersection(.writing(to: kind)) : actions
  }

  /// What a result of an asynchronous invocation looks like on a bus.
  ///
  /// Source: Lambda Developer Guide, "Retaining records of asynchronous invocations", 2026-11.
  static func invocationResult(_ via: Via) -> CarriedEvent {
    let outcome = via == .onSuccess ? "Success" : "Failure"
    return .bus(
      BusEvent(
        sources: [Glob(literal: "lambda")],
        detailTypes: [Glob(literal: Text("Lambda Function Invocation Result - \(outcome)"))], isPut: false))
  }

  /// The object in which the record of a failed invocation or batch is kept.
  ///
  /// Source: Lambda Developer Guide, "Retaining records of asynchronous invocations", 2026-11.
  static func failureRecord(in bucket: ResourceID, patterns: inout ActionPatterns) -> CarriedEvent {
    .object(ObjectEvent(bucket: bucket, actions: patterns("s3:PutObject"), keys: [Glob.prefix("aws/lambda/")]))
  }

  /// What Step Functions says on the default bus about the executions of a state machine.
  ///
  /// Source: Step Functions Developer Guide, "Automating Step Functions event delivery with EventBridge", 2026-11.
  static func executionStatus(of machine: ResourceID) -> CarriedEvent {
    .bus(
      BusEvent(
        sources: [Glob(literal: "aws.states")],
        detailTypes: [Glob(literal: "Step Functions Execution Status Change")], isPut: false, machine: machine))
  }

  /// The same knowledge as an emission, for reports.
  var emission: Emission {
    switch self {
    case .object(let event): Emission(actions: event.actions.names, keys: event.keys.map(\.text))
    case .item(let event): Emission(actions: event.actions.names)
    case .bus(let event):
      Emission(
        actions: ["events:PutEvents"], sources: event.sources.map(\.text.raw),
        detailTypes: event.detailTypes.map(\.text.raw))
    case .call(let actions): Emission(actions: actions.names)
    case .record: Emission(actions: [])
    case .opaque: Emission(actions: [])
    }
  }
}
