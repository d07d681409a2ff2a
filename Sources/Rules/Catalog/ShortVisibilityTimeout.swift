import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A message that becomes visible while it is still worked on is worked on twice.
  static let shortVisibilityTimeout = Rule(
    id: "short-visibility-timeout",
    title: "Messages reappear while they are still being processed",
    severity: .error,
    since: "0.1",
    check: .eachTrigger { relation, function, facts, report in
      guard relation.via == .eventSourceMapping, relation.isEnabled.value != false,
        let queue = facts.graph.queue(relation.from),
        let visibility = queue.visibilityTimeout.value(default: Limits.defaultVisibility),
        let timeout = function.effectiveTimeout
      else { return }
      let window = relation.polling?.batchingWindow.value ?? 0
      let needed = timeout &* Limits.visibilityFactor &+ window
      guard visibility < needed else { return }
      let names = (queue: facts.graph[queue.id].name, function: facts.graph[function.id].name)
      let isBelow = visibility < timeout
      report(
        isBelow
          ? "'\(names.queue)' shows messages again after \(visibility) s, but '\(names.function)' may run \(timeout) s"
          : "'\(names.queue)' shows messages again after \(visibility) s, under 6 × the \(timeout) s of '\(names.function)'",
        at: queue.visibilityTimeout.span, resource: queue.id, function: function.id,
        severity: isBelow ? .error : .warning,
        related: [
          Label(function.timeout.span, "the function may run \(timeout) s"),
          Label(relation.span, "the function polls the queue here"),
        ],
        help: help(needed: needed, window: window, isBelow: isBelow)
      )
    }
  )
}

private func help(needed: Int, window: Int, isBelow: Bool) -> String {
  let sum = window > 0 ? "6 × the timeout plus the batching window" : "6 × the timeout"
  let consequence = isBelow ? "; Lambda refuses to create such a mapping" : ""
  return "set VisibilityTimeout to at least \(needed) s (\(sum)), or lower the function's timeout\(consequence)"
}
