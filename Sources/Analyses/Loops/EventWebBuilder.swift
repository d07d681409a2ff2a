import Diagnostics
import Infrastructure

/// Follows events from everything that runs code, as far as filters let them.
struct EventWebBuilder {
  let graph: ResourceGraph
  private let check: PassageCheck
  let names: ResourceNames
  var reader: GrantReader
  let hidden: HiddenPolicies
  private var patterns = ActionPatterns()
  var web = EventWeb()
  private var places: NodePlaces
  /// The nodes of permissions, so that those who may do the same share one.
  private var permissions: [Reach: Int] = [:]
  /// The nodes of permissions by the grants that were already asked for.
  private var permissionsOfGrants: [Int?] = []
  /// Who was last found to have the permission of a node, and by which edge.
  var holders: [(node: Int, edge: Int)] = []
  var grantsByRole: [RoleGrants?]
  /// The calls that rules ask for.
  let watched: [(bus: ResourceID, call: APICall)]
  private var busRules: [ResourceID: BusRules] = [:]
  /// The first node whose edges are still to be found.
  private var pending = 0

  init(_ graph: ResourceGraph) {
    self.graph = graph
    check = PassageCheck(graph: graph)
    names = ResourceNames(graph)
    reader = GrantReader(graph, among: names)
    watched = graph.watchedCalls
    hidden = HiddenPolicies(graph)
    places = NodePlaces(resources: graph.resources.count)
    grantsByRole = Array(repeating: nil, count: graph.roles.count)
  }

  consuming func build() -> EventWeb {
    for index in graph.resources.indices where graph.resources[index].kind.hasIdentity {
      _ = place(identity(ResourceID(index), .async))
    }
    for queue in graph.redriveRing { _ = place(.holding(queue, .opaque)) }
    while pending < web.nodes.count {
      expand(pending)
      pending += 1
    }
    return web
  }

  mutating func place(_ node: EventWeb.Node) -> Int {
    let next = web.nodes.count
    let place = places.place(of: node, orNew: next)
    if place == next { append(node) }
    return place
  }

  private mutating func append(_ node: EventWeb.Node) {
    web.append(node)
    holders.append((node: -1, edge: 0))
  }

  private mutating func expand(_ node: Int) {
    switch web.nodes[node] {
    case .identity(let id, let waking):
      expandRelations(of: id, carrying: nil, at: node) { [graph] relation in
        !EventWebBuilder.isDestination(graph.via(of: relation))
          || EventWeb.Waking(graph.relations[relation.index]) == waking
      }
      expandGrants(of: id, at: node)
      expandReports(of: id, at: node)
    case .holding(let id, let event): expandRelations(of: id, carrying: event, at: node)
    case .permission(let index): expandHits(of: web.reaches[index], at: node)
    }
  }

  /// Destinations get what one way of waking the function left: asynchronous invocations or batches.
  private static func isDestination(_ via: Via) -> Bool {
    via == .onSuccess || via == .onFailure || via == .deadLetterQueue
  }

  private func identity(_ id: ResourceID, _ waking: EventWeb.Waking) -> EventWeb.Node {
    let matters =
      graph.kind(of: id) == .function
      && graph.relations(from: id).contains { EventWebBuilder.isDestination(graph.via(of: $0)) }
    return .identity(id, matters ? waking : .async)
  }

  private mutating func expandRelations(
    of id: ResourceID, carrying event: CarriedEvent?, at node: Int, where isUsed: (RelationID) -> Bool = { _ in true }
  ) {
    for relation in relations(from: id, thatMayTake: event) where isUsed(relation) {
      follow(graph.relations[relation.index], carrying: event, at: node)
    }
  }

  private mutating func follow(_ relation: Relation, carrying event: CarriedEvent?, at node: Int) {
    var doubt: Int?
    switch check.passage(relation, carrying: event) {
    case .cut(let reason):
      web.cuts.append(EventWeb.Cut(node: node, relation: relation.id, reason: reason))
      return
    case .narrowed(let why):
      doubt = web.doubts.count
      web.doubts.append(why)
    case .passes: break
    }
    let evidence: Write.Evidence = relation.certainty == .exact ? .structural : .inferred
    let target = place(destination(of: relation, carrying: event))
    web.edges[node].append(
      EventWeb.Edge(to: target, step: .relation(relation.id), evidence: evidence, doubt: doubt))
  }

