import Infrastructure

/// Cheapest paths inside one component.
struct PathSearch {
  private let flow: FlowGraph
  private let members: Members

  init(_ flow: FlowGraph, _ members: Members) {
    self.flow = flow
    self.members = members
  }

  /// The ways from an actor to the next actors, through what does not run: the cheapest for each last step.
  ///
  /// - Returns: by the place of the actor reached, in the order found.
  func legs(from start: Int) -> [(to: Int, way: Way)] {
    var tree = Tree(start)
    var legs: [(to: Int, way: Way)] = []
    while let place = tree.next() {
      for edge in flow.edges[place] where members.contains(edge.to) {
        let cost = tree.cost(of: place) + flow.cost(edge)
        if case .actor = flow.places[edge.to] {
          var way = tree.way(to: place)
          way.steps.append(Way.Step(from: place, edge: edge))
          way.cost = cost
          legs.append((edge.to, way))
        } else {
          tree.offer(edge, from: place, cost: cost)
        }
      }
    }
    return legs
  }

  /// The cheapest way from an actor back to itself, through other actors too.
  func shortestWay(through start: Int) -> Way? {
    var tree = Tree(start)
    var best: (cost: Int, place: Int, edge: FlowGraph.Edge)?
    while let place = tree.next() {
      if let best, tree.cost(of: place) >= best.cost { break }
      for edge in flow.edges[place] where members.contains(edge.to) {
        let cost = tree.cost(of: place) + flow.cost(edge)
        if edge.to == start {
          if best.map({ cost < $0.cost }) ?? true { best = (cost, place, edge) }
        } else {
          tree.offer(edge, from: place, cost: cost)
        }
      }
    }
    guard let best else { return nil }
    var way = tree.way(to: best.place)
    way.steps.append(Way.Step(from: best.place, edge: best.edge))
    way.cost = best.cost
    return way
  }
}

/// A shortest-path tree in the making: a heap of what is open, and how each place was reached.
private struct Tree {
  private var reached: [Int: (cost: Int, step: Way.Step?)]
  private var closed: Set<Int> = []
  private var heap: [(cost: Int, place: Int)]

  init(_ start: Int) {
    reached = [start: (0, nil)]
    heap = [(0, start)]
  }

  func cost(of place: Int) -> Int { reached[place]?.cost ?? 0 }

  /// The cheapest open place, which is closed by asking for it.
  mutating func next() -> Int? {
    while let top = heap.first {
      removeTop()
      if closed.insert(top.place).inserted { return top.place }
    }
    return nil
  }

  mutating func offer(_ edge: FlowGraph.Edge, from place: Int, cost: Int) {
    if let known = reached[edge.to], known.cost <= cost { return }
    reached[edge.to] = (cost, Way.Step(from: place, edge: edge))
    push((cost, edge.to))
  }

  func way(to place: Int) -> Way {
    var steps: [Way.Step] = []
    var current = place
    while let step = reached[current]?.step {
      steps.append(step)
      current = step.from
    }
    return Way(steps: steps.reversed(), cost: cost(of: place))
  }

  private mutating func push(_ entry: (cost: Int, place: Int)) {
    heap.append(entry)
    var index = heap.count - 1
    while index > 0, heap[index] < heap[(index - 1) / 2] {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func removeTop() {
    guard let last = heap.popLast(), !heap.isEmpty else { return }
    heap[0] = last
    var index = 0
    while true {
      let left = 2 * index + 1
      let right = left + 1
      var least = index
      if left < heap.count, heap[left] < heap[least] { least = left }
      if right < heap.count, heap[right] < heap[least] { least = right }
      if least == index { return }
      heap.swapAt(index, least)
      index = least
    }
  }
}
