import Diagnostics
package import Infrastructure

/// Who wakes whom: the graph's relations together with the writes that permissions allow.
package struct EventFlow: Sendable {
  /// More writes than these are not listed one by one, as a wildcard over many resources would make them.
  private static let maximumWrites = 20_000
  /// A wildcard over more resources than these is not spelt out.
  private static let maximumSpread = 64

  package let graph: ResourceGraph
  /// What permissions let identities put into resources that lead on to something, in the order of the identities.
  package let writes: [Write]
  private let found: [Loop]

  package init(_ graph: ResourceGraph) {
    self.graph = graph
    let permissions = PermissionTable(graph)
    let flow = FlowGraph(graph, permissions: permissions)
    found = LoopSearch(flow).loops()
    writes = EventFlow.writes(flow)
  }

  /// The loops, ordered by their first resources.
  func loops() -> [Loop] { found }

  private static func writes(_ flow: FlowGraph) -> [Write] {
    let builder = LoopBuilder(flow: flow)
    var result: [Write] = []
    for (index, permission) in flow.permissions.all.enumerated() where result.count < maximumWrites {
      switch permission.target {
      case .resource(let id): result.append(builder.write(index, to: id, evidence: nil))
      case .hub(let hub):
        let targets = flow.permissions.hubs[hub].targets
        guard targets.count <= maximumSpread else { continue }
        for target in targets { result.append(builder.write(index, to: target.id, evidence: target.evidence)) }
      }
    }
    return result
  }
}
