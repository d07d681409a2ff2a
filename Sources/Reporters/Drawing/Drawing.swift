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
    let resource: ResourceID
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
    /// What tells it from others between the same ends: its text, and the relation where it is one.
    let span: Span
    let relation: RelationID?
  }

  package private(set) var nodes: [Node] = []
  package private(set) var edges: [Edge] = []
  package private(set) var sources: Sources
  let graph: ResourceGraph
  /// Whether nothing of the flow is left out.
  private(set) var isWhole: Bool

  /// The whole flow.
  package init(_ facts: Facts, sources: Sources) {
    self.init(facts, sources: sources, edges: Drawing.flow(of: facts), isWhole: true)
  }

  /// The loops alone.
  package init(loopsOf facts: Facts, sources: Sources) {
    self.init(facts, sources: sources, edges: Drawing.hops(of: facts.loops, in: facts.graph), isWhole: false)
  }

  private init(_ facts: Facts, sources: Sources, edges all: [Link], isWhole: Bool) {
    self.sources = sources
    self.isWhole = isWhole
    graph = facts.graph
    let loops = isWhole ? facts.flow.loops() : facts.loops
    let turning = Set(Drawing.hops(of: loops, in: facts.graph).map(\.ends))
    let used = Set(all.flatMap { [$0.from, $0.to] })
    var places: [ResourceID: Int] = [:]
    for resource in facts.graph.resources where used.contains(resource.id) || isWhole && resource.kind == .function {
      places[resource.id] = nodes.count
      nodes.append(
        Node(
          id: resource.name, kind: resource.kind.contractName, name: resource.name, span: resource.span,
          isExternal: resource.isExternal, resource: resource.id))
    }
    var seen: Set<Edge> = []
    for link in all {
      guard let from = places[link.from], let to = places[link.to] else { continue }
      var edge = Edge(
        from: from, to: to, kind: link.kind, mode: link.mode, via: link.via, confidence: link.confidence.name,
        cut: link.cut, span: link.span, relation: link.relation)
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
    var numbers: [String: Int] = [:]
    for index in nodes.indices {
      var id = nodes[index].name
      if counts[id, default: 0] > 1 { id += " (\(nodes[index].kind))" }
      let base = id
      while !taken.insert(id).inserted {
        let number = numbers[base, default: 2]
        numbers[base] = number + 1
        id = "\(base) \(number)"
      }
      nodes[index].id = id
    }
  }
}

extension Drawing.Edge {
  func moved(from: Int, to: Int) -> Drawing.Edge {
    var edge = Drawing.Edge(
      from: from, to: to, kind: kind, mode: mode, via: via, confidence: confidence, cut: cut, span: span,
      relation: relation)
    edge.isInLoop = isInLoop
    return edge
  }
}

extension Drawing {
  /// The edges as pictures show them: once each, however many texts set them up.
  var arrows: [Edge] {
    struct Look: Hashable {
      let ends: [Int]
      let texts: [String?]
    }
    var seen: Set<Look> = []
    return edges.filter {
      seen.insert(Look(ends: [$0.from, $0.to], texts: [$0.kind, $0.mode, $0.via, $0.cut])).inserted
    }
  }

  /// What lies before and behind the resources of a name; nil when there is none.
  package func around(_ name: String) -> Drawing? {
    let starts = nodes.indices.filter { nodes[$0].name == name || nodes[$0].id == name }
    if starts.isEmpty { return nil }
    let kept = reach(starts, along: \.from, to: \.to).union(reach(starts, along: \.to, to: \.from))
    var result = self
    result.isWhole = false
    var places: [Int: Int] = [:]
    result.nodes = []
    for index in nodes.indices where kept.contains(index) {
      places[index] = result.nodes.count
      result.nodes.append(nodes[index])
    }
    result.edges = edges.compactMap { edge in
      guard let from = places[edge.from], let to = places[edge.to] else { return nil }
      return edge.moved(from: from, to: to)
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
