import Infrastructure

/// A closed walk in the web, beginning at something that runs code.
struct Ring: Sendable, Hashable {
  struct Step: Sendable, Hashable {
    let node: Int
    /// The place among the edges that leave the node.
    let edge: Int
  }

  let steps: [Step]

  /// The same ring beginning at its first node in the web.
  var turned: Ring {
    guard let start = steps.indices.min(by: { steps[$0].node < steps[$1].node }) else { return self }
    return Ring(steps: Array(steps[start...] + steps[..<start]))
  }
}

/// What tells a loop from another for a reader: who takes part, and the triggers that would have to be cut.
struct RingKey: Hashable, Sendable {
  let identities: [Int]
  let triggers: [Int]
}

extension EventWeb {
  func edge(_ step: Ring.Step) -> Edge { edges[step.node][step.edge] }

  func key(of ring: Ring, in graph: ResourceGraph) -> RingKey {
    var identities: [Int] = []
    var triggers: [Int] = []
    let runsNothing = !ring.steps.contains { isIdentity($0.node) }
    for step in ring.steps {
      switch nodes[step.node] {
      case .identity(let id, _): identities.append(id.index)
      case .holding(let id, _) where runsNothing: identities.append(id.index)
      case .holding, .permission: break
      }
      if case .relation(let id) = edge(step).step, graph.kind(of: id) == .trigger { triggers.append(id.index) }
    }
    return RingKey(identities: identities.sorted(), triggers: triggers.sorted())
  }

  /// Whether a ring tells more than another of the same key: fewer doubts, then firmer evidence, then fewer steps.
  func isBetter(_ left: Ring, than right: Ring) -> Bool {
    let (a, b) = (doubts(of: left), doubts(of: right))
    if a != b { return a < b }
    let (c, d) = (evidence(of: left), evidence(of: right))
    return c == d ? left.steps.count < right.steps.count : c > d
  }

  private func doubts(of ring: Ring) -> Int { ring.steps.count { edge($0).doubt != nil } }

  func evidence(of ring: Ring) -> Write.Evidence { ring.steps.map { edge($0).evidence }.min() ?? .structural }

  /// Whether it takes both a service's report on itself and a filter that may not let events pass: no one means that.
  func isFarFetched(_ ring: Ring) -> Bool {
    doubts(of: ring) > 0
      && ring.steps.contains { step in
        if case .report = edge(step).step { true } else { false }
      }
  }
}
