import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A function's own dead-letter queue takes asynchronous events only.
  static let ineffectiveDLQ = Rule(
    id: "ineffective-dlq",
    title: "Dead-letter queue that never receives anything",
    severity: .warning,
    since: "0.1",
    check: .eachFunction { function, facts, report in
      guard let target = function.deadLetter ?? function.onFailure else { return }
      let triggers = facts.graph.triggers(of: function.id)
      guard let first = triggers.first,
        !facts.graph.hasTrigger(function.id, where: { mayBeAsynchronous($0, facts.graph) }),
        !facts.flow.isWritten(function.id)
      else { return }
      let name = facts.graph[function.id].name
      let isPolled = facts.graph.invocation(of: first) != .synchronous
      report(
        "'\(name)' is \(isPolled ? "polled" : "called synchronously"), so its dead-letter target never receives anything",
        at: target.span, resource: function.id, severity: isPolled ? .warning : .info, confidence: .likely,
        related: [Label(first.span, "'\(facts.graph[first.from].name)' wakes it here")],
        help: help(first, facts.graph)
      )
    }
  )
}

private func mayBeAsynchronous(_ relation: Relation, _ graph: ResourceGraph) -> Bool {
  switch graph.invocation(of: relation) {
  case .asynchronous: true
  case .synchronous: ([.resolver, .pipeTarget, .other, .stateMachineTask] as [Via]).contains(relation.via)
  case .polledQueue, .polledStream, .polledOther: false
  }
}

private func help(_ relation: Relation, _ graph: ResourceGraph) -> String {
  switch graph.invocation(of: relation) {
  case .polledQueue: "put a RedrivePolicy on the queue instead"
  case .polledStream, .polledOther: "put an on-failure destination on the event source mapping instead"
  case .synchronous, .asynchronous: "remove it, or handle the failure in the caller, who sees it"
  }
}
