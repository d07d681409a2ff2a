import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// One record that always fails is tried until it expires, and every record behind it waits.
  static let endlessStreamRetry = Rule(
    id: "endless-stream-retry",
    title: "One bad record blocks its shard until it expires",
    severity: .warning,
    since: "0.1",
    check: .eachTrigger(.eventSourceMapping) { relation, function, facts, report in
      guard facts.graph.isOrdered(relation), let polling = relation.polling, polling.isEndless else { return }
      let source = facts.graph.sourceName(of: relation)
      report(
        "one bad record of '\(source)' keeps '\(facts.graph[function.id].name)' busy until it expires",
        at: relation.span, resource: relation.from, function: function.id, severity: .warning,
        help: "set MaximumRetryAttempts or MaximumRecordAgeInSeconds, BisectBatchOnFunctionError, and an on-failure "
          + "destination"
      ) { $0.resource = source }
    }
  )
}

extension Polling {
  /// Whether nothing bounds the retries of a stream: no limit, no age, no bisecting, no destination.
  var isEndless: Bool {
    isUnlimited(maximumRetries) && isUnlimited(maximumRecordAge) && onFailure == nil
      && bisectsBatch.value(default: false) == false
  }

  private func isUnlimited(_ setting: Setting<Int>) -> Bool {
    switch setting {
    case .unset: true
    case .known(let value, _): value < 0
    case .unresolved: false
    }
  }
}
