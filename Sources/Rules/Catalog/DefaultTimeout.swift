import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// Three seconds are seldom what anybody chose.
  static let defaultTimeout = Rule(
    id: "default-timeout",
    title: "Timeout was never chosen",
    severity: .info,
    since: "0.1",
    check: .wholeGraph { facts, report in
      let functions = facts.graph.ownFunctions.filter { $0.timeout.isUnset && !$0.isEdge }
      guard let seconds = functions.first?.defaultTimeout else { return }
      report.once(
        for: functions, in: facts.graph, at: \.timeout.span,
        help: "set a timeout a little above the slowest run that is still right; Lambda kills the function then"
      ) { "nobody chose the timeout of \($0): it is the default of \(seconds) s" }
    }
  )
}
