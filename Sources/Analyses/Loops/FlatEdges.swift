/// Which edges a search may take: those that meet the demand or a stricter one.
enum Demand: UInt8, CaseIterable, Comparable {
  case any
  /// Without a doubt.
  case sure
  /// Without a doubt, and permitted by more than a wildcard.
  case exactAndSure

  /// The strictest demand that an edge meets.
  init(_ edge: EventWeb.Edge) {
    self = edge.doubt != nil ? .any : edge.evidence >= .exact ? .exactAndSure : .sure
  }

  static func < (left: Demand, right: Demand) -> Bool { left.rawValue < right.rawValue }
}

/// The edges of a web in flat lists, which a search that passes them thousands of times reads without copying any.
struct FlatEdges {
  /// Where the edges of each node begin, and at the end how many there are.
  private var starts: [Int32] = [0]
  /// Where each edge leads.
  private(set) var targets: [Int32] = []
  private(set) var grades: [Demand] = []

  init(_ web: EventWeb) {
    reserve(nodes: web.edges.count, edges: web.edges.reduce(0) { $0 + $1.count })
    for edges in web.edges {
      for edge in edges { append(edge.to, Demand(edge)) }
      endNode()
    }
  }

  /// Edges without a difference.
  init(_ successors: [[Int]]) {
    for targets in successors {
      for target in targets { append(target, .exactAndSure) }
      endNode()
    }
  }

  /// The same edges the other way.
  init(reversing edges: FlatEdges) {
    var places = [Int32](repeating: 0, count: edges.starts.count)
    for target in edges.targets { places[Int(target) + 1] += 1 }
    for node in places.indices.dropFirst() { places[node] += places[node - 1] }
    starts = places
    targets = edges.targets
    grades = edges.grades
    for node in 0..<edges.nodeCount {
      for edge in edges.edges(of: node) {
        let target = Int(edges.targets[edge])
        let place = Int(places[target])
        targets[place] = Int32(clamping: node)
        grades[place] = edges.grades[edge]
        places[target] += 1
      }
    }
  }

  private mutating func reserve(nodes: Int, edges: Int) {
    starts.reserveCapacity(nodes + 1)
    targets.reserveCapacity(edges)
    grades.reserveCapacity(edges)
  }

  private mutating func append(_ target: Int, _ grade: Demand) {
    targets.append(Int32(clamping: target))
    grades.append(grade)
  }

  private mutating func endNode() { starts.append(Int32(clamping: targets.count)) }

  var nodeCount: Int { starts.count - 1 }

  /// The places of a node's edges, in the order of the web.
  func edges(of node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }
}
