/// The strongly connected components of a graph: the parts in which every node is reached from every other.
struct Components {
  /// The component of each node.
  private(set) var component: [Int32] = []
  /// The nodes of each component that can hold a cycle, in ascending order, by the first of them.
  private(set) var cyclic: [[Int]] = []

  private var index: [Int32] = []
  private var low: [Int32] = []
  private var stack: [Int] = []
  private var work: [(node: Int, edge: Int)] = []
  private var next: Int32 = 0
  private var count: Int32 = 0

  /// Tarjan's algorithm without recursion.
  init(_ edges: FlatEdges) {
    index = Array(repeating: -1, count: edges.nodeCount)
    low = index
    component = index
    for root in index.indices where index[root] < 0 { visit(root, edges) }
    cyclic.sort { $0[0] < $1[0] }
  }

  private mutating func visit(_ root: Int, _ edges: FlatEdges) {
    enter(root, edges)
    while let (node, edge) = work.last {
      if edge < edges.edges(of: node).upperBound {
        work[work.count - 1].edge += 1
        let target = Int(edges[edge].target)
        if index[target] < 0 {
          enter(target, edges)
        } else if component[target] < 0 {
          low[node] = min(low[node], index[target])
        }
        continue
      }
      work.removeLast()
      if let parent = work.last?.node { low[parent] = min(low[parent], low[node]) }
      if low[node] == index[node] { close(node, edges) }
    }
  }

  private mutating func enter(_ node: Int, _ edges: FlatEdges) {
    index[node] = next
    low[node] = next
    next += 1
    stack.append(node)
    work.append((node, edges.edges(of: node).lowerBound))
  }

  /// Takes a component off the stack, and notes it if it can hold a cycle.
  private mutating func close(_ first: Int, _ edges: FlatEdges) {
    let isAlone = stack.last == first
    var members: [Int] = []
    while let top = stack.popLast() {
      component[top] = count
      if !isAlone { members.append(top) }
      if top == first { break }
    }
    count += 1
    if isAlone, edges.edges(of: first).contains(where: { edges[$0].target == first }) { members = [first] }
    if !members.isEmpty { cyclic.append(members.sorted()) }
  }
}
