package import Infrastructure

/// What follows from a graph, computed once for all rules.
package struct Facts: Sendable {
  package let graph: ResourceGraph
  package let flow: EventFlow
  /// In a fixed order: by the place of their first resource.
  package let loops: [Loop]
  package let reachability: Reachability
  /// How many executions the account may run at once in a region; AWS gives 1,000 where nobody asked for more.
  package let accountConcurrency: Int

  package init(_ graph: ResourceGraph, accountConcurrency: Int = 1_000) {
    self.graph = graph
    self.accountConcurrency = accountConcurrency
    flow = EventFlow(graph)
    loops = flow.loops()
    reachability = Reachability(graph)
  }
}
