package import Infrastructure

/// What follows from a graph, computed once and shared by all rules.
package final class Facts: Sendable {
  package let graph: ResourceGraph
  package let flow: EventFlow
  /// In a fixed order: by the place of their first resource.
  ///
  /// Those that a single graph file tells of are left out: the repository that it comes from reports them. So are those
  /// of which more than one hop is only what a policy out of sight may allow.
  package let loops: [Loop]
  package let reachability: Reachability
  package let alarms: AlarmIndex
  package let standards: Standards

  package init(_ graph: ResourceGraph, standards: Standards = Standards()) {
    self.graph = graph
    self.standards = standards
    flow = EventFlow(graph, accountConcurrency: standards.accountConcurrency)
    loops = flow.loops().filter { !$0.isToldByOneFile(in: graph) && !$0.isGuessedTwice }
    reachability = Reachability(graph)
    alarms = AlarmIndex(graph)
  }
}
