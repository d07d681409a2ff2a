/// Tarjan's strongly connected components, without recursion.
enum StronglyConnected {
  /// The components that hold a cycle, each with its members in ascending order, ordered by their first member.
  static func components(count: Int, successors: (Int) -> [Int]) -> [[Int]] {
    var state = Search(count: count)
    for start in 0..<count where state.index[start] < 0 { state.run(from: start, successors) }
    return state.components.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  private struct Search {
    var index: [Int]
    var low: [Int]
    var isOnStack: [Bool]
    var stack: [Int] = []
    var counter = 0
    var components: [[Int]] = []

    init(count: Int) {
      index = Array(repeating: -1, count: count)
      low = Array(repeating: 0, count: count)
      isOnStack = Array(repeating: false, count: count)
    }

    private mutating func enter(_ node: Int) {
      index[node] = counter
      low[node] = counter
      counter += 1
      stack.append(node)
      isOnStack[node] = true
    }

    mutating func run(from start: Int, _ successors: (Int) -> [Int]) {
      var frames: [(node: Int, next: Int, successors: [Int])] = [(start, 0, successors(start))]
      enter(start)
      while let frame = frames.last {
        if frame.next < frame.successors.count {
          frames[frames.count - 1].next += 1
          let successor = frame.successors[frame.next]
          if index[successor] < 0 {
            enter(successor)
            frames.append((successor, 0, successors(successor)))
          } else if isOnStack[successor] {
            low[frame.node] = min(low[frame.node], index[successor])
          }
          continue
        }
        frames.removeLast()
        if let parent = frames.last?.node { low[parent] = min(low[parent], low[frame.node]) }
        if low[frame.node] == index[frame.node] {
          close(frame.node, loopsOnItself: frame.successors.contains(frame.node))
        }
      }
    }

    private mutating func close(_ root: Int, loopsOnItself: Bool) {
      var members: [Int] = []
      while let node = stack.popLast() {
        isOnStack[node] = false
        members.append(node)
        if node == root { break }
      }
      if members.count > 1 || loopsOnItself { components.append(members.sorted()) }
    }
  }
}
