import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// Authorizers, user pools, AppSync, CloudFront and Data Firehose wait a fixed time and then go on without an answer.
  static let timeoutExceedsCaller = Rule(
    id: "timeout-exceeds-caller",
    title: "The service that calls gives up before the function does",
    severity: .warning,
    since: "0.1",
    check: .eachFunction { function, facts, report in
      guard let timeout = function.effectiveTimeout else { return }
      let triggers = facts.graph.triggers(of: function.id)
      let calls = triggers.indices.compactMap { position -> (span: Span, wait: Wait)? in
        guard triggers[position].mode == .sync else { return nil }
        let wait = Wait.of(triggers[position].via, isHTTPAPI: triggers[position].wait?.caller == .httpAPI)
        return wait.map { (triggers[position].span, $0) }
      }
      let early = calls.filter { $0.wait.seconds < timeout }
      guard let (span, wait) = early.min(by: { $0.wait.seconds < $1.wait.seconds }) else { return }
      report(
        "\(wait.caller) waits \(wait.seconds) s for '\(facts.graph[function.id].name)', which may run \(timeout) s",
        at: function.timeout.span, resource: function.id, severity: wait.severity,
        related: [Label(span, "it is called here")],
        help: "set the timeout to at most \(wait.seconds) s\(wait.consequence)"
      )
    }
  )
}

/// How long a service other than API Gateway's integrations waits.
private struct Wait {
  let caller: String
  let seconds: Int
  let severity: Severity
  let consequence: String

  init(_ caller: String, _ seconds: Int, _ severity: Severity = .warning, consequence: String = "") {
    self.caller = caller
    self.seconds = seconds
    self.severity = severity
    self.consequence = consequence
  }

  static func of(_ via: Via, isHTTPAPI: Bool) -> Wait? {
    if via == .authorizer { return isHTTPAPI ? Wait("the HTTP API", Limits.httpAuthorizer, .info) : nil }
    if via == .userPoolTrigger {
      return Wait(
        "the user pool", Limits.userPoolTrigger,
        consequence: "; the pool tries \(Limits.userPoolAttempts) times, so slow triggers also repeat what they do")
    }
    if via == .resolver { return Wait("AppSync", Limits.resolver) }
    if via == .deliveryTransform { return Wait("Data Firehose", Limits.deliveryTransform) }
    if via == .edge {
      return Wait(
        "CloudFront", Limits.edgeOrigin, consequence: ", or \(Limits.edgeViewer) s at a viewer event")
    }
    return nil
  }
}
