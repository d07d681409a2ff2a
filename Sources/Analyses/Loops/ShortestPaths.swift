/// Searches in breadth for the shortest way between two nodes of a component, with the same notes each time.
struct ShortestPaths {
  /// What is noted of a node.
  private struct Visit {
    /// The search that saw it last.
    var search: Int32 = 0
    /// The search for whose goal it is the last node on the way.
    var isLast: Int32 = 0
    /// How the search came to it: the node before, and the place among that node's edges.
    var parent: Int32 = 0
    var edge: Int32 = 0
  }

  private let edges: FlatEdges
  /// The same edges the other way, which tell at once whether a node is the last before the goal.
  private let reversed: FlatEdges
  private let component: [Int32]
  private var visits: [Visit]
  private var queue: [Int] = []
  private var search: Int32 = 0

  init(_ edges: FlatEdges, _ components: Components) {
    let isNeeded = !components.cyclic.isEmpty
    self.edges = edges
    reversed = isNeeded ? FlatEdges(reversing: edges) : edges
    component = components.component
    visits = Array(repeating: Visit(), count: isNeeded ? edges.nodeCount : 0)
  }

  /// - Parameter work: grows by the edges of the nodes on the way and of those that are no farther from the start.
  mutating func shortest(from start: Int, to goal: Int, _ demand: Demand, work: inout Int) -> Ring? {
    begin(from: start, to: goal, demand)
    let home = component[start]
    work += edges.edges(of: start).count
    if visits[start].isLast == search { return way(from: start, over: start, to: goal, demand) }
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      let own = edges.edges(of: node)
      for place in own {
        let edge = edges[place]
        let target = Int(edge.target)
        guard edge.grade >= demand, visits[target].search != search, component[target] == home else { continue }
        visits[target].search = search
        visits[target].parent = Int32(clamping: node)
        visits[target].edge = Int32(clamping: place - own.lowerBound)
        work += edges.edges(of: target).count
        if visits[target].isLast == search { return way(from: start, over: target, to: goal, demand) }
        queue.append(target)
      }
    }
    return nil
  }

  private mutating func begin(from start: Int, to goal: Int, _ demand: Demand) {
    search += 1
    for place in reversed.edges(of: goal) where reversed[place].grade >= demand {
      visits[Int(reversed[place].target)].isLast = search
    }
    queue.removeAll(keepingCapacity: true)
    queue.append(start)
  }

  /// The way that was found, by the last node before the goal.
  private func way(from start: Int, over last: Int, to goal: Int, _ demand: Demand) -> Ring? {
    let own = edges.edges(of: last)
    guard let place = own.first(where: { edges[$0].target == goal && edges[$0].grade >= demand }) else { return nil }
    var steps = [Ring.Step(node: last, edge: place - own.lowerBound)]
    while let step = steps.last, step.node != start {
      let visit = visits[step.node]
      steps.append(Ring.Step(node: Int(visit.parent), edge: Int(visit.edge)))
    }
    return Ring(steps: steps.reversed())
  }
}
