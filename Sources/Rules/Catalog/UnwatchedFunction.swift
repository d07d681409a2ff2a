import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A function that fails while no alarm watches it fails in silence.
  static let unwatchedFunction = Rule(
    id: "unwatched-function",
    title: "No alarm watches the function's errors",
    severity: .info,
    since: "0.1",
    check: .wholeGraph { facts, report in
      let graph = facts.graph
      let unwatched = graph.ownFunctions.filter { !graph.isWatched(graph[$0.id], dimension: "FunctionName") }
      report.once(
        for: unwatched, in: graph, confidence: .possible, at: \.span,
        help:
          "add alarms on Errors and Throttles, on IteratorAge for streams, and on ApproximateAgeOfOldestMessage for "
          + "queues"
      ) { "no alarm in the files watches \($0)" }
    }
  )
}
