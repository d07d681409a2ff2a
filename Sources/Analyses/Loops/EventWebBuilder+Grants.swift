import Infrastructure

/// What a role allows, by the places of its grants in the web.
struct RoleGrants: Sendable {
  /// By its own statements.
  let own: Range<Int>
  /// By policies that are out of sight.
  let hidden: Range<Int>
  /// By the roles that it may hand to schedules; nil until somebody asks.
  var scheduled: Range<Int>?
}

extension EventWebBuilder {
  /// What a function may do by its own role, and by those that it may hand to schedules.
  mutating func expandGrants(of id: ResourceID, at node: Int) {
    guard mayDoAnything(id), let role = graph.role(of: id) else { return }
    let held = grants(of: role)
    for grant in held.own where isMeant(web.grants[grant].grant.reach.kind, for: id) {
      expand(grant, of: role, for: id, at: node)
    }
    if graph.kind(of: id) == .function { for grant in held.hidden { expand(grant, of: role, for: id, at: node) } }
    for grant in held.scheduled ?? 0..<0 { expand(grant, of: role, for: id, at: node) }
  }

  /// Whether what the role allows counts: a pipe or state machine does what its definition says and nothing else, unless
  /// the definition leaves it to the input.
  private func mayDoAnything(_ id: ResourceID) -> Bool {
    graph.kind(of: id) == .function || graph.kind(of: id) == .stateMachine && graph.identities[id] != nil
  }

  /// A state machine may start itself so that it can run distributed maps, which is no sign that it calls itself.
  private func isMeant(_ target: ResourceKind, for id: ResourceID) -> Bool {
    target != .stateMachine || graph.kind(of: id) == .function
  }

  private mutating func expand(_ grant: Int, of role: RoleID, for id: ResourceID, at node: Int) {
    guard mayUse(grant, id), let target = permission(of: grant) else { return }
    let evidence = evidence(grant, of: role, for: id)
    let edge = EventWeb.Edge(to: target, step: .grant(grant), evidence: evidence)
    // Of several grants of the same, the firmest counts.
    if holders[target].node == node {
      let earlier = holders[target].edge
      if web.edges[node][earlier].evidence < evidence { web.edges[node][earlier] = edge }
    } else {
      holders[target] = (node, web.edges[node].count)
      web.edges[node].append(edge)
    }
  }

  /// What a framework gives to all functions alike is no sign that this one is meant to use it.
  private func evidence(_ index: Int, of role: RoleID, for id: ResourceID) -> Write.Evidence {
    let held = web.grants[index]
    let evidence = held.grant.evidence
    if evidence < .inferred { return evidence }
    if held.grant.isForAll || held.grant.pass?.isExact == false { return .wildcard }
    if held.isShared, held.grant.source != nil { return .wildcard }
    let isLinked = graph.function(id) { ($0.roleReference?.certainty ?? .exact) == .exact } ?? true
    return isLinked ? evidence : .inferred
  }

  /// What a role allows by itself, read when it is first asked for.
  private mutating func ownGrants(of role: RoleID) -> RoleGrants {
    if let known = grantsByRole[role.index] { return known }
    let (grants, mayMakeSchedules) = reader.grants(of: role)
    let result = RoleGrants(
      own: note(grants, of: role), hidden: note(hidden.grants(of: role), of: role),
      scheduled: mayMakeSchedules ? nil : 0..<0)
    grantsByRole[role.index] = result
    return result
  }

  /// All that a role allows, the roles included that it may hand on.
  private mutating func grants(of role: RoleID) -> RoleGrants {
    var result = ownGrants(of: role)
    guard result.scheduled == nil else { return result }
    var passed: [Grant] = []
    for (other, isExact) in reader.schedulingRoles(of: graph.roles[role.index]) {
      let pass = Grant.Pass(role: graph.roles[other.index].name, isExact: isExact)
      for index in ownGrants(of: other).own {
        passed.append(web.grants[index].grant)
        passed[passed.count - 1].pass = pass
      }
    }
    result.scheduled = note(passed, of: role)
    grantsByRole[role.index] = result
    return result
  }

  private mutating func note(_ grants: [Grant], of role: RoleID) -> Range<Int> {
    let start = web.grants.count
    guard !grants.isEmpty else { return start..<start }
    let isShared = graph.roles[role.index].isSharedByDefault
    for grant in grants { web.grants.append(EventWeb.HeldGrant(grant, isShared: isShared)) }
    return start..<web.grants.count
  }

  /// Whether a statement of a shared role is meant for a function.
  private func mayUse(_ grant: Int, _ id: ResourceID) -> Bool {
    guard graph.kind(of: id) == .function else { return true }
    let held = web.grants[grant]
    if isMeant(held.grant.banned, id) { return false }
    guard let callers = held.grant.callers else { return true }
    return isMeant(callers, id)
  }

  private func isMeant(_ callers: [Text], _ id: ResourceID) -> Bool {
    guard !callers.isEmpty else { return false }
    let scope = graph.scope(of: id)
    for caller in callers where ResourcePattern(caller, kind: .function, scope: scope).match(id, names: names) != nil {
      return true
    }
    return false
  }
}

extension EventWebBuilder {
  /// What services tell the default bus without anybody's doing: how executions went, and which calls were made.
  mutating func expandReports(of id: ResourceID, at node: Int) {
    if graph.kind(of: id) == .stateMachine,
      let bus = graph.resource("default", expecting: .bus, scope: graph.scope(of: id))
    {
      let report = EventWeb.Report(
        bus: bus, actions: [], span: graph.resources[id.index].span, source: "its execution status", isSharedRole: false
      )
      expand(report, .executionStatus(of: id), evidence: .structural, at: node)
    }
    guard graph.kind(of: id) == .function, !watched.isEmpty, let role = graph.role(of: id) else { return }
    for (bus, call) in watched {
      guard let grant = reader.allowance(of: call.action, to: graph.roles[role.index]) else { continue }
      let report = EventWeb.Report(
        bus: bus, actions: [call.action], span: grant.span, source: grant.source,
        isSharedRole: graph.roles[role.index].isSharedByDefault)
      expand(report, .bus(call.event), evidence: .wildcard, at: node)
    }
  }

  private mutating func expand(
    _ report: EventWeb.Report, _ event: CarriedEvent, evidence: Write.Evidence, at node: Int
  ) {
    let target = place(.holding(report.bus, event))
    web.edges[node].append(EventWeb.Edge(to: target, step: .report(web.reports.count), evidence: evidence))
    web.reports.append(report)
  }
}

extension ResourceGraph {
  /// Queues that keep each other's dead letters: what fails there goes round without any code's doing.
  var redriveRing: [ResourceID] {
    let redrives = relations.indices.filter { relations[$0].via == .redrive }
    guard !redrives.isEmpty else { return [] }
    let queues = Set(redrives.map { relations[$0].from }).sorted()
    var places: [ResourceID: Int] = [:]
    for (place, queue) in queues.enumerated() { places[queue] = place }
    var successors: [[Int]] = Array(repeating: [], count: queues.count)
    for redrive in redrives {
      if let from = places[relations[redrive].from], let to = places[relations[redrive].to] {
        successors[from].append(to)
      }
    }
    return Components(FlatEdges(successors)).cyclic.flatMap { $0 }.map { queues[$0] }
  }
}
