package import Infrastructure

/// What of a role can cause events or keep it from causing them: all that matters of it for loops.
package struct EventPermissions: Sendable {
  private var patterns = ActionPatterns()
  private var managed = ManagedPolicies()

  /// What rules of the graph ask for besides: calls that a trail reports.
  private let watched: [Glob]

  package init(_ graph: ResourceGraph) {
    watched = graph.watchedCalls.map { Glob(literal: Text($0.call.action)).lowercased }
  }

  /// A statement without the actions that cause no event; nil where none is left.
  package mutating func reduced(_ statement: Statement) -> Statement? {
    if statement.effect == .deny, !statement.conditions.isEmpty, !GrantConditions.areFollowed(statement) { return nil }
    if statement.isForDelivery { return nil }
    guard case .only(let listed) = statement.actions else { return statement }
    let left = listed.filter { !patterns($0.value).isEmpty || isReported($0.value) || isForSchedules($0.value) }
    guard !left.isEmpty else { return nil }
    var result = statement
    result.actions = .only(left)
    return result
  }

  /// Whether a service tells of a call by itself that an action pattern means.
  private func isReported(_ action: String) -> Bool {
    let pattern = Glob(pattern: Text(action)).lowercased
    return APICall.reported.contains { pattern.covers(Glob(literal: Text($0.action)).lowercased) }
      || watched.contains { pattern.covers($0) }
  }

  /// Whether an action pattern is what code needs to make schedules that act for it.
  private func isForSchedules(_ action: String) -> Bool {
    let pattern = Glob(pattern: Text(action)).lowercased
    return ["iam:passrole", "scheduler:createschedule"].contains { pattern.covers(Glob(literal: Text($0))) }
  }

  /// Whether an AWS managed policy allows something that causes events.
  package mutating func causesEvents(_ policy: String) -> Bool { !managed.writes(of: policy).isEmpty }
}
