import Diagnostics
import Infrastructure

/// Reads roles: what their statements, managed policies, boundaries and denies allow together.
///
/// Source: IAM User Guide, "Policy evaluation logic", 2026-11.
struct GrantReader {
  let graph: ResourceGraph
  private var patterns = ActionPatterns()
  private var managed = ManagedPolicies()

  /// The roles that schedules may use, once somebody asks.
  lazy var passableRoles = PassableRole.all(in: graph)

  /// What makes a difference to some loop here: what writes to a kind of resource from which events go on.
  private let relevant: ActionSet

  init(_ graph: ResourceGraph, among names: ResourceNames) {
    self.graph = graph
    let isObserved = graph.relations.indices.contains { index in
      graph.relations[index].via == .accessLog || graph.relations[index].via == .trail
    }
    var relevant = ActionSet()
    for (kind, actions) in ActionSet.byKind where names.hasCandidates(kind) { relevant.formUnion(actions) }
    self.relevant = isObserved ? relevant : relevant.subtracting(.reading)
  }

  /// What a role allows, and whether it may be able to make schedules that act under another role.
  mutating func grants(of id: RoleID) -> (grants: [Grant], mayMakeSchedules: Bool) {
    // A role is large, and few have more in them than what makes no difference.
    let statements = graph.roles[id.index].statements
    var grants: [Grant] = []
    var scheduling = SchedulingCalls()
    var isLimited = graph.roles[id.index].boundary != nil
    for index in statements.indices {
      guard statements[index].effect == .allow else {
        isLimited = true
        continue
      }
      let meaning = patterns.meaning(of: statements[index].actions)
      scheduling.formUnion(meaning.scheduling)
      let actions = meaning.actions.intersection(relevant)
      if !actions.isEmpty { read(statements[index], actions, scope: graph.roles[id.index].scope, into: &grants) }
    }
    for policy in graph.roles[id.index].managedPolicies {
      read(policy, scope: graph.roles[id.index].scope, into: &grants)
    }
    if isLimited, !grants.isEmpty { applyDenies(of: graph.roles[id.index], to: &grants) }
    return (grants, scheduling == .all)
  }

  private mutating func applyDenies(of role: Role, to grants: inout [Grant]) {
    let denies = (role.statements + (role.boundary ?? [])).filter { $0.effect == .deny }
    for deny in denies where deny.conditions.isEmpty { apply(deny, to: &grants) }
    for deny in denies where GrantConditions.areFollowed(deny) { apply(conditional: deny, to: &grants) }
    if let boundary = role.boundary { apply(boundary: boundary.filter { $0.effect == .allow }, to: &grants) }
    grants.removeAll { $0.reach.actions.isEmpty }
  }

  mutating func actions(of statement: Statement) -> ActionSet { patterns.meaning(of: statement.actions).actions }

  /// - Parameter all: those of the actions that make a difference.
  private func read(_ statement: Statement, _ all: ActionSet, scope: String, into grants: inout [Grant]) {
    guard !statement.isForDelivery else { return }
    let conditions = GrantConditions(statement.conditions)
    guard conditions.areForCode else { return }
    for (kind, writing) in ActionSet.byKind {
      let actions = all.intersection(writing)
      guard !actions.isEmpty else { continue }
      func allow(_ pattern: Text, at span: Span, but left: [Spanned<Text>]) {
        // Who may do everything everywhere is no caller of what few functions ever call.
        if kind == .external, pattern.raw == "*", allowsEveryService(statement) { return }
        var reach = Reach(kind: kind, pattern: pattern, actions: actions, scope: scope)
        conditions.limit(&reach)
        reach.exceptions = left.map { Reach.Exception(pattern: $0.value, actions: actions) }
        grants.append(
          Grant(
            reach: reach, evidence: statement.certainty == .exact ? .exact : .inferred, span: span,
            source: statement.source, callers: conditions.callers, isForAll: statement.isForAll))
      }
      switch statement.resources {
      case .only(let listed): for entry in listed { allow(entry.value, at: entry.span, but: []) }
      case .allBut(let excluded): allow("*", at: excluded.first?.span ?? statement.span, but: excluded)
      }
    }
  }

  private func allowsEveryService(_ statement: Statement) -> Bool {
    guard case .only(let listed) = statement.actions else { return true }
    return listed.allSatisfy { $0.value == "*" || $0.value == "*:*" }
  }

  private mutating func read(_ policy: Spanned<String>, scope: String, into grants: inout [Grant]) {
    for entry in managed.writes(of: policy.value) where !entry.actions.isDisjoint(with: relevant) {
      let reach = Reach(kind: entry.kind, pattern: entry.pattern, actions: entry.actions, scope: scope)
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
      switch statement.resources {
      case .only(let listed): allowed += listed.map { Reach.Exception(pattern: $0.value, actions: actions) }
      case .allBut(let excluded):
        allowed.append(Reach.Exception(pattern: "*", actions: actions, left: excluded.map(\.value)))
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
