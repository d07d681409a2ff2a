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
      var (unwatched, watched): ([Alike], [Alike]) = ([], [])
      let isAnyWatched = !graph.alarms.isEmpty
      for position in graph.ownFunctions.indices {
        let function = Alike(id: graph.ownFunctions[position].id, span: graph.ownFunctions[position].span)
        if isAnyWatched, facts.isWatched(function.id, failures) {
          watched.append(function)
        } else {
          unwatched.append(function)
        }
      }
      report.once(
        for: unwatched, confidence: .possible,
        help:
          "add alarms on Errors and Throttles, on IteratorAge for streams, and on ApproximateAgeOfOldestMessage for "
          + "queues"
      ) { "no alarm in the files watches errors or throttles of \($0)" }
      // Of the others it is asked what else goes wrong in silence.
      let late = watched.filter { graph.isWoken($0.id, .polledStream) && !facts.isWatched($0.id, delays) }
      report.once(
        for: late, confidence: .possible, subject: "stream",
        help: "add an alarm on IteratorAge, which grows while a record blocks its shard"
      ) { "no alarm in the files watches how late \($0) reads its stream" }
      let piling = watched.filter { facts.hasUnwatchedQueue($0.id) }
      report.once(
        for: piling, confidence: .possible, subject: "queue",
        help: "add an alarm on ApproximateAgeOfOldestMessage of the queue"
      ) { "no alarm in the files watches how long messages wait for \($0)" }
    }
  )
}

private let failures: Set<String> = ["Errors", "Throttles"]
private let delays: Set<String> = ["IteratorAge"]

extension Facts {
  fileprivate func isWatched(_ function: ResourceID, _ metrics: Set<String>) -> Bool {
    alarms.watch(graph[function], dimension: "FunctionName", metrics: metrics)
  }

  /// Whether it polls a queue of the files of which no alarm knows the depth or the age.
  fileprivate func hasUnwatchedQueue(_ function: ResourceID) -> Bool {
    graph.hasTrigger(function) { relation in
      let source = graph[relation.from]
      return graph.invocation(of: relation) == .polledQueue && !source.isExternal && !source.isGenerated
        && !alarms.watch(source, dimension: "QueueName")
    }
  }
}
