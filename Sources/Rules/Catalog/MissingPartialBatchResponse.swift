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
    check: .eachTrigger(.eventSourceMapping) { relation, function, facts, report in
      guard let polling = relation.polling, let size = batchSize(of: relation, polling, facts.graph) else { return }
      switch polling.reportsBatchItemFailures {
      case .unresolved, .known(true, _): return
      case .unset, .known(false, _): break
      }
      let isEndlessStream = facts.graph.isOrdered(relation) && polling.isEndless
      let (source, name) = (facts.graph.sourceName(of: relation), facts.graph[function.id].name)
      report(
        size == 1
          ? "'\(name)' takes one message of '\(source)' at a time: batches would do with partial responses"
          : "one bad message makes '\(name)' process its whole batch from '\(source)' again",
        at: polling.reportsBatchItemFailures.span, resource: relation.from, function: function.id,
        severity: size == 1 || isEndlessStream ? .info : .warning,
        help: "set FunctionResponseTypes to ReportBatchItemFailures and return the ids of the messages that failed"
      ) { $0.resource = source }
    }
  )
}

/// How many messages a batch may hold; nil where that can't be known or the source has no partial batches.
private func batchSize(of relation: Relation, _ polling: Polling, _ graph: ResourceGraph) -> Int? {
  if graph.invocation(of: relation) == .polledQueue {
    return polling.batchSize.value(default: Limits.defaultQueueBatch)
  }
  guard graph.isOrdered(relation) else { return nil }
  let size = polling.batchSize.value(default: Limits.defaultStreamBatch)
  // A record of Kafka at a time repeats nothing, and its pace is set by partitions and pollers.
  return size == 1 && graph[relation.from].kind == .kafkaCluster ? nil : size
}
