import Testing

@testable import Analyses

/// Searches in small graphs at random, one after the other with the same notes, against plain ones.
struct ShortestPathsTests {
  private static func graph(_ numbers: inout FixedRandom) -> EventWeb {
    let count = Int.random(in: 1...7, using: &numbers)
    var web = EventWeb()
    web.edges = (0..<count).map { _ in
      (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
        let target = Int.random(in: 0..<count, using: &numbers)
        let evidence: Write.Evidence = Bool.random(using: &numbers) ? .exact : .wildcard
        let doubt = Int.random(in: 0..<3, using: &numbers) == 0 ? 0 : nil
        return EventWeb.Edge(to: target, step: .hit(0), evidence: evidence, doubt: doubt)
      }
    }
    return web
  }

  /// The nodes that are reached from each one over at least one edge.
  private static func reached(in web: EventWeb) -> [Set<Int>] {
    var reached = web.edges.map { Set($0.map(\.to)) }
    for _ in reached {
      for node in reached.indices { for next in reached[node] { reached[node].formUnion(reached[next]) } }
    }
    return reached
  }

  /// Breadth first, looking at each edge of each node until one leads to the goal.
  private static func plain(
    _ web: EventWeb, _ component: [Int32], from start: Int, to goal: Int, _ demand: Demand
  ) -> (ring: Ring?, work: Int) {
    var queue = [[Ring.Step]()]
    var seen: Set<Int> = []
    var work = 0
    while !queue.isEmpty {
      let way = queue.removeFirst()
      let node = way.last.map { web.edges[$0.node][$0.edge].to } ?? start
      work += web.edges[node].count
      for (place, edge) in web.edges[node].enumerated() where Demand(edge) >= demand {
        let longer = way + [Ring.Step(node: node, edge: place)]
        if edge.to == goal { return (Ring(steps: longer), work) }
        if component[edge.to] == component[start], seen.insert(edge.to).inserted { queue.append(longer) }
      }
    }
    return (nil, work)
  }

  @Test func theFirstOfTheShortestWaysWithTheSameWork() {
    var numbers = FixedRandom(seed: 21)
    var lengths: [Int: Int] = [:]
    for _ in 0..<2_000 {
      let web = ShortestPathsTests.graph(&numbers)
      let flat = FlatEdges(web)
      let components = Components(flat)
      guard !components.cyclic.isEmpty else { continue }
      var paths = ShortestPaths(flat, components)
      for start in web.edges.indices {
        for goal in web.edges.indices {
          for demand in Demand.allCases {
            let expected = ShortestPathsTests.plain(web, components.component, from: start, to: goal, demand)
            var work = 0
            let ring = paths.shortest(from: start, to: goal, demand, work: &work)
            #expect(ring == expected.ring)
            #expect(work == expected.work)
            lengths[ring?.steps.count ?? 0, default: 0] += 1
          }
        }
      }
    }
    for length in 0...5 { #expect(lengths[length, default: 0] > 20) }
  }

  @Test func componentsAreWhatReachesEachOther() {
    var numbers = FixedRandom(seed: 22)
    for _ in 0..<2_000 {
      let web = ShortestPathsTests.graph(&numbers)
      let reached = ShortestPathsTests.reached(in: web)
      let components = Components(FlatEdges(web))
      for one in reached.indices {
        for other in reached.indices {
          let isMutual = one == other || reached[one].contains(other) && reached[other].contains(one)
          #expect((components.component[one] == components.component[other]) == isMutual)
        }
      }
      let cyclic = Set(components.cyclic.flatMap { $0 })
      #expect(cyclic == Set(reached.indices.filter { reached[$0].contains($0) }))
    }
  }
}
