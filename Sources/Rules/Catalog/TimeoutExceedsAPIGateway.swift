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
      let calls = facts.graph.triggers(of: function.id).compactMap(Call.init)
      for call in calls where call.isBeyondEdge { reportRaisedEdge(call, function, facts, &report) }
      guard let timeout = function.effectiveTimeout,
        let call = calls.filter({ timeout >= $0.floor }).min(by: { $0.limit < $1.limit })
      else { return }
      let name = facts.graph[function.id].name
      let isOver = timeout &* 1_000 > call.limit
      report(
        isOver
          ? "\(call.caller) answers with \(Limits.integrationTimeoutStatus) after \(call.seconds) s, but '\(name)' may run \(timeout) s"
          : "'\(name)' may run \(timeout) s, all the time that \(call.caller) waits: callers see a \(Limits.integrationTimeoutStatus)",
        at: function.timeout.span, resource: function.id, severity: isOver ? .warning : .info,
        related: [Label(call.relation.span, "\(call.caller) calls it here")],
        help: "set the timeout to at most \(max(1, (call.limit / 1_000) &- 2)) s, or answer at once and do the work "
          + "in an asynchronous invocation"
      )
    }
  )
}

/// A synchronous call of a function through API Gateway.
private struct Call {
  let relation: Relation
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

  init?(_ relation: Relation) {
    guard relation.via == .apiIntegration, relation.mode == .sync, let wait = relation.wait, !wait.streams else {
      return nil
    }
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
    self.relation = relation
  }
}

private func reportRaisedEdge(_ call: Call, _ function: Function, _ facts: Facts, _ report: inout Report) {
  guard let span = call.relation.wait?.timeout.span else { return }
  let most = Limits.restIntegration / 1_000
  report(
    "an edge-optimised API waits for '\(facts.graph[function.id].name)' at most \(most) s, whatever is set here",
    at: span, resource: function.id, severity: .error,
    help: "make the endpoint REGIONAL and have its quota raised, or answer within \(most) s"
  ) { $0.subject = "edge" }
}
