import Diagnostics
import Infrastructure

/// Finds the loops of a flow graph, component by component.
///
/// In a small component every way round through few actors is listed, since each is a mistake of its own; in a large one
/// a short loop through each member is, and the rest counted.
struct LoopSearch {
  /// More actors than these make a component large.
  private static let smallComponent = 24
  /// How many loops of one component are listed.
  private static let maximumLoops = 64

  private let flow: FlowGraph
  private let builder: LoopBuilder

  init(_ flow: FlowGraph) {
    self.flow = flow
    builder = LoopBuilder(flow: flow)
  }

  func loops() -> [Loop] {
    let components = StronglyConnected.components(count: flow.places.count) { flow.edges[$0].map(\.to) }
    var result: [Loop] = []
    for component in components {
      let actors = component.filter { isActor($0) }
      guard !actors.isEmpty else { continue }
      let members = Members(component, of: flow.places.count)
      let (ways, isComplete) =
        actors.count <= LoopSearch.smallComponent
        ? everyWay(actors, members) : (coveringWays(actors, members), false)
      let chosen = distinct(ways)
      let listed = chosen.prefix(LoopSearch.maximumLoops)
      let further =
        isComplete ? chosen.count - listed.count : max(0, independentCycles(component, members) - listed.count)
      for (position, way) in listed.enumerated() {
        result.append(builder.loop(way, further: position == 0 ? further : 0))
      }
    }
    return result.sorted { builder.precedes($0, $1) }
  }

  private func isActor(_ place: Int) -> Bool {
    if case .actor = flow.places[place] { true } else { false }
  }

  /// How many cycles a component holds that are no sums of others.
  private func independentCycles(_ component: [Int], _ members: Members) -> Int {
    component.reduce(1 - component.count) { total, place in
      total + flow.edges[place].reduce(0) { $0 + (members.contains($1.to) ? 1 : 0) }
    }
  }

  // MARK: Small components

  /// All ways round through at most five actors.
  private func everyWay(_ actors: [Int], _ members: Members) -> (ways: [Way], isComplete: Bool) {
    let legs = actors.map { start in PathSearch(flow, members).legs(from: start) }
    var enumeration = CycleEnumeration(actors: actors, legs: legs, resource: { flow.resource(of: $0) })
    enumeration.run()
    return (enumeration.ways, enumeration.isComplete)
  }

  // MARK: Large components

  /// A short way round through each actor that no earlier one passes.
  private func coveringWays(_ actors: [Int], _ members: Members) -> [Way] {
    var covered: Set<Int> = []
    var ways: [Way] = []
    for actor in actors where !covered.contains(actor) {
      guard let way = PathSearch(flow, members).shortestWay(through: actor) else { continue }
      for step in way.steps where isActor(step.from) { covered.insert(step.from) }
      ways.append(way)
    }
    return ways
  }

  /// One way for each set of resources, the best one.
  private func distinct(_ ways: [Way]) -> [Way] {
    var best: [[ResourceID]: Int] = [:]
    var kept: [Way] = []
    for way in ways {
      let key = builder.identity(of: way)
      guard let position = best[key] else {
        best[key] = kept.count
        kept.append(way)
        continue
      }
      if way.cost < kept[position].cost { kept[position] = way }
    }
    return kept
  }
}

/// Which places belong to a component.
struct Members {
  private let flags: [Bool]

  init(_ component: [Int], of count: Int) {
    var flags = Array(repeating: false, count: count)
    for place in component { flags[place] = true }
    self.flags = flags
  }

  func contains(_ place: Int) -> Bool { flags[place] }
}

/// A path through the flow graph and what speaks against it.
struct Way {
  struct Step {
    let from: Int
    let edge: FlowGraph.Edge
  }

  var steps: [Step]
  /// Steps, with weak evidence, doubts and failures weighing more.
  var cost: Int
}

extension FlowGraph {
  /// The resource at a place; nil for a wildcard.
  func resource(of place: Int) -> ResourceID? {
    switch places[place] {
    case .actor(let id, _), .item(let id, _): id
    case .hub: nil
    }
  }

  /// What a step costs in the search for the most telling way.
  func cost(_ edge: Edge) -> Int {
    var cost = 1
    switch edge.cause {
    case .intoHub, .outOfHub(.wildcard): cost += 100
    case .outOfHub(.managedWildcard): cost += 200
    case .permission(let index): if permissions.all[index].evidence < .exact { cost += 200 }
    case .relation, .outOfHub, .service: break
    }
    if edge.doubt != nil { cost += 10_000 }
    if edge.isFailure { cost += 1_000_000 }
    return cost
  }
}