  /// The relations of a resource, of a bus those only whose patterns don't ask for something else.
  ///
  /// The first of all is always among them, so that an event that nothing takes has a reason for it.
  private mutating func relations(from id: ResourceID, thatMayTake event: CarriedEvent?) -> [RelationID] {
    let all = graph.relations(from: id)
    guard graph.kind(of: id) == .bus, all.count > 8, let event else { return all }
    if busRules[id] == nil { busRules[id] = BusRules(all, in: graph) }
    guard let some = busRules[id]?.candidates(for: event, in: graph), let first = all.first else { return all }
    return some.first == first ? some : [first] + some
  }

  /// Where an event is after a relation, and what is still known about it.
  private mutating func destination(of relation: Relation, carrying event: CarriedEvent?) -> EventWeb.Node {
    let target = relation.to
    let kind = graph.kind(of: target)
    if kind.hasIdentity { return identity(target, EventWeb.Waking(relation)) }
    if relation.emission == nil {
      if kind == .bus, relation.via == .onSuccess || relation.via == .onFailure {
        return .holding(target, .invocationResult(relation.via))
      }
      if kind == .bucket, relation.via == .onFailure {
        return .holding(target, .failureRecord(in: target, patterns: &patterns))
      }
      if let event, isKept(event, at: kind) { return .holding(target, event) }
    }
    if relation.via == .replication, case .object(let event) = event {
      return .holding(target, .object(replica(of: event, by: relation)))
    }
    return .holding(target, .arriving(at: target, kind, emission: relation.emission, patterns: &patterns))
  }

  /// A new object under the same key, as far as the rule replicates it.
  private mutating func replica(of event: ObjectEvent, by relation: Relation) -> ObjectEvent {
    let wanted = (relation.emission?.keys ?? []).map { Glob(pattern: $0) }
    let keys = event.keys.flatMap { key in
      wanted.filter { $0.intersects(key) }.map { key.covers($0) ? $0 : key }
    }
    return ObjectEvent(bucket: relation.to, actions: patterns("s3:PutObject"), keys: wanted.isEmpty ? event.keys : keys)
  }

  /// Whether what arrives is the same event: queues, topics and rules pass it on, stores make a new one of it.
  private func isKept(_ event: CarriedEvent, at kind: ResourceKind) -> Bool {
    switch kind {
    case .bucket, .table: return false
    case .bus:
      switch event {
      case .bus, .object: return true
      case .item, .call, .record, .opaque: return false
      }
    case .stream, .firehose, .logGroup, .function, .queue, .topic, .rule, .pipe, .stateMachine, .api, .schedule,
      .iotRule, .external, .kafkaCluster, .broker, .documentCluster, .userPool, .graphQLAPI, .loadBalancer,
      .distribution, .emailReceipt, .iotTopic:
      return true
    }
  }

  /// The node of what a grant permits; nil when nothing goes on from whatever it reaches.
  mutating func permission(of grant: Int) -> Int? {
    while permissionsOfGrants.count < web.grants.count { permissionsOfGrants.append(nil) }
    if let known = permissionsOfGrants[grant] { return known < 0 ? nil : known }
    let node = permission(of: web.grants[grant].grant.reach)
    permissionsOfGrants[grant] = node
    return node < 0 ? nil : node
  }

  private mutating func permission(of reach: Reach) -> Int {
    guard names.hasCandidates(reach.kind) else { return -1 }
    let next = web.nodes.count
    let node = permissions.place(of: reach, orNew: next)
    if node == next {
      append(.permission(web.reaches.count))
      web.reaches.append(reach)
    }
    return node
  }

  private mutating func expandHits(of reach: Reach, at node: Int) {
    var refusals: [Reach.Refusal] = []
    let hits = reach.hits(among: names) { refusals.append($0) }
    if !refusals.isEmpty { web.refusals[node] = refusals }
    for hit in hits {
      let target: Int
      if graph.kind(of: hit.resource).hasIdentity {
        target = place(identity(hit.resource, .async))
        if let reason = check.standstill(at: hit.resource) {
          web.cuts.append(EventWeb.Cut(node: target, relation: nil, reason: reason))
          continue
        }
      } else {
        target = place(.holding(hit.resource, hit.event))
      }
      let evidence: Write.Evidence = hit.isExact ? .exact : .wildcard
      web.edges[node].append(EventWeb.Edge(to: target, step: .hit(web.hits.count), evidence: evidence))
      web.hits.append(hit)
    }
  }
}
