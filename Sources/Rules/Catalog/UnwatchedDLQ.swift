import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// Messages in a dead-letter queue help nobody who is not told.
  static let unwatchedDLQ = Rule(
    id: "unwatched-dlq",
    title: "Nobody learns of messages in a dead-letter queue",
    severity: .info,
    since: "0.1",
    check: .wholeGraph { facts, report in
      let lastResorts = facts.graph.lastResorts
      for id in facts.graph.queues.indices.lazy.map({ facts.graph.queues[$0].id }) where lastResorts.contains(id) {
        let resource = facts.graph[id]
        guard !resource.isGenerated, !isConsumed(id, facts.graph),
          !facts.alarms.watch(resource, dimension: "QueueName")
        else { continue }
        report(
          "failed messages pile up in '\(resource.name)' unseen: no alarm and no consumer",
          at: resource.span, resource: id, confidence: .likely,
          help: "add an alarm on its ApproximateNumberOfMessagesVisible, or a function that handles what arrives"
        )
      }
    }
  )
}

private func isConsumed(_ queue: ResourceID, _ graph: ResourceGraph) -> Bool {
  graph.relations(from: queue).contains { graph[$0].kind == .trigger }
}
