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

/// The edges of a web in one flat list, which a search that passes them thousands of times reads without copying any.
struct FlatEdges {
  struct Edge {
    let target: Int32
    let grade: Demand
  }

  /// Where the edges of each node begin, and at the end how many there are.
  private var starts: [Int32] = [0]
  private var edges: [Edge] = []

  init(_ web: EventWeb) {
    starts.reserveCapacity(web.edges.count + 1)
    edges.reserveCapacity(web.edges.reduce(0) { $0 + $1.count })
    for own in web.edges {
      for edge in own { edges.append(Edge(target: Int32(clamping: edge.to), grade: Demand(edge))) }
      starts.append(Int32(clamping: edges.count))
    }
  }

  /// Edges without a difference.
  init(_ successors: [[Int]]) {
    for targets in successors {
      for target in targets { edges.append(Edge(target: Int32(clamping: target), grade: .exactAndSure)) }
      starts.append(Int32(clamping: edges.count))
    }
  }

  /// The same edges the other way.
  init(reversing forward: FlatEdges) {
    var places = [Int32](repeating: 0, count: forward.starts.count)
    for edge in forward.edges { places[Int(edge.target) + 1] += 1 }
    for node in places.indices.dropFirst() { places[node] += places[node - 1] }
    starts = places
    edges = forward.edges
    for node in 0..<forward.nodeCount {
      for index in forward.edges(of: node) {
        let edge = forward[index]
        edges[Int(places[Int(edge.target)])] = Edge(target: Int32(clamping: node), grade: edge.grade)
        places[Int(edge.target)] += 1
      }
    }
  }

  var nodeCount: Int { starts.count - 1 }

  /// The places of a node's edges, in the order of the web.
  func edges(of node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }

  subscript(place: Int) -> Edge { edges[place] }
}
