package import Infrastructure

/// What of a role can cause events or keep it from causing them: all that matters of it for loops.
package struct EventPermissions: Sendable {
  private var patterns = ActionPatterns()
  private var managed = ManagedPolicies()

  package init() {}

  /// A statement without the actions that cause no event; nil where none is left.
  package mutating func reduced(_ statement: Statement) -> Statement? {
    if statement.effect == .deny, !statement.conditions.isEmpty { return nil }
    guard case .only(let listed) = statement.actions else { return statement }
    let left = listed.filter { !patterns($0.value).isEmpty }
    guard !left.isEmpty else { return nil }
    var result = statement
    result.actions = .only(left)
    return result
  }

  /// Whether an AWS managed policy allows something that causes events.
  package mutating func causesEvents(_ policy: String) -> Bool { !managed.writes(of: policy).isEmpty }
}
