/// Searches in breadth for the shortest way between two nodes of a component, the same arrays each time.
struct ShortestPaths {
  private let edges: FlatEdges
  /// The same edges the other way, which tell at once whether a node is the last before the goal.
  private let reversed: FlatEdges
  private let component: [Int32]
  /// The search that saw a node last, and how it came there.
  private var seen: [Int32]
  private var parents: [Ring.Step]
  /// The search for whose goal a node is the last on the way.
  private var isLast: [Int32]
  private var search: Int32 = 0
  private var queue: [Int] = []

  init(_ edges: FlatEdges, _ components: Components) {
    let isNeeded = !components.cyclic.isEmpty
    self.edges = edges
    reversed = isNeeded ? FlatEdges(reversing: edges) : edges
    component = components.component
    seen = Array(repeating: 0, count: isNeeded ? edges.nodeCount : 0)
    isLast = seen
    parents = Array(repeating: Ring.Step(node: 0, edge: 0), count: seen.count)
  }

  /// - Parameter work: grows by the edges of the nodes on the way and of those that are no farther from the start.
  mutating func shortest(from start: Int, to goal: Int, _ demand: Demand, work: inout Int) -> Ring? {
    search += 1
    for edge in reversed.edges(of: goal) where reversed.grades[edge] >= demand {
      isLast[Int(reversed.targets[edge])] = search
    }
    queue.removeAll(keepingCapacity: true)
    queue.append(start)
    work += edges.edges(of: start).count
    if isLast[start] == search { return way(from: start, over: start, to: goal, demand) }
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      let own = edges.edges(of: node)
      for edge in own where edges.grades[edge] >= demand {
        let target = Int(edges.targets[edge])
        guard seen[target] != search, component[target] == component[start] else { continue }
        seen[target] = search
        parents[target] = Ring.Step(node: node, edge: edge - own.lowerBound)
        work += edges.edges(of: target).count
        if isLast[target] == search { return way(from: start, over: target, to: goal, demand) }
        queue.append(target)
      }
    }
    return nil
  }

  /// The way that was found, by the last node before the goal.
  private func way(from start: Int, over last: Int, to goal: Int, _ demand: Demand) -> Ring? {
    let own = edges.edges(of: last)
    guard let edge = own.first(where: { edges.targets[$0] == goal && edges.grades[$0] >= demand }) else { return nil }
    var steps = [Ring.Step(node: last, edge: edge - own.lowerBound)]
    while let step = steps.last, step.node != start { steps.append(parents[step.node]) }
    return Ring(steps: steps.reversed())
  }
}
