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
    starts.reserveCapacity(web.edges.count + 1)
    for edges in web.edges {
      for edge in edges {
        targets.append(Int32(clamping: edge.to))
        grades.append(Demand(edge))
      }
      starts.append(Int32(clamping: targets.count))
    }
  }

  /// The places of a node's edges, in the order of the web.
  func edges(of node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }
}
