import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// Without partial batch responses one bad message makes its whole batch come again.
  static let missingPartialBatchResponse = Rule(
    id: "missing-partial-batch-response",
    title: "One bad message repeats its whole batch",
    severity: .warning,
    since: "0.1",
    check: .eachTrigger { relation, function, facts, report in
      guard relation.via == .eventSourceMapping, relation.isEnabled.value != false, let polling = relation.polling,
        repeats(polling, of: facts.graph.invocation(of: relation)),
        let severity = gravity(of: relation, in: facts.graph)
      else { return }
      switch polling.reportsBatchItemFailures {
      case .unresolved, .known(true, _): return
      case .unset, .known(false, _): break
      }
      let source = facts.graph[relation.from].name
      report(
        "one bad message makes '\(facts.graph[function.id].name)' process its whole batch from '\(source)' again",
        at: polling.reportsBatchItemFailures.span, resource: relation.from, function: function.id, severity: severity,
        help: "set FunctionResponseTypes to ReportBatchItemFailures and return the ids of the messages that failed"
      )
    }
  )
}

/// Whether a batch may hold more than one message; a batch of one has nothing to repeat.
private func repeats(_ polling: Polling, of invocation: Invocation) -> Bool {
  let fallback = invocation == .polledQueue ? Limits.defaultQueueBatch : Limits.defaultStreamBatch
  return polling.batchSize.value(default: fallback).map { $0 > 1 } ?? false
}

private func gravity(of relation: Relation, in graph: ResourceGraph) -> Severity? {
  switch graph.invocation(of: relation) {
  case .polledQueue, .polledStream: .warning
  case .polledOther: graph[relation.from].kind == .kafkaCluster ? .info : nil
  case .synchronous, .asynchronous: nil
  }
}
