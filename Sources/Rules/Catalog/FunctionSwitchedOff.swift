import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A reserve of zero throttles every invocation.
  static let functionSwitchedOff = Rule(
    id: "function-switched-off",
    title: "A reserve of zero keeps the function from running",
    severity: .warning,
    since: "0.1",
    check: .eachFunction { function, facts, report in
      guard case .known(0, let span) = function.reservedConcurrency else { return }
      let name = facts.graph[function.id].name
      let isFed = facts.graph.hasTrigger(function.id) { $0.mode != .sync }
      report(
        "'\(name)' never runs: its reserve is 0\(isFed ? ", and its events are lost in time" : "")",
        at: span, resource: function.id,
        help: "remove the reserve, or disable its triggers if it is meant to rest"
      )
    }
  )
}
