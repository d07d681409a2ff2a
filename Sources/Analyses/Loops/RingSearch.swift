import Infrastructure

/// Finds the loops of a web: the shortest through each function, and the other small ones beside it.
struct RingSearch {
  /// Edges looked at in one component before functions that already have a loop are passed over.
  static let generousWork = 2_000_000
  /// Edges looked at in one component before the search ends.
  private static let allWork = 50_000_000
  /// Steps of the search for further small loops in one component, for each size.
  private static let smallWork = 20_000
  /// Further small loops listed for one component.
  private static let listed = 20

  let web: EventWeb
  let graph: ResourceGraph
  let components: Components
  let flat: FlatEdges
  private var found: [RingKey: Int] = [:]
  private var known: Set<Ring> = []
  private(set) var rings: [(ring: Ring, further: Int)] = []
  /// The resources on loops, listed or not.
  private(set) var members: Set<ResourceID> = []
  private var parent: [Ring.Step] = []
  private var seen: [Int32] = []
  private var round: Int32 = 0
  private(set) var work = 0

  init(_ web: EventWeb, _ graph: ResourceGraph) {
    self.web = web
    self.graph = graph
    components = Components(web.edges.map { $0.map(\.to) })
    flat = FlatEdges(web)
    parent = Array(repeating: Ring.Step(node: 0, edge: 0), count: web.nodes.count)
    seen = Array(repeating: 0, count: web.nodes.count)
    for members in components.cyclic { search(members) }
  }

  private mutating func search(_ members: [Int]) {
    let running = members.filter(web.isIdentity)
    let identities = running.isEmpty && members.allSatisfy(isPolledQueue) ? Array(members.prefix(1)) : running
    guard !identities.isEmpty else { return }
    self.members.formUnion(members.compactMap { web.resource(at: $0) })
    work = 0
    var covered: Set<Int> = []
    for start in identities {
      if work > RingSearch.generousWork, covered.contains(start) || work > RingSearch.allWork { continue }
      for demand in Demand.allCases {
        guard let ring = shortest(from: start, to: start, demand) else { continue }
        for step in ring.steps where web.isIdentity(step.node) { covered.insert(step.node) }
        note(ring, limit: .max)
        if ring.steps.allSatisfy({ Demand(web.edge($0)) == .exactAndSure }) { break }
      }
      if covered.count == identities.count, isSingleRing(members) { return }
    }
    if !graph.graphFiles.isEmpty { searchAcross(members) }
    let first = rings.count
    for size in 0...3 {
      var budget = RingSearch.smallWork
      for start in identities where budget > 0 { enumerate(from: start, size: size, limit: first, &budget) }
    }
  }

  /// Whether something takes messages from a queue, so that what fails there is received often enough to be redriven.
  private func isPolledQueue(_ node: Int) -> Bool {
    guard let id = web.resource(at: node), graph[id].kind == .queue else { return false }
    return web.edges[node].contains { web.isIdentity($0.to) }
  }

  /// Whether there is no second way anywhere.
  private func isSingleRing(_ members: [Int]) -> Bool {
    members.allSatisfy { node in
      web.edges[node].count { components.component[$0.to] == components.component[node] } == 1
    }
  }

  /// The shortest way from a node to another one, or back to itself.
  mutating func shortest(from start: Int, to goal: Int, _ demand: Demand) -> Ring? {
    round += 1
    var queue = [start]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      let edges = flat.edges(of: node)
      work += edges.count
      for index in edges where flat.grades[index] >= demand {
        let target = Int(flat.targets[index])
        if target == goal { return trace(back: Ring.Step(node: node, edge: index - edges.lowerBound), to: start) }
        guard seen[target] != round, components.component[target] == components.component[start] else { continue }
        seen[target] = round
        parent[target] = Ring.Step(node: node, edge: index - edges.lowerBound)
        queue.append(target)
      }
    }
    return nil
  }

  private func trace(back last: Ring.Step, to start: Int) -> Ring {
    var steps = [last]
    while let step = steps.last, step.node != start { steps.append(parent[step.node]) }
    return Ring(steps: steps.reversed())
  }

  /// Lists a ring, or counts it where a loop of its kind is listed or the list is full.
  ///
  /// - Parameter limit: how many may be listed in all.
  mutating func note(_ ring: Ring, limit: Int) {
    guard !web.isFarFetched(ring), known.insert(ring.turned).inserted else { return }
    let key = web.key(of: ring, in: graph)
    if let place = found[key] {
      if web.isBetter(ring, than: rings[place].ring) { rings[place].ring = ring }
      rings[place].further += 1
    } else if rings.count < limit {
      found[key] = rings.count
      rings.append((ring, 0))
    } else if !rings.isEmpty {
      rings[rings.count - 1].further += 1
    }
  }

  /// Walks every way of a few functions from the first of what runs back to it that passes no resource twice.
  ///
  /// - Parameter size: how many functions are on the way.
  private mutating func enumerate(from start: Int, size: Int, limit: Int, _ budget: inout Int) {
    let component = components.component[start]
    var path: [Ring.Step] = [Ring.Step(node: start, edge: 0)]
    var onPath: Set<ResourceID> = []
    if let resource = web.resource(at: start) { onPath.insert(resource) }
    var functions = web.isFunction(start, in: graph) ? 1 : 0
    while let last = path.last, budget > 0 {
      guard last.edge < web.edges[last.node].count else {
        path.removeLast()
        if let resource = web.resource(at: last.node) { onPath.remove(resource) }
        if web.isFunction(last.node, in: graph) { functions -= 1 }
        continue
      }
      budget -= 1
      path[path.count - 1] = Ring.Step(node: last.node, edge: last.edge + 1)
      let target = web.edges[last.node][last.edge].to
      if target == start {
        guard functions == size else { continue }
        note(ring(of: path), limit: limit + RingSearch.listed)
      } else if components.component[target] == component, path.count < 24 {
        guard mayVisit(target, from: start, onPath, path) else { continue }
        if web.isFunction(target, in: graph) {
          guard functions < size else { continue }
          functions += 1
        }
        if let resource = web.resource(at: target) { onPath.insert(resource) }
        path.append(Ring.Step(node: target, edge: 0))
      }
    }
  }

  /// Whether a way may go on to a node: no resource twice, nothing that runs before the first one, and functions that
  /// may all invoke each other by one permission count as loops of one.
  private func mayVisit(_ target: Int, from start: Int, _ onPath: Set<ResourceID>, _ path: [Ring.Step]) -> Bool {
    switch web.nodes[target] {
    case .identity(let id, _): target > start && !onPath.contains(id)
    case .holding(let id, _): !onPath.contains(id)
    case .permission(let reach): web.reaches[reach].kind != .function || !path.contains { $0.node == target }
    }
  }

  /// The way taken: each step's edge is the one before that which comes next.
  private func ring(of path: [Ring.Step]) -> Ring {
    Ring(steps: path.map { Ring.Step(node: $0.node, edge: $0.edge - 1) })
  }
}
