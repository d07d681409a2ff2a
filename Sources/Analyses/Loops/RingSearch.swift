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
  private var paths: ShortestPaths
  /// The resources on the way that the search for small loops is on.
  var isOnPath: [Bool] = []
  private var found: [RingKey: Int] = [:]
  private var known: Set<Ring> = []
  private(set) var rings: [(ring: Ring, further: Int)] = []
  /// Whether each resource is on a loop, listed or not; empty where there are none.
  private(set) var isMember: [Bool] = []
  /// Edges looked at in the component.
  private(set) var work = 0

  init(_ web: EventWeb, _ graph: ResourceGraph) {
    self.web = web
    self.graph = graph
    flat = FlatEdges(web)
    components = Components(flat)
    paths = ShortestPaths(flat, components)
    guard !components.cyclic.isEmpty else { return }
    isMember = Array(repeating: false, count: graph.resources.count)
    isOnPath = isMember
    for members in components.cyclic { search(members) }
  }

  private mutating func search(_ members: [Int]) {
    let running = members.filter(web.isIdentity)
    let identities = running.isEmpty && members.allSatisfy(isPolledQueue) ? Array(members.prefix(1)) : running
    guard !identities.isEmpty else { return }
    for member in members {
      if let resource = web.resource(at: member) { isMember[resource.index] = true }
    }
    work = 0
    let isSingle = isSingleRing(members)
    let leastGrade = leastGrade(among: members)
    var covered: Set<Int> = []
    for start in identities {
      if work > RingSearch.generousWork, covered.contains(start) || work > RingSearch.allWork { continue }
      searchShortest(from: start, leastGrade, &covered)
      if covered.count == identities.count, isSingle { return }
    }
    if !graph.graphFiles.isEmpty { searchAcross(members) }
    let limit = rings.count + RingSearch.listed
    for size in 0...3 {
      var budget = RingSearch.smallWork
      for start in identities where budget > 0 { searchSmall(from: start, size: size, limit: limit, &budget) }
    }
  }

  /// The shortest rings through something that runs, for each demand.
  private mutating func searchShortest(from start: Int, _ leastGrade: Demand, _ covered: inout Set<Int>) {
    var latest = 0
    for demand in Demand.allCases {
      // Where all edges meet the demand, the search would only take the same way again.
      if demand > .any, demand <= leastGrade {
        work += latest
        continue
      }
      let before = work
      let found = shortest(from: start, to: start, demand)
      latest = work - before
      guard let ring = found else { continue }
      for step in ring.steps where web.isIdentity(step.node) { covered.insert(step.node) }
      note(ring, limit: .max)
      if ring.steps.allSatisfy({ Demand(web.edge($0)) == .exactAndSure }) { break }
    }
  }

  /// The demand that all edges within a component meet.
  private func leastGrade(among members: [Int]) -> Demand {
    var least = Demand.exactAndSure
    for node in members {
      for place in flat.edges(of: node) where flat[place].grade < least {
        if components.component[Int(flat[place].target)] == components.component[node] { least = flat[place].grade }
      }
    }
    return least
  }

  /// Whether something takes messages from a queue, so that what fails there is received often enough to be redriven.
  private func isPolledQueue(_ node: Int) -> Bool {
    guard let id = web.resource(at: node), graph.kind(of: id) == .queue else { return false }
    return web.edges[node].contains { web.isIdentity($0.to) }
  }

  /// Whether there is no second way anywhere.
  private func isSingleRing(_ members: [Int]) -> Bool {
    members.allSatisfy { node in
      flat.edges(of: node).count { components.component[Int(flat[$0].target)] == components.component[node] } == 1
    }
  }

  /// The shortest way from a node to another one, or back to itself.
  mutating func shortest(from start: Int, to goal: Int, _ demand: Demand) -> Ring? {
    paths.shortest(from: start, to: goal, demand, work: &work)
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
}
