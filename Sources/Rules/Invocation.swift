import Analyses
import Infrastructure

/// How a source wakes a function, which decides who retries and where failures go.
enum Invocation: Sendable, Hashable {
  /// The caller waits for the answer and sees the failure.
  case synchronous
  /// Lambda queues the event, retries it twice and then drops it or hands it to a destination.
  case asynchronous
  /// Lambda polls a queue; failures go back to the queue.
  case polledQueue
  /// Lambda polls a stream in order; a failure blocks the shard until the record expires.
  case polledStream
  /// Lambda polls Kafka, a broker or a source of unknown kind.
  case polledOther
}

extension ResourceGraph {
  /// What the user wrote, read where it stands: the resource as a whole would be copied.
  func name(of id: ResourceID) -> String { resources[id.index].name }

  /// How a relation wakes its function.
  func invocation(of relation: Relation) -> Invocation {
    switch relation.mode {
    case .sync: .synchronous
    case .async: .asynchronous
    case .poll: polling(of: resources[relation.from.index].kind)
    }
  }

  private func polling(of kind: ResourceKind) -> Invocation {
    switch kind {
    case .queue: .polledQueue
    case .table, .stream: .polledStream
    case .function, .bucket, .topic, .bus, .rule, .pipe, .stateMachine, .firehose, .logGroup, .api, .schedule, .iotRule,
      .external, .kafkaCluster, .broker, .documentCluster, .userPool, .graphQLAPI, .loadBalancer, .distribution,
      .emailReceipt, .iotTopic:
      .polledOther
    }
  }

  /// What the user names as the source of a polled function: the consumer of a stream where there is one.
  func sourceName(of relation: Relation) -> String { relation.polling?.consumer ?? self[relation.from].name }

  /// Whether a mapping takes records in order and has the error handling of one: a stream, or Kafka in provisioned mode.
  func isOrdered(_ relation: Relation) -> Bool {
    switch invocation(of: relation) {
    case .polledStream: true
    case .polledOther: self[relation.from].kind == .kafkaCluster && relation.polling?.hasProvisionedPollers == true
    case .polledQueue, .synchronous, .asynchronous: false
    }
  }

  /// Whether anything is known to wake a function in a given way.
  func isWoken(_ function: ResourceID, _ invocation: Invocation) -> Bool {
    hasTrigger(function) { self.invocation(of: $0) == invocation }
  }

  /// Whether an enabled trigger of a function meets a condition.
  @inline(__always)
  func hasTrigger(_ function: ResourceID, where meets: (Relation) -> Bool) -> Bool {
    let triggers = triggers(of: function)
    return triggers.indices.contains { meets(triggers[$0]) }
  }

  /// The first enabled trigger of a function that meets a condition.
  @inline(__always)
  func trigger(of function: ResourceID, where meets: (Relation) -> Bool) -> Relation? {
    let triggers = triggers(of: function)
    return triggers.indices.first { meets(triggers[$0]) }.map { triggers[$0] }
  }

  /// The places that events go to when they could not be handled.
  var lastResorts: Set<ResourceID> {
    var places: Set<ResourceID> = []
    // By position, because each of these values is large and seldom has what is looked for.
    for position in relations.indices {
      let (via, from, to) = (relations[position].via, relations[position].from, relations[position].to)
      if via == .deadLetterQueue || via == .redrive || via == .onFailure { places.insert(to) }
      if let deadLetter = relations[position].deadLetter { insert(deadLetter, seenFrom: from, into: &places) }
      if let failed = relations[position].polling?.onFailure { insert(failed, seenFrom: to, into: &places) }
    }
    for position in queues.indices where !queues[position].redrive.isUnset {
      if let place = queues[position].redrive.value?.target.resource { places.insert(place) }
    }
    for position in functions.indices {
      if let place = functions[position].deadLetter?.resource { places.insert(place) }
      if let place = functions[position].onFailure?.resource { places.insert(place) }
    }
    return places
  }

  /// Adds the resource of a reference, also where the reference itself was not tied.
  private func insert(_ reference: Reference, seenFrom id: ResourceID, into places: inout Set<ResourceID>) {
    let place = reference.resource ?? resource(reference.text, expecting: nil, scope: self[id].scope)
    if let place { places.insert(place) }
  }
}
