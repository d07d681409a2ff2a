import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A function without a reserve may take every execution the account has.
  static let missingReservedConcurrency = Rule(
    id: "missing-reserved-concurrency",
    title: "Function may take the account's whole concurrency",
    severity: .warning,
    since: "0.1",
    check: .wholeGraph { facts, report in
      var returns: [ResourceID: Hop] = [:]
      for loop in facts.loops where loop.doubts.isEmpty {
        for hop in loop.hops where returns[hop.to] == nil { returns[hop.to] = hop }
      }
      for function in facts.graph.ownFunctions where function.reservedConcurrency.isUnset {
        reportFunction(function, Danger(function, loop: returns[function.id], facts), facts.graph, &report)
      }
    }
  )
}

private func reportFunction(
  _ function: Function, _ danger: Danger?, _ graph: ResourceGraph, _ report: inout Report
) {
  let name = graph[function.id].name
  report(
    danger.map { "nothing limits '\(name)', which \($0.reason)" }
      ?? "nothing limits '\(name)': it may take the account's whole concurrency",
    at: function.span, resource: function.id, severity: danger == nil ? .info : .warning,
    related: danger.map { [Label($0.span, $0.label)] } ?? [],
    help: "set ReservedConcurrentExecutions to the most that its sources and what it calls can take"
  )
}

/// What makes an unlimited function dangerous to others.
private struct Danger {
  let reason: String
  let span: Span
  let label: String

  /// The gravest danger; nil when an unlimited function endangers little.
  ///
  /// - Parameter hop: the step by which a loop comes back to the function.
  init?(_ function: Function, loop hop: Hop?, _ facts: Facts) {
    if let hop {
      let source = facts.graph[hop.from].name
      self.init(
        reason: "is part of a loop", span: hop.span(in: facts.graph), label: "the loop comes back from '\(source)' here"
      )
      return
    }
    guard let source = facts.graph.triggers(of: function.id).first(where: { isUnbounded($0, facts.graph) }) else {
      return nil
    }
    let from = facts.graph[source.from]
    self.init(
      reason: "'\(from.name)' floods without a bound", span: source.span,
      label: "\(from.kind.title) '\(from.name)' wakes it here")
  }

  private init(reason: String, span: Span, label: String) {
    self.reason = reason
    self.span = span
    self.label = label
  }
}

/// Whether a source can start any number of executions at once, as one burst of uploads does.
private func isUnbounded(_ relation: Relation, _ graph: ResourceGraph) -> Bool {
  if relation.via == .eventSourceMapping {
    return graph.invocation(of: relation) == .polledQueue && (relation.polling?.maximumConcurrency.isUnset ?? true)
  }
  return ([.s3Notification, .subscription, .logSubscription, .iotRuleAction] as Set<Via>).contains(relation.via)
}
