package import Diagnostics
package import Infrastructure

/// One arrow of the event flow as drawings show it.
package struct FlowEdge: Sendable {
  package enum Kind: String, Sendable {
    case trigger
    case write
    case forward
  }

  package let from: ResourceID
  package let to: ResourceID
  package let kind: Kind
  package let mode: Relation.Mode
  /// The mechanism, or the actions of a write.
  package let via: String
  package let confidence: Confidence
  /// Why events can't pass; nil when they can.
  package let cut: String?
  /// The text that sets it up.
  package let span: Span
  /// What the configuration sets up; nil for what permissions allow.
  package let relation: RelationID?
}

extension Confidence {
  /// How sure a statement can be that rests on a link.
  package init(_ certainty: Certainty) {
    self =
      switch certainty {
      case .exact: .certain
      case .inferred: .likely
      case .oneOfSeveral: .possible
      }
  }
}

extension EventFlow {
  /// The arrows by the place of their origin: relations in the order of the files, then writes.
  package var edges: [FlowEdge] {
    let reasons = deadEnds
    let deliveries = stuckDeliveries(reasons)
    var written: [ResourceID: [FlowEdge]] = [:]
    for edge in writeEdges(reasons) { written[edge.from, default: []].append(edge) }
    return graph.resources.flatMap { resource in
      graph.relations(from: resource.id).map { edge($0, stuck: deliveries[$0]) } + (written[resource.id] ?? [])
    }
  }

  /// What something that runs delivers and no filter behind it takes.
  private func stuckDeliveries(_ reasons: [Int: String]) -> [RelationID: String] {
    var stuck: [RelationID: String] = [:]
    for node in web.nodes.indices where web.isIdentity(node) {
      for edge in web.edges[node] {
        guard case .relation(let id) = edge.step, let reason = reasons[edge.to] else { continue }
        stuck[id] = reason
      }
    }
    return stuck
  }

  private func edge(_ id: RelationID, stuck: String?) -> FlowEdge {
    let relation = graph[id]
    return FlowEdge(
      from: relation.from, to: relation.to, kind: relation.kind == .trigger ? .trigger : .forward,
      mode: relation.mode, via: relation.via.rawValue, confidence: Confidence(relation.certainty),
      cut: PassageCheck(graph: graph).standstill(relation) ?? stuck, span: relation.telling, relation: id)
  }

  /// One arrow for all that one identity may do to one resource, firm evidence and open ways first.
  private func writeEdges(_ reasons: [Int: String]) -> [FlowEdge] {
    var places: [[ResourceID]: Int] = [:]
    var best: [(write: Write, cut: String?)] = []
    for reached in web.reached {
      let write = web.write(reached)
      let cut = reasons[reached.node]
      guard let place = places[[write.from, write.to]] else {
        places[[write.from, write.to]] = best.count
        best.append((write, cut))
        continue
      }
      let isOpener = cut == nil && best[place].cut != nil
      let isFirmer = (cut == nil) == (best[place].cut == nil) && write.evidence > best[place].write.evidence
      if isOpener || isFirmer { best[place] = (write, cut) }
    }
    let open = best.map { write, cut in
      FlowEdge(
        from: write.from, to: write.to, kind: .write, mode: .async,
        via: write.emission.actions.joined(separator: ", "), confidence: write.evidence >= .exact ? .likely : .possible,
        cut: cut, span: write.span, relation: nil)
    }
    return open + refusedEdges(besides: Set(places.keys))
  }

  /// One arrow for what a permission names and a deny or boundary takes out again, where nothing else allows it.
  private func refusedEdges(besides known: Set<[ResourceID]>) -> [FlowEdge] {
    guard !web.refusals.isEmpty else { return [] }
    var seen = known
    var edges: [FlowEdge] = []
    for node in web.nodes.indices {
      guard case .identity(let from, _) = web.nodes[node] else { continue }
      for edge in web.edges[node] {
        guard case .grant(let index) = edge.step else { continue }
        for refusal in web.refusals[edge.to] ?? [] where seen.insert([from, refusal.resource]).inserted {
          edges.append(
            FlowEdge(
              from: from, to: refusal.resource, kind: .write, mode: .async,
              via: refusal.actions.names.joined(separator: ", "), confidence: .likely, cut: refusal.reason,
              span: web.grants[index].grant.span, relation: nil))
        }
      }
    }
    return edges
  }

  /// Nodes from which no event wakes anything any more, and the first reason on the way.
  private var deadEnds: [Int: String] {
    var sources: [[Int]] = Array(repeating: [], count: web.nodes.count)
    for (node, edges) in web.edges.enumerated() { for edge in edges { sources[edge.to].append(node) } }
    let alive = spread(web.nodes.indices.filter(web.isIdentity).map { ($0, "") }, along: sources) { _ in true }
    let cuts = web.cuts.filter { !web.isIdentity($0.node) }.map { ($0.node, $0.reason) }
    return spread(cuts, along: sources) { alive[$0] == nil }
  }

  /// Carries reasons from nodes to those before them, nearest first.
  private func spread(
    _ starts: [(Int, String)], along sources: [[Int]], where isOpen: (Int) -> Bool
  ) -> [Int: String] {
    var reasons: [Int: String] = [:]
    var queue: [Int] = []
    for (node, reason) in starts where isOpen(node) && reasons[node] == nil {
      reasons[node] = reason
      queue.append(node)
    }
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for source in sources[node] where isOpen(source) && reasons[source] == nil {
        reasons[source] = reasons[node]
        queue.append(source)
      }
    }
    return reasons
  }
}
