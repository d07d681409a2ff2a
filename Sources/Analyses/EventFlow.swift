package import Infrastructure

/// Who wakes whom: the graph's relations together with the writes that permissions allow.
package struct EventFlow: Sendable {
  package let graph: ResourceGraph
  let web: EventWeb
  private let found: [Loop]
  private let looping: Set<ResourceID>
  /// What permissions allow, in the order of identities; of a wildcard's many targets only the first.
  package let writes: [Write]
  /// The positions of the writes to each resource.
  private let writesByTarget: [ResourceID: [Int]]

  package init(_ graph: ResourceGraph, accountConcurrency: Int = Limits.accountConcurrency) {
    self.graph = graph
    let web = EventWebBuilder(graph).build()
    let search = RingSearch(web, graph)
    let assembly = LoopAssembly(graph: graph, web: web, accountConcurrency: accountConcurrency)
    self.web = web
    found = EventFlow.sorted(search.rings.map { assembly.loop($0.ring, further: $0.further) })
    looping = search.members
    writes = EventFlow.reached(web).map(\.write)
    var byTarget: [ResourceID: [Int]] = [:]
    for (position, write) in writes.enumerated() { byTarget[write.to, default: []].append(position) }
    writesByTarget = byTarget
  }

  /// The writes that a resource may receive, in the order of identities.
  package func writes(to id: ResourceID) -> [Write] { (writesByTarget[id] ?? []).map { writes[$0] } }

  /// The closed ways round, by the place of their first resource, then the shorter first.
  package func loops() -> [Loop] { found }

  /// Whether some loop passes a resource, listed or not.
  package func isInLoop(_ id: ResourceID) -> Bool { looping.contains(id) }

  private static func sorted(_ loops: [Loop]) -> [Loop] {
    loops.enumerated().sorted { left, right in
      let (a, b) = (left.element.hops.first?.from.index ?? 0, right.element.hops.first?.from.index ?? 0)
      if a != b { return a < b }
      if left.element.hops.count != right.element.hops.count {
        return left.element.hops.count < right.element.hops.count
      }
      return left.offset < right.offset
    }.map(\.element)
  }
}

extension EventFlow {
  /// Targets of one wildcard that are listed one by one.
  private static let listedTargets = 50

  /// Every write with the node that the event is in afterwards.
  static func reached(_ web: EventWeb) -> [(write: Write, node: Int)] {
    var result: [(write: Write, node: Int)] = []
    for node in web.nodes.indices {
      guard case .identity(let from, _) = web.nodes[node] else { continue }
      for grant in web.edges[node] {
        guard case .grant(let index) = grant.step else { continue }
        for edge in web.edges[grant.to].prefix(listedTargets) {
          guard case .hit(let hit) = edge.step else { continue }
          guard !hit.actions.isSubset(of: .reading) else { continue }
          let evidence = min(grant.evidence, edge.evidence)
          result.append((web.write(from: from, grant: index, hit, evidence: evidence), edge.to))
        }
      }
    }
    return result
  }
}
