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
      let lastResorts = facts.graph.lastResorts
      for queue in facts.graph.queues where queue.redrive.isUnset && !facts.graph[queue.id].isGenerated {
        guard !lastResorts.contains(queue.id), let consumer = consumer(of: queue.id, in: facts.graph) else { continue }
        reportQueue(queue, consumer, facts, &report)
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

private func consumer(of queue: ResourceID, in graph: ResourceGraph) -> Relation? {
  graph.relations(from: queue).lazy.map { graph[$0] }.first { relation in
    relation.mode == .poll && relation.kind == .trigger && relation.isEnabled.value != false
      && mayReject(relation.to, graph)
  }
}

/// Whether a consumer may give a message back: a pipe that waits for nobody hands each message on and is done with it.
private func mayReject(_ consumer: ResourceID, _ graph: ResourceGraph) -> Bool {
  guard graph[consumer].kind == .pipe else { return true }
  return graph.relations(from: consumer).contains { graph[$0].mode == .sync }
}
