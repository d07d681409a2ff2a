import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A queue gives each message to one consumer, and a message that this one's filter rejects is deleted.
  static let filterDropsMessages = Rule(
    id: "filter-drops-messages",
    title: "Consumers with filters delete each other's messages",
    severity: .error,
    since: "0.1",
    check: .eachQueue { queue, facts, report in
      let relations = facts.graph.relations(from: queue.id)
      if relations.count < 2 { return }
      let consumers = relations.map { facts.graph[$0] }
        .filter { $0.kind == .trigger && $0.mode == .poll && $0.isEnabled.value != false }
      guard consumers.count > 1, let filtered = consumers.first(where: hasFilter) else { return }
      let name = facts.graph[queue.id].name
      report(
        "'\(name)' has \(consumers.count) consumers, and '\(facts.graph[filtered.to].name)' deletes what its filter rejects",
        at: filterSpan(filtered), resource: queue.id, function: filtered.to, severity: .error,
        related: consumers.filter { $0.id != filtered.id }.map {
          Label($0.span, "'\(facts.graph[$0.to].name)' polls the same queue")
        },
        help: "give each consumer a queue of its own, filled through a topic or a rule that does the filtering"
      )
    }
  )
}

private func hasFilter(_ relation: Relation) -> Bool {
  switch relation.filter {
  case .patterns(let patterns): !patterns.isEmpty
  case .all, .objects, .message, .logLines, .calls, .recipients, .unresolved: false
  }
}

private func filterSpan(_ relation: Relation) -> Span {
  guard case .patterns(let patterns) = relation.filter, let first = patterns.first else { return relation.span }
  return first.span
}
