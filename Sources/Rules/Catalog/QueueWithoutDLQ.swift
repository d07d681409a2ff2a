import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A message that always fails comes back until it expires, and then it is gone.
  static let queueWithoutDLQ = Rule(
    id: "queue-without-dlq",
    title: "Queue keeps bad messages until they expire",
    severity: .warning,
    since: "0.1",
    check: .wholeGraph { facts, report in
      let graph = facts.graph
      let lastResorts = graph.lastResorts
      for position in graph.queues.indices where graph.queues[position].redrive.isUnset {
        let id = graph.queues[position].id
        guard !lastResorts.contains(id), !graph.resources[id.index].isGenerated,
          let consumer = consumer(of: id, in: graph)
        else {
          continue
        }
        reportQueue(graph.queues[position], graph[consumer], facts, &report)
      }
    }
  )
}

private func reportQueue(_ queue: Queue, _ consumer: Relation, _ facts: Facts, _ report: inout Report) {
  let graph = facts.graph
  report(
    "a message that always fails stays in '\(graph[queue.id].name)' until it expires and is lost",
    at: queue.redrive.span, resource: queue.id,
    function: graph[consumer.to].kind == .function ? consumer.to : nil,
    related: [Label(consumer.span, "'\(graph[consumer.to].name)' polls the queue here")],
    help: "add a RedrivePolicy with a dead-letter queue of the same type and a maxReceiveCount of at least "
      + "\(facts.standards.minimumReceives)"
  )
}

private func consumer(of queue: ResourceID, in graph: ResourceGraph) -> RelationID? {
  let relations = graph.relations
  return graph.relations(from: queue).first { id in
    relations[id.index].mode == .poll && relations[id.index].kind == .trigger
      && relations[id.index].isEnabled.value != false && mayReject(relations[id.index].to, graph)
  }
}

/// Whether a consumer may give a message back: a pipe that waits for nobody hands each message on and is done with it.
private func mayReject(_ consumer: ResourceID, _ graph: ResourceGraph) -> Bool {
  guard graph[consumer].kind == .pipe else { return true }
  return graph.relations(from: consumer).contains { graph[$0].mode == .sync }
}
