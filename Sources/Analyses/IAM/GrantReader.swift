import Diagnostics
import Infrastructure

/// Reads roles: what their statements, managed policies, boundaries and denies allow together.
///
/// Source: IAM User Guide, "Policy evaluation logic", 2026-11.
struct GrantReader {
  let graph: ResourceGraph
  private var patterns = ActionPatterns()
  private var managed = ManagedPolicies()

  /// What makes no difference to any loop here.
  private let pointless: ActionSet

  init(_ graph: ResourceGraph) {
    self.graph = graph
    let isObserved = graph.relations.contains { $0.via == .accessLog || $0.via == .trail }
    pointless = isObserved ? [] : .reading
  }

  mutating func grants(of role: Role) -> [Grant] {
    var grants: [Grant] = []
    for statement in role.statements where statement.effect == .allow { read(statement, of: role, into: &grants) }
    for policy in role.managedPolicies { read(policy, of: role, into: &grants) }
    guard !grants.isEmpty else { return [] }
    let denies = (role.statements + (role.boundary ?? [])).filter { $0.effect == .deny && $0.conditions.isEmpty }
    for deny in denies { apply(deny, to: &grants) }
    for deny in (role.statements + (role.boundary ?? []))
    where deny.effect == .deny && GrantConditions.areFollowed(deny) {
      apply(conditional: deny, to: &grants)
    }
    if let boundary = role.boundary { apply(boundary: boundary.filter { $0.effect == .allow }, to: &grants) }
    return grants.filter { !$0.reach.actions.isEmpty }
  }

  mutating func actions(of statement: Statement) -> ActionSet {
    switch statement.actions {
    case .only(let listed): return listed.reduce(into: []) { $0.formUnion(patterns($1.value)) }
    case .allBut(let excluded):
      return excluded.reduce(into: ActionSet.everything) { $0.subtract(patterns($1.value)) }
    }
  }

  private mutating func read(_ statement: Statement, of role: Role, into grants: inout [Grant]) {
    guard !statement.isForDelivery else { return }
    let all = actions(of: statement).subtracting(pointless)
    guard !all.isEmpty else { return }
    let conditions = GrantConditions(statement.conditions)
    guard conditions.areForCode else { return }
    for (kind, writing) in ActionSet.byKind {
      let actions = all.intersection(writing)
      guard !actions.isEmpty else { continue }
      for (pattern, span, left) in resources(of: statement) {
        // Who may do everything everywhere is no caller of what few functions ever call.
        if kind == .external, pattern.raw == "*", allowsEveryService(statement) { continue }
        var reach = Reach(kind: kind, pattern: pattern, actions: actions, scope: role.scope)
        if kind == .bus {
          reach.sources = conditions.sources
          reach.detailTypes = conditions.detailTypes
          reach.exclusions = conditions.exclusions
        }
        if kind == .table { reach.leadingKeys = conditions.leadingKeys }
        reach.exceptions = left.map { Reach.Exception(pattern: $0, actions: actions) }
        grants.append(
          Grant(
            reach: reach, evidence: statement.certainty == .exact ? .exact : .inferred, span: span,
            source: statement.source, callers: conditions.callers, isForAll: statement.isForAll))
      }
    }
  }

  private func allowsEveryService(_ statement: Statement) -> Bool {
    guard case .only(let listed) = statement.actions else { return true }
    return listed.allSatisfy { $0.value == "*" || $0.value == "*:*" }
  }

  /// The resource patterns of a statement with their spans and what each leaves out.
  private func resources(of statement: Statement) -> [(Text, Span, [Text])] {
    switch statement.resources {
    case .only(let listed): listed.map { ($0.value, $0.span, []) }
    case .allBut(let excluded): [("*", excluded.first?.span ?? statement.span, excluded.map(\.value))]
    }
  }

  private mutating func read(_ policy: Spanned<String>, of role: Role, into grants: inout [Grant]) {
    for entry in managed.writes(of: policy.value) {
      let reach = Reach(kind: entry.kind, pattern: entry.pattern, actions: entry.actions, scope: role.scope)
      grants.append(
        Grant(reach: reach, evidence: .managedWildcard, span: policy.span, source: policy.value, callers: nil))
    }
  }

  private mutating func apply(_ deny: Statement, to grants: inout [Grant]) {
    let denied = actions(of: deny)
    for index in grants.indices {
      let actions = grants[index].reach.actions.intersection(denied)
      guard !actions.isEmpty else { continue }
      switch deny.resources {
      case .only(let listed):
        grants[index].reach.exceptions += listed.map { Reach.Exception(pattern: $0.value, actions: actions) }
      case .allBut(let spared):
        let allowed = spared.map { Reach.Exception(pattern: $0.value, actions: actions) }
        grants[index].reach.limits.append(Reach.Limit(actions: actions, allowed: allowed, isBoundary: false))
      }
    }
  }

  private mutating func apply(boundary: [Statement], to grants: inout [Grant]) {
    var allowed: [Reach.Exception] = []
    for statement in boundary {
      let actions = actions(of: statement)
      for (pattern, _, left) in resources(of: statement) {
        allowed.append(Reach.Exception(pattern: pattern, actions: actions, left: left))
      }
    }
    for index in grants.indices {
      let actions = grants[index].reach.actions
      let relevant = allowed.filter { !$0.actions.isDisjoint(with: actions) }
      let free = relevant.filter { $0.pattern.raw == "*" && $0.left.isEmpty }.reduce(into: ActionSet()) {
        $0.formUnion($1.actions)
      }
      let limited = actions.subtracting(free)
      guard !limited.isEmpty else { continue }
      grants[index].reach.limits.append(Reach.Limit(actions: limited, allowed: relevant, isBoundary: true))
    }
  }
}
