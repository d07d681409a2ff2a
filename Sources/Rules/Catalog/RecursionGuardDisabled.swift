import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// `RecursiveLoop: Allow` takes away the only thing that would end a loop by itself.
  static let recursionGuardDisabled = Rule(
    id: "recursion-guard-disabled",
    title: "AWS's recursion guard is switched off",
    severity: .error,
    since: "0.1",
    check: .eachFunction { function, facts, report in
      guard case .known("Allow", let span) = function.recursiveLoop else { return }
      let name = facts.graph[function.id].name
      let isInLoop = facts.loops.contains { loop in loop.hops.contains { $0.from == function.id } }
      report(
        isInLoop
          ? "'\(name)' is part of a loop that AWS would stop, but the guard is switched off"
          : "AWS will not stop '\(name)' if it ever wakes itself",
        at: span, resource: function.id, severity: isInLoop ? .error : .warning,
        help: "remove the setting or set it to Terminate; keep Allow only for a recursion that ends by itself"
      )
    }
  )
}
