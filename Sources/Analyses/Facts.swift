package import Infrastructure

/// What follows from a graph, computed once for all rules.
package struct Facts: Sendable {
  package let graph: ResourceGraph
  package let flow: EventFlow
  /// In a fixed order: by the place of their first resource.
  package let loops: [Loop]
  package let reachability: Reachability

  package init(_ graph: ResourceGraph) {
    self.graph = graph
    flow = EventFlow(graph)
    loops = flow.loops()
    reachability = Reachability(graph)
  }
}
