package import Infrastructure

/// Who wakes whom: the graph's relations together with the writes that permissions allow.
package struct EventFlow: Sendable {
  package let graph: ResourceGraph
  /// In the order of their identities and targets.
  package let writes: [Write]

  package init(_ graph: ResourceGraph) {
    self.graph = graph
    writes = []
  }

  func loops() -> [Loop] { [] }
}
