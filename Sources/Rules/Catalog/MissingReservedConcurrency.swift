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
      for loop in facts.loops where loop.isFirm(in: facts.graph) {
        for hop in loop.hops where returns[hop.to] == nil { returns[hop.to] = hop }
      }
      let (graph, functions) = (facts.graph, facts.graph.ownFunctions)
      for position in functions.indices where functions[position].reservedConcurrency.isUnset {
        let (id, span) = (functions[position].id, functions[position].span)
        let isPrivate = functions[position].vpc != nil
        var danger = Danger(loop: returns[id], graph) ?? Danger(sourceOf: id, graph)
        if danger == nil, isPrivate { danger = Danger(toDatabaseOf: functions[position], graph) }
        reportFunction(Alike(id: id, span: span), danger, graph, &report)
      }
    }
  )
}

private func reportFunction(
  _ function: Alike, _ danger: Danger?, _ graph: ResourceGraph, _ report: inout Report
) {
  let name = graph.name(of: function.id)
  report(
    danger.map { "nothing limits '\(name)', which \($0.reason)" }
      ?? String(joining: "nothing limits '", name, "': it may take the account's whole concurrency"),
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

  /// - Parameter hop: the step by which a loop comes back to the function.
  init?(loop hop: Hop?, _ graph: ResourceGraph) {
    guard let hop else { return nil }
    reason = "is part of a loop"
    span = hop.span(in: graph)
    label = "the loop comes back from '\(graph[hop.from].name)' here"
  }

  /// The danger of a source that starts executions without a bound.
  init?(sourceOf function: ResourceID, _ graph: ResourceGraph) {
    guard let source = graph.trigger(of: function, where: { isUnbounded($0.via) }) else { return nil }
    let from = graph[source.from]
    reason = "'\(from.name)' floods without a bound"
    span = source.span
    label = "\(from.kind.title) '\(from.name)' wakes it here"
  }

  /// The danger to the database of a function in a VPC.
  init?(toDatabaseOf function: Function, _ graph: ResourceGraph) {
    guard graph.hasTrigger(function.id, where: { mayRunAtOnce($0, graph) }), let span = database(of: function, graph)
    else { return nil }
    reason = "may exhaust the connections of its database"
    self.span = span
    label = "each execution connects to this database"
  }
}

/// Whether a source can start any number of executions at once, as one burst of uploads does.
private func isUnbounded(_ via: Via) -> Bool {
  via == .s3Notification || via == .subscription || via == .logSubscription || via == .iotRuleAction
}

/// What says that a function in a VPC works with a database that has connections: a variable or a permission.
private func database(of function: Function, _ graph: ResourceGraph) -> Span? {
  let variable = function.environment.first { variable in
    databaseWords.occurs(in: variable.name) && !tableWords.occurs(in: variable.name)
  }
  if let variable { return variable.nameSpan }
  for statement in function.role.map({ graph[$0].statements }) ?? [] where statement.effect == .allow {
    guard case .only(let actions) = statement.actions else { continue }
    if let action = actions.first(where: { $0.value.lowercased().hasPrefix("rds-db:") }) { return action.span }
  }
  return nil
}

private let databaseWords: Vocabulary = [
  "db", "database", "rds", "aurora", "postgres", "postgresql", "mysql", "mariadb", "pg", "mongo", "mongodb", "docdb",
  "redshift", "jdbc", "sql",
]
/// Words of tables in DynamoDB, which has no connections.
private let tableWords: Vocabulary = ["table", "tables", "dynamo", "dynamodb", "ddb"]

/// Whether a source can start several executions at the same time.
private func mayRunAtOnce(_ relation: Relation, _ graph: ResourceGraph) -> Bool {
  if graph.invocation(of: relation) == .polledQueue { return relation.polling?.maximumConcurrency.isUnset ?? true }
  let single: [Via] = [.schedule, .customResource, .permissionOnly, .configRule, .alarmAction, .rotation]
  return relation.mode != .poll && !single.contains(relation.via)
}
