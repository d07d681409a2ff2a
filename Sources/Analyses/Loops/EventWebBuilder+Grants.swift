import Infrastructure

extension EventWebBuilder {
  /// What a function may do by its own role, and by those that it may hand to schedules.
  mutating func expandGrants(of id: ResourceID, at node: Int) {
    guard mayDoAnything(id), let role = graph.role(of: id) else { return }
    var seen: [Int: Int] = [:]
    for grant in grants(of: role) where isMeant(grant, for: id) { expand(grant, of: role, for: id, at: node, &seen) }
    if graph[id].kind == .function {
      for grant in hidden.grants(of: graph[role]) { expand(grant, of: role, for: id, at: node, &seen) }
    }
    for passed in reader.schedulingRoles(of: graph[role]) {
      for var grant in grants(of: passed.role) {
        grant.pass = Grant.Pass(role: graph[passed.role].name, isExact: passed.isExact)
        expand(grant, of: role, for: id, at: node, &seen)
      }
    }
  }

  /// Whether what the role allows counts: a pipe or state machine does what its definition says and nothing else, unless
  /// the definition leaves it to the input.
  private func mayDoAnything(_ id: ResourceID) -> Bool {
    graph[id].kind == .function || graph[id].kind == .stateMachine && graph.identities[id] != nil
  }

  /// A state machine may start itself so that it can run distributed maps, which is no sign that it calls itself.
  private func isMeant(_ grant: Grant, for id: ResourceID) -> Bool {
    graph[id].kind == .function || grant.reach.kind != .stateMachine
  }

  private mutating func expand(
    _ grant: Grant, of role: RoleID, for id: ResourceID, at node: Int, _ seen: inout [Int: Int]
  ) {
    guard mayUse(grant, id), let target = permission(grant.reach) else { return }
    let evidence = evidence(grant, of: role, for: id)
    if let earlier = seen[target] {
      guard web.edges[node][earlier].evidence < evidence else { return }
      web.edges[node][earlier] = edge(to: target, grant, evidence, of: role)
    } else {
      seen[target] = web.edges[node].count
      web.edges[node].append(edge(to: target, grant, evidence, of: role))
    }
  }

  /// What a framework gives to all functions alike is no sign that this one is meant to use it.
  private func evidence(_ grant: Grant, of role: RoleID, for id: ResourceID) -> Write.Evidence {
    if grant.evidence < .inferred { return grant.evidence }
    if grant.isForAll || grant.pass?.isExact == false { return .wildcard }
    if graph[role].isSharedByDefault, grant.source != nil { return .wildcard }
    let link = graph.function(id)?.roleReference?.certainty ?? .exact
    return link == .exact ? grant.evidence : .inferred
  }

  private mutating func edge(
    to target: Int, _ grant: Grant, _ evidence: Write.Evidence, of role: RoleID
  ) -> EventWeb.Edge {
    web.grants.append((grant, graph[role].isSharedByDefault))
    return EventWeb.Edge(to: target, step: .grant(web.grants.count - 1), evidence: evidence, doubt: nil)
  }

  private mutating func grants(of role: RoleID) -> [Grant] {
    if let known = grantsByRole[role] { return known }
    let grants = reader.grants(of: graph[role])
    grantsByRole[role] = grants
    return grants
  }

  /// Whether a statement of a shared role is meant for a function.
  private func mayUse(_ grant: Grant, _ id: ResourceID) -> Bool {
    guard graph[id].kind == .function else { return true }
    return !isMeant(grant.banned, id) && (grant.callers.map { isMeant($0, id) } ?? true)
  }

  private func isMeant(_ callers: [Text], _ id: ResourceID) -> Bool {
    callers.contains { ResourcePattern($0, kind: .function, scope: graph[id].scope).match(id, names: names) != nil }
  }
}

extension EventWebBuilder {
  /// What services tell the default bus without anybody's doing: how executions went, and which calls were made.
  mutating func expandReports(of id: ResourceID, at node: Int) {
    if graph[id].kind == .stateMachine, let bus = graph.resource("default", expecting: .bus, scope: graph[id].scope) {
      let report = EventWeb.Report(
        bus: bus, actions: [], span: graph[id].span, source: "its execution status", isSharedRole: false)
      expand(report, .executionStatus(of: id), evidence: .structural, at: node)
    }
    guard graph[id].kind == .function, !watched.isEmpty, let role = graph.role(of: id) else { return }
    for (bus, call) in watched {
      guard let grant = reader.allowance(of: call.action, to: graph[role]) else { continue }
      let report = EventWeb.Report(
        bus: bus, actions: [call.action], span: grant.span, source: grant.source,
        isSharedRole: graph[role].isSharedByDefault)
      expand(report, .bus(call.event), evidence: .wildcard, at: node)
    }
  }

  private mutating func expand(
    _ report: EventWeb.Report, _ event: CarriedEvent, evidence: Write.Evidence, at node: Int
  ) {
    let target = place(.holding(report.bus, event))
    web.edges[node].append(EventWeb.Edge(to: target, step: .report(report), evidence: evidence, doubt: nil))
  }
}

extension ResourceGraph {
  /// Queues that keep each other's dead letters: what fails there goes round without any code's doing.
  var redriveRing: [ResourceID] {
    let redrives = relations.filter { $0.via == .redrive }
    let queues = Set(redrives.map(\.from)).sorted()
    var places: [ResourceID: Int] = [:]
    for (place, queue) in queues.enumerated() { places[queue] = place }
    var successors: [[Int]] = Array(repeating: [], count: queues.count)
    for redrive in redrives {
      if let from = places[redrive.from], let to = places[redrive.to] { successors[from].append(to) }
    }
    return Components(successors).cyclic.flatMap { $0 }.map { queues[$0] }
  }
}
