import Diagnostics
import Infrastructure

extension GrantReader {
  /// What allows an action on some resource, an unconditional deny and the boundary considered; nil where nothing does.
  func allowance(of action: String, to role: Role) -> (span: Span, source: String?)? {
    func concerns(_ statement: Statement) -> Bool { means(statement.actions, action) }
    let allowed = role.statements.first { $0.effect == .allow && isForCode($0) && concerns($0) }
    guard let allowed, !(role.statements + (role.boundary ?? [])).contains(where: { isFlatDeny($0) && concerns($0) })
    else { return nil }
    if let boundary = role.boundary, !boundary.contains(where: { $0.effect == .allow && concerns($0) }) { return nil }
    return (place(of: allowed), allowed.source)
  }

  /// The roles that code under a role may hand to schedules that it creates.
  ///
  /// Source: EventBridge Scheduler User Guide, "Setting up the execution role", 2026-11.
  mutating func schedulingRoles(of role: Role) -> [(role: RoleID, isExact: Bool)] {
    guard allowance(of: "iam:PassRole", to: role) != nil, allowance(of: "scheduler:CreateSchedule", to: role) != nil
    else { return [] }
    let statements = role.statements.filter { $0.effect == .allow && means($0.actions, "iam:PassRole") }
    let patterns = statements.flatMap { statement -> [Glob] in
      switch statement.resources {
      case .only(let listed): listed.map { Glob(pattern: $0.value.split(on: "/").last ?? $0.value) }
      case .allBut: [.everything]
      }
    }
    return passableRoles.compactMap { passed in
      let fitting = patterns.filter { $0.covers(passed.name) }
      let isExact = fitting.contains { !$0.hasWildcard }
      guard isExact || !fitting.isEmpty && passed.isForSchedules else { return nil }
      return (passed.id, isExact)
    }
  }

  /// Whether one of the actions that a statement means is a given one.
  private func means(_ actions: Statement.Match<String>, _ action: String) -> Bool {
    switch actions {
    case .only(let listed): listed.contains { ActionPattern.matches($0.value, action) }
    case .allBut(let excluded): !excluded.contains { ActionPattern.matches($0.value, action) }
    }
  }

  private func isForCode(_ statement: Statement) -> Bool {
    !statement.isForDelivery && GrantConditions(statement.conditions).areForCode
  }

  /// Whether a statement denies its actions everywhere and always.
  private func isFlatDeny(_ statement: Statement) -> Bool {
    guard statement.effect == .deny, statement.conditions.isEmpty else { return false }
    switch statement.resources {
    case .only(let listed): return listed.contains { $0.value.raw == "*" }
    case .allBut: return false
    }
  }

  private func place(of statement: Statement) -> Span {
    switch statement.resources {
    case .only(let listed): listed.first?.span ?? statement.span
    case .allBut(let excluded): excluded.first?.span ?? statement.span
    }
  }
}

/// A role that a schedule may use, as far as can be known.
struct PassableRole: Sendable {
  let id: RoleID
  let name: Glob
  /// Whether it says so itself.
  let isForSchedules: Bool

  static func all(in graph: ResourceGraph) -> [PassableRole] {
    graph.roles.compactMap { role in
      guard role.services?.contains("scheduler.amazonaws.com") ?? true else { return nil }
      return PassableRole(id: role.id, name: Glob(literal: role.physicalName), isForSchedules: role.services != nil)
    }
  }
}
