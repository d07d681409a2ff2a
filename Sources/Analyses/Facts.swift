package import Infrastructure

/// What follows from a graph, computed once for all rules.
package struct Facts: Sendable {
  package let graph: ResourceGraph
  package let flow: EventFlow
  /// In a fixed order: by the place of their first resource.
  package let loops: [Loop]
  package let reachability: Reachability
  package let standards: Standards

  package init(_ graph: ResourceGraph, standards: Standards = Standards()) {
    self.graph = graph
    self.standards = standards
    flow = EventFlow(graph, accountConcurrency: standards.accountConcurrency)
    loops = flow.loops()
    reachability = Reachability(graph)
  }
}
