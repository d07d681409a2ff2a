import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// What an asynchronous function or a stream's consumer fails on is dropped where nothing catches it.
  static let missingFailureDestination = Rule(
    id: "missing-failure-destination",
    title: "Events that fail are dropped without a trace",
    severity: .warning,
    since: "0.1",
    check: .eachFunction { function, facts, report in
      reportAsynchronous(function, facts, &report)
      reportStreams(function, facts, &report)
    }
  )
}

private func reportAsynchronous(_ function: Function, _ facts: Facts, _ report: inout Report) {
  guard function.deadLetter == nil, function.onFailure == nil,
    let first = facts.graph.trigger(of: function.id, where: { losesEvents($0, facts.graph) })
  else { return }
  let other = facts.graph.trigger(of: function.id) {
    losesEvents($0, facts.graph) && !isSchedule($0, facts.graph)
  }
  let source = other ?? first
  let name = facts.graph[function.id].name
  let isScheduled = isSchedule(source, facts.graph)
  report(
    isScheduled
      ? "when '\(name)' fails, its scheduled run is dropped without a trace"
      : "events that '\(name)' fails on are dropped \(Retries(function).end)",
    at: function.span, resource: function.id, severity: isScheduled ? .info : .warning,
    related: [
      Label(source.span, "\(facts.graph[source.from].kind.title) '\(facts.graph[source.from].name)' invokes it here")
    ],
    help: "add an on-failure destination or a dead-letter queue, and an alarm on it"
  )
}

/// How often Lambda tries an asynchronous event again.
private struct Retries {
  let end: String

  init(_ function: Function) {
    switch function.maximumRetries.value(default: Limits.asynchronousRetries) {
    case nil: end = "after the last retry"
    case 0: end = "at once, without a retry"
    case let count?: end = count == 1 ? "after 1 retry" : "after \(count) retries"
    }
  }
}

private func reportStreams(_ function: Function, _ facts: Facts, _ report: inout Report) {
  let triggers = facts.graph.triggers(of: function.id)
  for position in triggers.indices where triggers[position].via == .eventSourceMapping {
    let relation = triggers[position]
    guard facts.graph.isOrdered(relation), let polling = relation.polling, polling.onFailure == nil else { continue }
    let source = facts.graph.sourceName(of: relation)
    report(
      "records of '\(source)' that '\(facts.graph[function.id].name)' gives up on are lost",
      at: relation.span, resource: function.id, severity: polling.isEndless ? .info : .warning,
      help: "add an on-failure destination to the mapping, so that skipped records can be found and replayed"
    ) { $0.subject = source }
  }
}

/// Whether an asynchronous source loses what the function fails on; a custom resource waits for its answer.
private func losesEvents(_ relation: Relation, _ graph: ResourceGraph) -> Bool {
  guard graph.invocation(of: relation) == .asynchronous else { return false }
  let answered: [Via] = [.customResource, .permissionOnly, .rotation, .deadLetterQueue, .onFailure, .pipelineAction]
  return !answered.contains(relation.via)
}

private func isSchedule(_ relation: Relation, _ graph: ResourceGraph) -> Bool {
  relation.via == .schedule || graph[relation.from].kind == .schedule
}
