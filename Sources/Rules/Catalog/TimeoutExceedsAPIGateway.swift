import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A function that may outlive its caller answers to nobody, and runs and costs on.
  static let timeoutExceedsAPIGateway = Rule(
    id: "timeout-exceeds-api-gateway",
    title: "API Gateway gives up before the function does",
    severity: .error,
    since: "0.1",
    check: .eachFunction { function, facts, report in
      let triggers = facts.graph.triggers(of: function.id)
      let timeout = function.effectiveTimeout
      var first: Call?
      for position in triggers.indices
      where triggers[position].via == .apiIntegration && triggers[position].mode == .sync {
        guard let wait = triggers[position].wait, let call = Call(wait, at: triggers[position].span) else { continue }
        if call.isBeyondEdge { reportRaisedEdge(call, function.id, facts.graph, &report) }
        if let timeout, timeout >= call.floor, call.limit < first?.limit ?? .max { first = call }
      }
      if let first, let timeout { reportCall(first, function, timeout, facts.graph, &report) }
    }
  )
}

private func reportCall(
  _ call: Call, _ function: Function, _ timeout: Int, _ graph: ResourceGraph, _ report: inout Report
) {
  let name = graph.name(of: function.id)
  let isOver = timeout &* 1_000 > call.limit
  report(
    isOver
      ? "\(call.caller) answers with \(Limits.integrationTimeoutStatus) after \(call.seconds) s, but '\(name)' may run \(timeout) s"
      : "'\(name)' may run \(timeout) s, all the time that \(call.caller) waits: callers see a \(Limits.integrationTimeoutStatus)",
    at: function.timeout.span, resource: function.id, severity: isOver ? .warning : .info,
    related: [Label(call.span, "\(call.caller) calls it here")],
    help: """
      set the timeout to at most \(max(1, (call.limit / 1_000) &- 2)) s, or answer at once and do the work \
      in an asynchronous invocation
      """
  )
}

/// A synchronous call of a function through API Gateway.
private struct Call {
  /// Where it is set up.
  let span: Span
  /// Where its timeout is written.
  let timeoutSpan: Span
  let caller: String
  /// Milliseconds the caller waits.
  let limit: Int
  /// Seconds from which a timeout is too close to the limit.
  let floor: Int
  /// Whether the integration asks for more than an edge-optimised endpoint can give.
  let isBeyondEdge: Bool

  var seconds: String {
    limit % 1_000 == 0 ? "\(limit / 1_000)" : "\(limit / 1_000).\(limit % 1_000 / 100)"
  }

  init?(_ wait: CallerWait, at span: Span) {
    if wait.streams { return nil }
    let most: Int
    switch wait.caller {
    case .restAPI: (caller, most) = ("the REST API", Limits.restIntegration)
    case .httpAPI: (caller, most) = ("the HTTP API", Limits.httpIntegration)
    case .webSocketAPI: (caller, most) = ("the WebSocket API", Limits.webSocketIntegration)
    case .other: return nil
    }
    let shortest = Limits.shortestIntegration
    let canBeRaised = wait.caller == .restAPI && wait.endpoint != .edge
    switch wait.timeout {
    case .unresolved: return nil
    case .unset: limit = most
    case .known(let own, _): limit = canBeRaised ? max(own, shortest) : min(max(own, shortest), most)
    }
    isBeyondEdge = wait.caller == .restAPI && wait.endpoint == .edge && (wait.timeout.value ?? 0) > most
    let isDefault = min(limit, Limits.restIntegration) == Limits.restIntegration && limit <= most
    floor = ((isDefault ? Limits.restIntegration : limit) + 999) / 1_000
    self.span = span
    timeoutSpan = wait.timeout.span
  }
}

private func reportRaisedEdge(
  _ call: Call, _ function: ResourceID, _ graph: ResourceGraph, _ report: inout Report
) {
  let most = Limits.restIntegration / 1_000
  report(
    "an edge-optimised API waits for '\(graph[function].name)' at most \(most) s, whatever is set here",
    at: call.timeoutSpan, resource: function, severity: .error,
    help: "make the endpoint REGIONAL and have its quota raised, or answer within \(most) s"
  ) { $0.subject = "edge" }
}
