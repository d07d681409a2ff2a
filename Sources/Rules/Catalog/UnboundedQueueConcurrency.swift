import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A queue's pollers grow until something stops them: a maximum, or throttling that loses messages.
  static let unboundedQueueConcurrency = Rule(
    id: "unbounded-queue-concurrency",
    title: "Queue's pollers don't fit the function's concurrency",
    severity: .warning,
    since: "0.1",
    check: .eachTrigger(.eventSourceMapping) { relation, function, facts, report in
      guard let polling = relation.polling,
        facts.graph.invocation(of: relation) == .polledQueue,
        let mismatch = Mismatch(polling: polling, reserve: function.reservedConcurrency)
      else { return }
      let (queue, name) = (facts.graph[relation.from].name, facts.graph[function.id].name)
      report(
        mismatch.message(queue: queue, function: name), at: mismatch.span(relation, function), resource: relation.from,
        function: function.id, severity: mismatch.severity, help: mismatch.help
      )
    }
  )
}

private enum Mismatch {
  case unbounded
  case aboveReserve(maximum: Int, reserve: Int)
  case smallReserve(Int)

  init?(polling: Polling, reserve: Setting<Int>) {
    switch (polling.maximumConcurrency, reserve) {
    case (.unset, .unset): self = .unbounded
    case (.known(let maximum, _), .known(let reserve, _)) where reserve > 0 && maximum > reserve:
      self = .aboveReserve(maximum: maximum, reserve: reserve)
    case (.unset, .known(let reserve, _)) where reserve > 0 && reserve < Limits.minimumQueueReserve:
      self = .smallReserve(reserve)
    default: return nil
    }
  }

  var severity: Severity {
    switch self {
    case .unbounded: .info
    case .aboveReserve, .smallReserve: .warning
    }
  }

  func span(_ relation: Relation, _ function: Function) -> Span {
    switch self {
    case .unbounded: relation.span
    case .aboveReserve: relation.polling?.maximumConcurrency.span ?? relation.span
    case .smallReserve: function.reservedConcurrency.span
    }
  }

  func message(queue: String, function: String) -> String {
    switch self {
    case .unbounded:
      "'\(queue)' may run up to \(Phrase.number(Limits.queueMappingConcurrency)) executions of '\(function)' at once"
    case .aboveReserve(let maximum, let reserve):
      "'\(queue)' may start \(maximum) executions of '\(function)', which reserves only \(reserve)"
    case .smallReserve(let reserve):
      "a reserve of \(reserve) throttles the pollers of '\(queue)', which uses up receives"
    }
  }

  var help: String {
    switch self {
    case .unbounded: "set ScalingConfig.MaximumConcurrency to what the function's own targets can take"
    case .aboveReserve: "lower MaximumConcurrency to the reserve, or raise the reserve"
    case .smallReserve:
      "reserve at least \(Limits.minimumQueueReserve), or limit the mapping with MaximumConcurrency instead"
    }
  }
}
