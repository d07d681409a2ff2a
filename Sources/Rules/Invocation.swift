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
  /// How a relation wakes its function.
  func invocation(of relation: Relation) -> Invocation {
    switch relation.mode {
    case .sync: .synchronous
    case .async: .asynchronous
    case .poll: polling(of: self[relation.from].kind)
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
    triggers(of: function).contains { self.invocation(of: $0) == invocation }
  }

  /// The places that events go to when they could not be handled.
  var lastResorts: Set<ResourceID> {
    var places: Set<ResourceID> = []
    let ways: [Via] = [.deadLetterQueue, .redrive, .onFailure]
    for relation in relations {
      if ways.contains(relation.via) { places.insert(relation.to) }
      if let place = place(of: relation.deadLetter, scope: self[relation.from].scope) { places.insert(place) }
      if let place = place(of: relation.polling?.onFailure, scope: self[relation.to].scope) { places.insert(place) }
    }
    for queue in queues { queue.redrive.value?.target.resource.map { _ = places.insert($0) } }
    for function in functions {
      for place in [function.deadLetter?.resource, function.onFailure?.resource] { place.map { _ = places.insert($0) } }
    }
    return places
  }

  /// The resource of a reference, also where the reference itself was not tied.
  func place(of reference: Reference?, scope: String) -> ResourceID? {
    guard let reference else { return nil }
    return reference.resource ?? resource(reference.text, expecting: nil, scope: scope)
  }
}
