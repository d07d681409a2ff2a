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
}

extension EventFlow {
  /// The arrows by the place of their origin: relations in the order of the files, then writes.
  package var edges: [FlowEdge] {
    var written: [ResourceID: [FlowEdge]] = [:]
    for edge in writeEdges { written[edge.from, default: []].append(edge) }
    return graph.resources.flatMap { resource in
      graph.relations(from: resource.id).map(edge) + (written[resource.id] ?? [])
    }
  }

  private func edge(_ id: RelationID) -> FlowEdge {
    let relation = graph[id]
    return FlowEdge(
      from: relation.from, to: relation.to, kind: relation.kind == .trigger ? .trigger : .forward,
      mode: relation.mode, via: relation.via.rawValue, confidence: .certain,
      cut: PassageCheck(graph: graph).standstill(relation))
  }

  /// One arrow for all that one identity may do to one resource, firm evidence and open ways first.
  private var writeEdges: [FlowEdge] {
    var places: [[ResourceID]: Int] = [:]
    var best: [(write: Write, cut: String?)] = []
    let reasons = deadEnds
    for (write, node) in EventFlow.reached(web) {
      let cut = reasons[node]
      guard let place = places[[write.from, write.to]] else {
        places[[write.from, write.to]] = best.count
        best.append((write, cut))
        continue
      }
      let isOpener = cut == nil && best[place].cut != nil
      let isFirmer = (cut == nil) == (best[place].cut == nil) && write.evidence > best[place].write.evidence
      if isOpener || isFirmer { best[place] = (write, cut) }
    }
    return best.map { write, cut in
      FlowEdge(
        from: write.from, to: write.to, kind: .write, mode: .async,
        via: write.emission.actions.joined(separator: ", "), confidence: write.evidence >= .exact ? .likely : .possible,
        cut: cut)
    }
  }

  /// Where events are stuck, and the reason of the first relation that doesn't take them.
  private var deadEnds: [Int: String] {
    var reasons: [Int: String] = [:]
    for cut in web.cuts where web.edges[cut.node].isEmpty && !web.isIdentity(cut.node) {
      if reasons[cut.node] == nil { reasons[cut.node] = cut.reason }
    }
    return reasons
  }
}
