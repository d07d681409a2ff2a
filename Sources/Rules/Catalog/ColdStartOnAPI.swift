import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// People wait for the start of a heavy runtime or a large package.
  static let coldStartOnAPI = Rule(
    id: "cold-start-on-api",
    title: "Callers wait for the start of a heavy runtime or package",
    severity: .info,
    since: "0.1",
    check: .eachFunction { function, facts, report in
      guard let load = Load.of(function), function.snapStart.value(default: false) == false,
        function.provisionedConcurrency.isUnset,
        let call = facts.graph.trigger(of: function.id, where: isAwaited)
      else { return }
      report(
        "callers of '\(facts.graph[function.id].name)' wait while \(load.title) starts, a second or more at first",
        at: load.span, resource: function.id, confidence: .likely,
        related: [Label(call.span, "'\(facts.graph[call.from].name)' waits for it here")], help: load.help
      )
    }
  )
}

/// What takes its time to start.
private struct Load {
  let title: String
  let span: Span
  let help: String

  static func of(_ function: Function) -> Load? {
    if case .known(let runtime, let span) = function.runtime, let title = Load.runtime(runtime) {
      return Load(
        title: title, span: span,
        help: "set SnapStart to PublishedVersions and publish an alias, or provision concurrency for it")
    }
    // Half of what Lambda takes is a lot to fetch and unpack.
    guard case .known(let code, let span) = function.code,
      (code.bytes &+ code.layerBytes) >> 20 >= Limits.unzippedPackage / 2
    else { return nil }
    return Load(
      title: "its package of \(Phrase.number((code.bytes &+ code.layerBytes) >> 20)) MB", span: span,
      help: "make the package smaller, or provision concurrency for it")
  }

  /// The runtimes that SnapStart makes faster.
  private static func runtime(_ name: String) -> String? {
    if name.hasPrefix("java") { return "the JVM" }
    return name.hasPrefix("dotnet") ? ".NET" : nil
  }
}

private func isAwaited(_ relation: Relation) -> Bool {
  let vias: [Via] = [.apiIntegration, .functionURL, .loadBalancerTarget, .resolver, .authorizer, .userPoolTrigger]
  return relation.mode == .sync && vias.contains(relation.via)
}
