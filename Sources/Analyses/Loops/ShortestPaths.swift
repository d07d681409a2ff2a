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
  /// The nodes that the search came to, in order; as long as there are nodes.
  private var queue: [Int32]
  private var search: Int32 = 0

  init(_ edges: FlatEdges, _ components: Components) {
    let isNeeded = !components.cyclic.isEmpty
    self.edges = edges
    reversed = isNeeded ? FlatEdges(reversing: edges) : edges
    component = components.component
    visits = Array(repeating: Visit(), count: isNeeded ? edges.nodeCount : 0)
    // The start may be seen a second time.
    queue = Array(repeating: 0, count: visits.count + 1)
  }

  /// - Parameter work: grows by the edges of the nodes on the way and of those that are no farther from the start.
  mutating func shortest(from start: Int, to goal: Int, _ demand: Demand, work: inout Int) -> Ring? {
    begin(to: goal, demand)
    work += edges.edges(of: start).count
    if visits[start].isLast == search { return way(from: start, over: start, to: goal, demand) }
    let home = component[start]
    queue[0] = Int32(clamping: start)
    var (head, end) = (0, 1)
    while head < end {
      let node = queue[head]
      head += 1
      let own = edges.edges(of: Int(node))
      for place in own {
        let edge = edges[place]
        let target = Int(edge.target)
        let visit = visits[target]
        guard edge.grade >= demand, visit.search != search, component[target] == home else { continue }
        visits[target] = Visit(
          search: search, isLast: visit.isLast, parent: node, edge: Int32(clamping: place - own.lowerBound))
        work += edges.edges(of: target).count
        if visit.isLast == search { return way(from: start, over: target, to: goal, demand) }
        queue[end] = edge.target
        end += 1
      }
    }
    return nil
  }

  private mutating func begin(to goal: Int, _ demand: Demand) {
    search += 1
    for place in reversed.edges(of: goal) where reversed[place].grade >= demand {
      visits[Int(reversed[place].target)].isLast = search
    }
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
