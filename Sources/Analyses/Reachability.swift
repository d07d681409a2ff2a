package import Infrastructure

/// Whether functions in a VPC get out to the internet.
package struct Reachability: Sendable {
  let graph: ResourceGraph

  package init(_ graph: ResourceGraph) { self.graph = graph }
}
