import Diagnostics
import Infrastructure

/// The graph that loops are searched in.
///
/// A place is something that runs, in the mode it was woken; or a resource with a class of events in it, so that each
/// step is checked against the filter behind it; or a wildcard permission, which stands once for all its targets. The
/// size is linear in resources, relations and distinct permissions.
struct FlowGraph {
  enum Place: Hashable {
    case actor(ResourceID, Relation.Mode)
    case item(ResourceID, EventClass)
    case hub(Int)
  }

  enum Cause {
    case relation(RelationID)
    /// A permission on one resource.
    case permission(Int)
    /// A step into a wildcard, whose way out names the target.
    case intoHub(Int)
    case outOfHub(Write.Evidence)
    /// What a service does by itself, such as reporting an execution.
    case service
  }

  struct Edge {
    let to: Int
    let cause: Cause
    let doubt: Loop.Doubt?
    let isFailure: Bool
  }

  let graph: ResourceGraph
  private(set) var places: [Place] = []
  private(set) var edges: [[Edge]] = []
  let permissions: PermissionTable
  private var numbers: [Place: Int] = [:]
  private let passing: Passing
  private let defaultBus: ResourceID?

  init(_ graph: ResourceGraph, permissions: PermissionTable) {
    self.graph = graph
    self.permissions = permissions
    passing = Passing(graph)
    defaultBus = graph.find(kind: .bus, name: "default", scope: "")
    for place in FlowGraph.starts(graph) { _ = number(place) }
    var next = 0
    while next < places.count {
      edges.append(expand(places[next]))
      next += 1
    }
  }

  /// What may be woken: every identity in the modes of its triggers, and asynchronously by whoever may invoke it.
  private static func starts(_ graph: ResourceGraph) -> [Place] {
    graph.resources.filter { $0.kind.hasIdentity && !$0.isExternal }.flatMap { resource -> [Place] in
      let modes = Set(graph.relations(to: resource.id).map { graph[$0].mode } + [.async])
      return [.async, .poll, .sync].filter(modes.contains).map { .actor(resource.id, $0) }
    }
  }

  private mutating func number(_ place: Place) -> Int {
    if let number = numbers[place] { return number }
    let number = places.count
    places.append(place)
    numbers[place] = number
    return number
  }

  private func place(_ id: ResourceID, _ event: EventClass, _ mode: Relation.Mode) -> Place {
    graph[id].kind.hasIdentity ? .actor(id, mode) : .item(id, event)
  }

  private mutating func expand(_ place: Place) -> [Edge] {
    switch place {
    case .actor(let id, let mode): return expandActor(id, mode)
    case .item(let id, let event): return graph.relations(from: id).compactMap { step(event, through: graph[$0]) }
    case .hub(let index):
      return permissions.hubs[index].targets.map { target in
        Edge(
          to: number(self.place(target.id, permissions.hubs[index].event, .async)), cause: .outOfHub(target.evidence),
          doubt: nil, isFailure: false)
      }
    }
  }

  private mutating func expandActor(_ id: ResourceID, _ mode: Relation.Mode) -> [Edge] {
    var result: [Edge] = []
    for index in permissions.permissions(of: id) {
      let permission = permissions.all[index]
      switch permission.target {
      case .resource(let target):
        let place = place(target, permission.event, .async)
        result.append(Edge(to: number(place), cause: .permission(index), doubt: nil, isFailure: false))
      case .hub(let hub):
        result.append(Edge(to: number(.hub(hub)), cause: .intoHub(index), doubt: nil, isFailure: false))
      }
    }
    for relation in graph.relations(from: id).map({ graph[$0] }) where isUsed(relation, in: mode) {
      if let edge = step(.unknown, through: relation) { result.append(edge) }
    }
    if graph[id].kind == .stateMachine, let bus = defaultBus {
      let status = EventClass(origin: .executionStatus(id), emission: nil)
      result.append(Edge(to: number(.item(bus, status)), cause: .service, doubt: nil, isFailure: false))
    }
    return result
  }

  /// Whether a function's destination applies to the way it was woken.
  private func isUsed(_ relation: Relation, in mode: Relation.Mode) -> Bool {
    switch relation.via {
    case .onSuccess, .onFailure, .deadLetterQueue: graph[relation.from].kind != .function || relation.mode == mode
    default: true
    }
  }

  private mutating func step(_ event: EventClass, through relation: Relation) -> Edge? {
    guard case .passes(let next, let doubt) = passing.passage(event, through: relation) else { return nil }
    return Edge(
      to: number(place(relation.to, next, relation.mode)), cause: .relation(relation.id), doubt: doubt,
      isFailure: Passing.isFailure(relation))
  }
}
