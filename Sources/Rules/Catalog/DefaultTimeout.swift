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
      let functions = facts.graph.functions { $0.timeout.isUnset && !$0.isEdge ? $0.timeout.span : nil }
      guard let first = functions.first, let seconds = facts.graph.function(first.id)?.defaultTimeout else { return }
      report.once(
        for: functions,
        help: "set a timeout a little above the slowest run that is still right; Lambda kills the function then"
      ) { "nobody chose the timeout of \($0): it is the default of \(seconds) s" }
    }
  )
}
