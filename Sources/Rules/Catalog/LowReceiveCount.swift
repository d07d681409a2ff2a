import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A throttled function uses up receives, so a low count sends good messages to the dead-letter queue.
  static let lowReceiveCount = Rule(
    id: "low-receive-count",
    title: "Good messages end in the dead-letter queue",
    severity: .warning,
    since: "0.1",
    check: .eachQueue { queue, facts, report in
      guard !queue.redrive.isUnset, let redrive = queue.redrive.value,
        case .known(let count, let span) = redrive.maximumReceives,
        count < facts.standards.minimumReceives,
        let consumer = facts.graph.relations(from: queue.id).first(where: {
          facts.graph[$0].via == .eventSourceMapping && facts.graph[$0].isEnabled.value != false
        })
      else { return }
      let name = facts.graph[queue.id].name
      report(
        count == 1
          ? "one throttle or timeout is enough to send a message of '\(name)' to its dead-letter queue"
          : "\(count) throttles or timeouts are enough to send a message of '\(name)' to its dead-letter queue",
        at: span, resource: queue.id, function: facts.graph[consumer].to, severity: count == 1 ? .warning : .info,
        help: "set maxReceiveCount to at least \(facts.standards.minimumReceives)"
      )
    }
  )
}
