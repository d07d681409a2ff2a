import Infrastructure

extension RingSearch {
  /// The most steps that a small loop has.
  private static let longestWay = 24

  /// Walks every way of a few functions from the first of what runs back to it that passes no resource twice.
  ///
  /// - Parameters:
  ///   - size: how many functions are on the way.
  ///   - limit: how many loops may be listed in all.
  ///   - budget: how many steps may be taken still.
  mutating func searchSmall(from start: Int, size: Int, limit: Int, _ budget: inout Int) {
    // Of each node on the way, the edge that is to be taken next.
    var path = [Ring.Step(node: start, edge: 0)]
    var functions = mark(start, isOnPath: true)
    while let last = path.last, budget > 0 {
      let edges = flat.edges(of: last.node)
      guard last.edge < edges.count else {
        path.removeLast()
        functions -= mark(last.node, isOnPath: false)
        continue
      }
      budget -= 1
      path[path.count - 1] = Ring.Step(node: last.node, edge: last.edge + 1)
      let target = Int(flat[edges.lowerBound + last.edge].target)
      if target == start {
        if functions == size { note(ring(of: path), limit: limit) }
      } else if path.count < RingSearch.longestWay, mayVisit(target, from: start, path) {
        if functions >= size, web.isFunction(target, in: graph) { continue }
        functions += mark(target, isOnPath: true)
        path.append(Ring.Step(node: target, edge: 0))
      }
    }
    for step in path { _ = mark(step.node, isOnPath: false) }
  }

  /// Notes whether the way passes a node's resource; returns how many functions it is.
  private mutating func mark(_ node: Int, isOnPath isPassed: Bool) -> Int {
    if let resource = web.resource(at: node) { isOnPath[resource.index] = isPassed }
    return web.isFunction(node, in: graph) ? 1 : 0
  }

  /// Whether a way may go on to a node: no resource twice, nothing that runs before the first one, and functions that
  /// may all invoke each other by one permission count as loops of one.
  private func mayVisit(_ target: Int, from start: Int, _ path: [Ring.Step]) -> Bool {
    guard components.component[target] == components.component[start] else { return false }
    if let resource = web.resource(at: target) {
      return !isOnPath[resource.index] && (target > start || !web.isIdentity(target))
    }
    guard case .permission(let reach) = web.nodes[target], web.reaches[reach].kind == .function else { return true }
    return !path.contains { $0.node == target }
  }

  /// The way taken: each step's edge is the one before that which comes next.
  private func ring(of path: [Ring.Step]) -> Ring {
    Ring(steps: path.map { Ring.Step(node: $0.node, edge: $0.edge - 1) })
  }
}
