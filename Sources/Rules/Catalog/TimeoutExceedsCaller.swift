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
      let calls = facts.graph.triggers(of: function.id).compactMap { relation in
        Wait(relation).map { (relation, $0) }
      }
      guard let (relation, wait) = calls.filter({ $0.1.seconds < timeout }).min(by: { $0.1.seconds < $1.1.seconds })
      else { return }
      report(
        "\(wait.caller) waits \(wait.seconds) s for '\(facts.graph[function.id].name)', which may run \(timeout) s",
        at: function.timeout.span, resource: function.id, severity: wait.severity,
        related: [Label(relation.span, "it is called here")],
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

  init?(_ relation: Relation) {
    guard relation.mode == .sync else { return nil }
    if relation.via == .authorizer {
      guard relation.wait?.caller == .httpAPI else { return nil }
      (caller, seconds, severity, consequence) = ("the HTTP API", Limits.httpAuthorizer, .info, "")
    } else if relation.via == .userPoolTrigger {
      (caller, seconds, severity) = ("the user pool", Limits.userPoolTrigger, .warning)
      consequence = "; the pool tries \(Limits.userPoolAttempts) times, so slow triggers also repeat what they do"
    } else if relation.via == .resolver {
      (caller, seconds, severity, consequence) = ("AppSync", Limits.resolver, .warning, "")
    } else if relation.via == .deliveryTransform {
      (caller, seconds, severity, consequence) = ("Data Firehose", Limits.deliveryTransform, .warning, "")
    } else if relation.via == .edge {
      (caller, seconds, severity) = ("CloudFront", Limits.edgeOrigin, .warning)
      consequence = ", or \(Limits.edgeViewer) s at a viewer event"
    } else {
      return nil
    }
  }
}
