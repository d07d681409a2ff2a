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
      for queue in facts.graph.queues where lastResorts.contains(queue.id) {
        let resource = facts.graph[queue.id]
        guard !resource.isGenerated, !isConsumed(queue.id, facts.graph),
          !facts.graph.isWatched(resource, dimension: "QueueName")
        else { continue }
        report(
          "failed messages pile up in '\(resource.name)' unseen: no alarm and no consumer",
          at: resource.span, resource: queue.id, confidence: .likely,
          help: "add an alarm on its ApproximateNumberOfMessagesVisible, or a function that handles what arrives"
        )
      }
    }
  )
}

private func isConsumed(_ queue: ResourceID, _ graph: ResourceGraph) -> Bool {
  graph.relations(from: queue).contains { graph[$0].kind == .trigger }
}

extension ResourceGraph {
  /// Whether some alarm has a resource among its dimensions; one whose value can't be known may watch anything.
  func isWatched(_ resource: Resource, dimension: String, metrics: Set<String>? = nil) -> Bool {
    alarms.contains { alarm in
      if let metrics, let metric = alarm.metric.known, !metrics.contains(metric) { return false }
      return alarm.dimensions.contains { $0.name == dimension && names(resource, $0.value) }
    }
  }

  private func names(_ resource: Resource, _ value: Text) -> Bool {
    value == resource.physicalName || value.isUnknownName || assumed(value) == assumed(resource.physicalName)
      || value.raw.hasSuffix(":" + resource.physicalName.raw)
  }
}

extension Text {
  /// Whether it is the value of one parameter alone, which may be any name.
  fileprivate var isUnknownName: Bool {
    guard pieces.count == 1, case .symbol(let symbol)? = pieces.first else { return false }
    return !symbol.utf8.contains(UInt8(ascii: "#"))
  }
}
