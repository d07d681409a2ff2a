import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// People wait for the start of a heavy runtime.
  static let coldStartOnAPI = Rule(
    id: "cold-start-on-api",
    title: "Callers wait for the start of a heavy runtime",
    severity: .info,
    since: "0.1",
    check: .eachFunction { function, facts, report in
      guard case .known(let runtime, let span) = function.runtime, let heavy = Heavy(runtime),
        function.snapStart.value(default: false) == false, function.provisionedConcurrency.isUnset,
        let call = facts.graph.triggers(of: function.id).first(where: isAwaited)
      else { return }
      report(
        "callers of '\(facts.graph[function.id].name)' wait while \(heavy.title) starts, a second or more at first",
        at: span, resource: function.id, confidence: .likely,
        related: [Label(call.span, "'\(facts.graph[call.from].name)' waits for it here")],
        help: "set SnapStart to PublishedVersions and publish an alias, or provision concurrency for it"
      )
    }
  )
}

/// A runtime that takes its time to start and that SnapStart makes faster.
private struct Heavy {
  let title: String

  init?(_ runtime: String) {
    if runtime.hasPrefix("java") {
      title = "the JVM"
    } else if runtime.hasPrefix("dotnet") {
      title = ".NET"
    } else {
      return nil
    }
  }
}

private func isAwaited(_ relation: Relation) -> Bool {
  let vias: Set<Via> = [.apiIntegration, .functionURL, .loadBalancerTarget, .resolver, .authorizer, .userPoolTrigger]
  return relation.mode == .sync && vias.contains(relation.via)
}
