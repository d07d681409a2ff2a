import Analyses
import Diagnostics
import Infrastructure

extension Drawing {
  /// One hop between resources, before it has a place in a drawing.
  struct Link {
    let from: ResourceID
    let to: ResourceID
    let kind: String
    let mode: String
    let via: String
    let confidence: Confidence
    let cut: String?
    let span: Span
    let relation: RelationID?

    struct Ends: Hashable {
      let from: ResourceID
      let to: ResourceID
    }

    var ends: Ends { Ends(from: from, to: to) }
  }

  /// Every relation, and every write that permissions allow.
  static func flow(of facts: Facts) -> [Link] {
    facts.flow.edges.map { edge in
      Link(
        from: edge.from, to: edge.to, kind: edge.kind.rawValue, mode: edge.mode.rawValue, via: edge.via,
        confidence: edge.confidence, cut: edge.cut, span: edge.span, relation: edge.relation)
    }
  }

  /// The hops of loops.
  static func hops(of loops: [Loop], in graph: ResourceGraph) -> [Link] {
    loops.flatMap(\.hops).map { hop in
      switch hop.cause {
      case .relation(let id): link(graph[id], from: hop.from, to: hop.to)
      case .write(let write): link(write, from: hop.from, to: hop.to)
      }
    }
  }

  private static func link(_ relation: Relation, from: ResourceID, to: ResourceID) -> Link {
    Link(
      from: from, to: to, kind: relation.kind == .trigger ? "trigger" : "forward", mode: relation.mode.rawValue,
      via: relation.via.rawValue, confidence: .certain, cut: nil, span: relation.telling,
      relation: relation.id)
  }

  private static func link(_ write: Write, from: ResourceID, to: ResourceID) -> Link {
    let confidence: Confidence =
      switch write.evidence {
      case .hidden, .managedWildcard, .wildcard, .inferred: .possible
      case .exact: .likely
      case .structural: .certain
      }
    return Link(
      from: from, to: to, kind: "write", mode: "async", via: write.emission.actions.first ?? "writes",
      confidence: confidence, cut: nil, span: write.span, relation: nil)
  }
}
