import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A function that fails while no alarm watches it fails in silence, and a source that piles up grows in silence.
  static let unwatchedFunction = Rule(
    id: "unwatched-function",
    title: "No alarm watches the function's errors",
    severity: .info,
    since: "0.1",
    check: .wholeGraph { facts, report in
      let graph = facts.graph
      let unwatched = graph.ownFunctions.filter { !facts.isWatched($0, ["Errors", "Throttles"]) }
      report.once(
        for: unwatched, in: graph, confidence: .possible, at: \.span,
        help:
          "add alarms on Errors and Throttles, on IteratorAge for streams, and on ApproximateAgeOfOldestMessage for "
          + "queues"
      ) { "no alarm in the files watches errors or throttles of \($0)" }
      let ids = Set(unwatched.map(\.id))
      let watched = graph.ownFunctions.filter { !ids.contains($0.id) }
      let late = watched.filter { graph.isWoken($0.id, .polledStream) && !facts.isWatched($0, ["IteratorAge"]) }
      report.once(
        for: late, in: graph, confidence: .possible, at: \.span, subject: "stream",
        help: "add an alarm on IteratorAge, which grows while a record blocks its shard"
      ) { "no alarm in the files watches how late \($0) reads its stream" }
      let piling = watched.filter { facts.hasUnwatchedQueue($0) }
      report.once(
        for: piling, in: graph, confidence: .possible, at: \.span, subject: "queue",
        help: "add an alarm on ApproximateAgeOfOldestMessage of the queue"
      ) { "no alarm in the files watches how long messages wait for \($0)" }
    }
  )
}

extension Facts {
  fileprivate func isWatched(_ function: Function, _ metrics: Set<String>) -> Bool {
    alarms.watch(graph[function.id], dimension: "FunctionName", metrics: metrics)
  }

  /// Whether it polls a queue of the files of which no alarm knows the depth or the age.
  fileprivate func hasUnwatchedQueue(_ function: Function) -> Bool {
    graph.triggers(of: function.id).contains { relation in
      let source = graph[relation.from]
      return graph.invocation(of: relation) == .polledQueue && !source.isExternal && !source.isGenerated
        && !alarms.watch(source, dimension: "QueueName")
    }
  }
}
