import Diagnostics
import Infrastructure

/// Follows events from everything that runs code, as far as filters let them.
struct EventWebBuilder {
  private let graph: ResourceGraph
  private let check: PassageCheck
  private let names: ResourceNames
  private var reader: GrantReader
  private var patterns = ActionPatterns()
  private var web = EventWeb()
  private var places: [EventWeb.Node: Int] = [:]
  private var permissions: [Reach: Int] = [:]
  private var grantsByRole: [RoleID: [Grant]] = [:]
  /// The first node whose edges are still to be found.
  private var pending = 0

  init(_ graph: ResourceGraph) {
    self.graph = graph
    check = PassageCheck(graph: graph)
    names = ResourceNames(graph)
    reader = GrantReader(graph)
  }

  consuming func build() -> EventWeb {
    for resource in graph.resources where resource.kind.hasIdentity { _ = place(identity(resource.id, .async)) }
    while pending < web.nodes.count {
      expand(pending)
      pending += 1
    }
    return web
  }

  private mutating func place(_ node: EventWeb.Node) -> Int {
    if let known = places[node] { return known }
    let index = web.nodes.count
    web.nodes.append(node)
    web.edges.append([])
    places[node] = index
    return index
  }

  private mutating func expand(_ node: Int) {
    switch web.nodes[node] {
    case .identity(let id, let mode):
      expandRelations(of: id, carrying: nil, at: node) { relation in
        !EventWebBuilder.isDestination(relation) || relation.mode == mode
      }
      expandGrants(of: id, at: node)
      expandReports(of: id, at: node)
    case .holding(let id, let event): expandRelations(of: id, carrying: event, at: node)
    case .permission(let index): expandHits(of: web.reaches[index], at: node)
    }
  }

  /// Destinations get what one way of waking the function left: asynchronous invocations or batches.
  private static func isDestination(_ relation: Relation) -> Bool {
    relation.via == .onSuccess || relation.via == .onFailure || relation.via == .deadLetterQueue
  }

  private func identity(_ id: ResourceID, _ mode: Relation.Mode) -> EventWeb.Node {
    let matters =
      graph[id].kind == .function
      && graph.relations(from: id).contains { EventWebBuilder.isDestination(graph[$0]) }
    return .identity(id, matters ? mode : .async)
  }

  private mutating func expandRelations(
    of id: ResourceID, carrying event: CarriedEvent?, at node: Int, where isUsed: (Relation) -> Bool = { _ in true }
  ) {
    for relationID in graph.relations(from: id) {
      let relation = graph[relationID]
      guard isUsed(relation) else { continue }
      var doubt: Loop.Doubt?
      switch check.passage(relation, carrying: event) {
      case .cut(let reason):
        web.cuts.append(EventWeb.Cut(node: node, relation: relationID, reason: reason))
        continue
      case .narrowed(let why): doubt = why
      case .passes: break
      }
      let target = place(destination(of: relation, carrying: event))
      web.edges[node].append(
        EventWeb.Edge(to: target, step: .relation(relationID), evidence: .structural, doubt: doubt))
    }
  }

  /// Where an event is after a relation, and what is still known about it.
  private mutating func destination(of relation: Relation, carrying event: CarriedEvent?) -> EventWeb.Node {
    let target = graph[relation.to]
    if target.kind.hasIdentity { return identity(target.id, relation.mode) }
    if relation.emission == nil {
      if target.kind == .bus, relation.via == .onSuccess || relation.via == .onFailure {
        return .holding(target.id, .invocationResult(relation.via))
      }
      if let event, isKept(event, by: relation, at: target) { return .holding(target.id, event) }
    }
    let arriving = CarriedEvent.arriving(at: target, emission: relation.emission, patterns: &patterns)
    return .holding(target.id, arriving)
  }

  /// Whether what arrives is the same event: queues, topics and rules pass it on, stores make a new one of it.
  private func isKept(_ event: CarriedEvent, by relation: Relation, at target: Resource) -> Bool {
    switch target.kind {
    case .bucket, .table: return false
    case .bus:
      switch event {
      case .bus, .object: return true
      case .item, .opaque: return false
      }
    case .stream, .firehose, .logGroup, .function, .queue, .topic, .rule, .pipe, .stateMachine, .api, .schedule,
      .iotRule, .external, .kafkaCluster, .broker, .documentCluster, .userPool, .graphQLAPI, .loadBalancer,
      .distribution, .emailReceipt, .iotTopic:
      return true
    }
  }

  /// What Step Functions says on the default bus about a state machine's executions, without its doing.
  private mutating func expandReports(of id: ResourceID, at node: Int) {
    guard graph[id].kind == .stateMachine,
      let bus = graph.resource("default", expecting: .bus, scope: graph[id].scope)
    else { return }
    let target = place(.holding(bus, .executionStatus(of: id)))
    web.edges[node].append(EventWeb.Edge(to: target, step: .report(bus), evidence: .structural, doubt: nil))
  }

  private mutating func expandGrants(of id: ResourceID, at node: Int) {
    // A pipe or state machine does what its definition says and nothing else, whatever its role allows.
    guard graph[id].kind == .function, let roleID = graph.role(of: id) else { return }
    let grants = grants(of: roleID)
    var seen: [Int: Int] = [:]
    for grant in grants where mayUse(grant, id) {
      guard let target = permission(grant.reach) else { continue }
      let evidence = evidence(grant, of: roleID)
      if let earlier = seen[target] {
        guard web.edges[node][earlier].evidence < evidence else { continue }
        web.edges[node][earlier] = edge(to: target, grant, evidence, of: roleID)
      } else {
        seen[target] = web.edges[node].count
        web.edges[node].append(edge(to: target, grant, evidence, of: roleID))
      }
    }
  }

  /// What a framework gives to all functions alike is no sign that this one is meant to use it.
  private func evidence(_ grant: Grant, of role: RoleID) -> Write.Evidence {
    if grant.isManaged { return .managedWildcard }
    return graph[role].isSharedByDefault && grant.source != nil ? .wildcard : .exact
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
    guard let callers = grant.callers, graph[id].kind == .function else { return true }
    return callers.contains {
      ResourcePattern($0, kind: .function, scope: graph[id].scope).match(id, names: names) != nil
    }
  }

  /// The node of a permission; nil when nothing goes on from whatever it reaches.
  private mutating func permission(_ reach: Reach) -> Int? {
    if let known = permissions[reach] { return known < 0 ? nil : known }
    guard names.hasCandidates(reach.kind) else {
      permissions[reach] = -1
      return nil
    }
    web.reaches.append(reach)
    let index = place(.permission(web.reaches.count - 1))
    permissions[reach] = index
    return index
  }

  private mutating func expandHits(of reach: Reach, at node: Int) {
    for hit in reach.hits(among: names) {
      let target: Int
      if graph[hit.resource].kind.hasIdentity {
        target = place(identity(hit.resource, .async))
        if let reason = check.standstill(at: hit.resource) {
          web.cuts.append(EventWeb.Cut(node: target, relation: nil, reason: reason))
          continue
        }
      } else {
        target = place(.holding(hit.resource, hit.event))
      }
      let evidence: Write.Evidence = hit.isExact ? .exact : .wildcard
      web.edges[node].append(EventWeb.Edge(to: target, step: .hit(hit), evidence: evidence, doubt: nil))
    }
  }
}
