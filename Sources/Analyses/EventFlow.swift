package import Infrastructure

/// Who wakes whom: the graph's relations together with the writes that permissions allow.
package struct EventFlow: Sendable {
  package let graph: ResourceGraph
  let web: EventWeb
  private let found: [Loop]
  /// Whether some loop passes each resource; empty where there is no loop.
  private let isLooping: [Bool]
  /// What permissions allow, in the order of identities; of a wildcard's many targets only the first.
  private let reached: [Reached]
  /// The positions in it by the resource that is written to.
  private let reachedByTarget: [[Int]]

  package init(_ graph: ResourceGraph, accountConcurrency: Int = Limits.accountConcurrency) {
    self.graph = graph
    let web = EventWebBuilder(graph).build()
    let search = RingSearch(web, graph)
    let assembly = LoopAssembly(graph: graph, web: web, accountConcurrency: accountConcurrency)
    self.web = web
    found = EventFlow.sorted(search.rings.map { assembly.loop($0.ring, further: $0.further) })
    isLooping = search.isMember
    reached = web.reached
    var byTarget: [[Int]] = Array(repeating: [], count: reached.isEmpty ? 0 : graph.resources.count)
    for (position, write) in reached.enumerated() {
      byTarget[web.hits[write.hit].resource.index].append(position)
    }
    reachedByTarget = byTarget
  }

  /// The writes that a resource may receive, in the order of identities.
  package func writes(to id: ResourceID) -> [Write] {
    reachedByTarget.isEmpty ? [] : reachedByTarget[id.index].map { web.write(reached[$0]) }
  }

  /// Whether any write may reach a resource.
  package func isWritten(_ id: ResourceID) -> Bool { !reachedByTarget.isEmpty && !reachedByTarget[id.index].isEmpty }

  /// What permissions allow, in the order of identities; of a wildcard's many targets only the first.
  package var writes: [Write] { reached.map { web.write($0) } }

  /// The closed ways round, by the place of their first resource, then the shorter first.
  package func loops() -> [Loop] { found }

  /// Whether some loop passes a resource, listed or not.
  package func isInLoop(_ id: ResourceID) -> Bool { !isLooping.isEmpty && isLooping[id.index] }

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

/// What one identity may do to one resource, by places in the web.
struct Reached: Sendable {
  let from: ResourceID
  let grant: Int
  let hit: Int
  let evidence: Write.Evidence
  /// The node that the event is in afterwards.
  let node: Int
}

extension EventWeb {
  /// Targets of one wildcard that are listed one by one.
  private static let listedTargets = 50

  /// All that permissions allow, in the order of identities.
  var reached: [Reached] {
    var result: [Reached] = []
    for node in nodes.indices where isIdentity(node) {
      guard let from = resource(at: node) else { continue }
      for grant in edges[node] {
        guard case .grant(let index) = grant.step else { continue }
        for edge in edges[grant.to].prefix(EventWeb.listedTargets) {
          guard case .hit(let hit) = edge.step, !hits[hit].actions.isSubset(of: .reading) else { continue }
          let evidence = min(grant.evidence, edge.evidence)
          result.append(Reached(from: from, grant: index, hit: hit, evidence: evidence, node: edge.to))
        }
      }
    }
    return result
  }

  /// A permission on one resource as rules see it.
  func write(_ reached: Reached) -> Write {
    write(from: reached.from, grant: reached.grant, hit: reached.hit, evidence: reached.evidence)
  }

  func write(from: ResourceID, grant index: Int, hit: Int, evidence: Write.Evidence) -> Write {
    let held = grants[index]
    let schedule = held.grant.pass.map { "a schedule with the role '\($0.role)'" }
    return Write(
      from: from, to: hits[hit].resource, emission: hits[hit].emission, evidence: evidence, span: held.grant.span,
      source: schedule ?? held.grant.source, isBySharedRole: held.isShared, isScheduled: schedule != nil)
  }
}
