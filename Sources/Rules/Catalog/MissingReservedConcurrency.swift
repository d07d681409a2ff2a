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
    let triggers = facts.graph.triggers(of: function.id)
    if let source = triggers.first(where: { isUnbounded($0) }) {
      let from = facts.graph[source.from]
      self.init(
        reason: "'\(from.name)' floods without a bound", span: source.span,
        label: "\(from.kind.title) '\(from.name)' wakes it here")
      return
    }
    guard let database = database(of: function, facts.graph),
      triggers.contains(where: { mayRunAtOnce($0, facts.graph) })
    else {
      return nil
    }
    self.init(
      reason: "may exhaust the connections of its database", span: database,
      label: "each execution connects to this database")
  }

  private init(reason: String, span: Span, label: String) {
    self.reason = reason
    self.span = span
    self.label = label
  }
}

/// Whether a source can start any number of executions at once, as one burst of uploads does.
private func isUnbounded(_ relation: Relation) -> Bool {
  ([.s3Notification, .subscription, .logSubscription, .iotRuleAction] as [Via]).contains(relation.via)
}

/// What says that a function in a VPC works with a database that has connections: a variable or a permission.
private func database(of function: Function, _ graph: ResourceGraph) -> Span? {
  guard function.vpc != nil else { return nil }
  let variable = function.environment.first { variable in
    let words = SecretName.words(of: variable.name)
    return words.contains(where: databaseWords.contains) && !words.contains(where: tableWords.contains)
  }
  if let variable { return variable.nameSpan }
  for statement in function.role.map({ graph[$0].statements }) ?? [] where statement.effect == .allow {
    guard case .only(let actions) = statement.actions else { continue }
    if let action = actions.first(where: { $0.value.lowercased().hasPrefix("rds-db:") }) { return action.span }
  }
  return nil
}

private let databaseWords: Set<String> = [
  "db", "database", "rds", "aurora", "postgres", "postgresql", "mysql", "mariadb", "pg", "mongo", "mongodb", "docdb",
  "redshift", "jdbc", "sql",
]
/// Words of tables in DynamoDB, which has no connections.
private let tableWords: Set<String> = ["table", "tables", "dynamo", "dynamodb", "ddb"]

/// Whether a source can start several executions at the same time.
private func mayRunAtOnce(_ relation: Relation, _ graph: ResourceGraph) -> Bool {
  if graph.invocation(of: relation) == .polledQueue { return relation.polling?.maximumConcurrency.isUnset ?? true }
  let single: [Via] = [.schedule, .customResource, .permissionOnly, .configRule, .alarmAction, .rotation]
  return relation.mode != .poll && !single.contains(relation.via)
}
