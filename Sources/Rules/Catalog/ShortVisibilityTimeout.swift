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
    check: .eachTrigger(.eventSourceMapping) { relation, function, facts, report in
      guard let queue = facts.graph.queue(relation.from),
        let visibility = queue.visibilityTimeout.value(default: Limits.defaultVisibility),
        let timeout = function.effectiveTimeout
      else { return }
      let window = relation.polling?.batchingWindow.value ?? 0
      let factor = facts.standards.visibilityFactor
      let needed = timeout &* factor &+ window
      guard visibility < needed else { return }
      let names = (queue: facts.graph[queue.id].name, function: facts.graph[function.id].name)
      let isBelow = visibility < timeout
      report(
        isBelow
          ? "'\(names.queue)' shows messages again after \(visibility) s, but '\(names.function)' may run \(timeout) s"
          : "'\(names.queue)' shows messages again after \(visibility) s, under \(factor) × the \(timeout) s of '\(names.function)'",
        at: queue.visibilityTimeout.span, resource: queue.id, function: function.id,
        severity: isBelow ? .error : .warning,
        related: [
          Label(function.timeout.span, "the function may run \(timeout) s"),
          Label(relation.span, "the function polls the queue here"),
        ],
        help: help(needed: max(needed, timeout), factor: factor, window: window, isBelow: isBelow)
      )
    }
  )
}

private func help(needed: Int, factor: Int, window: Int, isBelow: Bool) -> String {
  let sum = "\(factor) × the timeout" + (window > 0 ? " plus the batching window" : "")
  let consequence = isBelow ? "; Lambda refuses to create such a mapping" : ""
  return "set VisibilityTimeout to at least \(needed) s (\(sum)), or lower the function's timeout\(consequence)"
}
