/// The strongly connected components of a graph: the parts in which every node is reached from every other.
struct Components {
  /// The component of each node.
  private(set) var component: [Int] = []
  /// The nodes of each component that can hold a cycle, in ascending order, by the first of them.
  private(set) var cyclic: [[Int]] = []

  private var index: [Int] = []
  private var low: [Int] = []
  private var stack: [Int] = []
  private var next = 0

  /// Tarjan's algorithm without recursion.
  init(_ successors: [[Int]]) {
    index = Array(repeating: -1, count: successors.count)
    low = index
    component = index
    var members: [[Int]] = []
    for root in successors.indices where index[root] < 0 { visit(root, successors, &members) }
    cyclic = members.filter { $0.count > 1 || successors[$0[0]].contains($0[0]) }
    cyclic.sort { $0[0] < $1[0] }
  }

  private mutating func visit(_ root: Int, _ successors: [[Int]], _ members: inout [[Int]]) {
    var work: [(node: Int, edge: Int)] = []
    enter(root, &work)
    while let (node, edge) = work.last {
      if edge < successors[node].count {
        work[work.count - 1].edge += 1
        let target = successors[node][edge]
        if index[target] < 0 {
          enter(target, &work)
        } else if component[target] < 0 {
          low[node] = min(low[node], index[target])
        }
        continue
      }
      work.removeLast()
      if let parent = work.last?.node { low[parent] = min(low[parent], low[node]) }
      if low[node] == index[node] { members.append(close(node, as: members.count)) }
    }
  }

  private mutating func enter(_ node: Int, _ work: inout [(node: Int, edge: Int)]) {
    index[node] = next
    low[node] = next
    next += 1
    stack.append(node)
    work.append((node, 0))
  }

  private mutating func close(_ node: Int, as number: Int) -> [Int] {
    var members: [Int] = []
    while let top = stack.popLast() {
      component[top] = number
      members.append(top)
      if top == node { break }
    }
    return members.sorted()
  }
}
