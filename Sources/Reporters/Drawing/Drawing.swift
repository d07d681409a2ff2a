package import Analyses
package import Diagnostics
import Infrastructure

/// The event flow as it is drawn: who wakes whom, in the order of the files.
package struct Drawing: Sendable {
  package struct Node: Sendable {
    /// Unique in the drawing: the name, with what tells it apart where several have it.
    package var id: String
    /// The contract's word for the kind.
    package let kind: String
    package let name: String
    package let span: Span
    package let isExternal: Bool
    package var isInLoop = false
  }

  package struct Edge: Sendable, Hashable {
    /// Places among the nodes.
    package let from: Int
    package let to: Int
    /// `trigger`, `write` or `forward`.
    package let kind: String
    /// `sync`, `async` or `poll`.
    package let mode: String
    package let via: String
    package let confidence: String
    /// Why events can't pass; nil when they can.
    package let cut: String?
    package var isInLoop = false
  }

  package private(set) var nodes: [Node] = []
  package private(set) var edges: [Edge] = []
  package private(set) var sources: Sources

  /// The whole flow.
  package init(_ facts: Facts, sources: Sources) {
    self.init(facts, sources: sources, edges: Drawing.flow(of: facts), isWhole: true)
  }

  /// The loops alone.
  package init(loopsOf facts: Facts, sources: Sources) {
    self.init(facts, sources: sources, edges: Drawing.loops(of: facts), isWhole: false)
  }

  private init(_ facts: Facts, sources: Sources, edges all: [Link], isWhole: Bool) {
    self.sources = sources
    let turning = Set(Drawing.loops(of: facts).map(\.ends))
    let used = Set(all.flatMap { [$0.from, $0.to] })
    var places: [ResourceID: Int] = [:]
    for resource in facts.graph.resources where used.contains(resource.id) || isWhole && resource.kind == .function {
      places[resource.id] = nodes.count
      nodes.append(
        Node(
          id: resource.name, kind: resource.kind.contractName, name: resource.name, span: resource.span,
          isExternal: resource.isExternal))
    }
    var seen: Set<Edge> = []
    for link in all {
      guard let from = places[link.from], let to = places[link.to] else { continue }
      var edge = Edge(
        from: from, to: to, kind: link.kind, mode: link.mode, via: link.via, confidence: link.confidence.name,
        cut: link.cut)
      edge.isInLoop = link.cut == nil && turning.contains(link.ends)
      guard seen.insert(edge).inserted else { continue }
      edges.append(edge)
      if edge.isInLoop {
        nodes[from].isInLoop = true
        nodes[to].isInLoop = true
      }
    }
    nameApart()
  }

  /// Makes ids unique: by the kind first, then by number.
  private mutating func nameApart() {
    var counts: [String: Int] = [:]
    for node in nodes { counts[node.name, default: 0] += 1 }
    var taken: Set<String> = []
    for index in nodes.indices {
      var id = nodes[index].name
      if counts[id, default: 0] > 1 { id += " (\(nodes[index].kind))" }
      var number = 2
      let base = id
      while !taken.insert(id).inserted {
        id = "\(base) \(number)"
        number += 1
      }
      nodes[index].id = id
    }
  }
}

extension Drawing {
  /// What lies before and behind the resources of a name; nil when there is none.
  package func around(_ name: String) -> Drawing? {
    let starts = nodes.indices.filter { nodes[$0].name == name || nodes[$0].id == name }
    if starts.isEmpty { return nil }
    let kept = reach(starts, along: \.from, to: \.to).union(reach(starts, along: \.to, to: \.from))
    var result = self
    var places: [Int: Int] = [:]
    result.nodes = []
    for index in nodes.indices where kept.contains(index) {
      places[index] = result.nodes.count
      result.nodes.append(nodes[index])
    }
    result.edges = edges.compactMap { edge in
      guard let from = places[edge.from], let to = places[edge.to] else { return nil }
      var moved = Edge(
        from: from, to: to, kind: edge.kind, mode: edge.mode, via: edge.via, confidence: edge.confidence, cut: edge.cut)
      moved.isInLoop = edge.isInLoop
      return moved
    }
    return result
  }

  private func reach(_ starts: [Int], along start: KeyPath<Edge, Int>, to end: KeyPath<Edge, Int>) -> Set<Int> {
    var next: [Int: [Int]] = [:]
    for edge in edges { next[edge[keyPath: start], default: []].append(edge[keyPath: end]) }
    var reached = Set(starts)
    var queue = starts
    while let node = queue.popLast() {
      for other in next[node] ?? [] where reached.insert(other).inserted { queue.append(other) }
    }
    return reached
  }
}
