package import Diagnostics
package import Infrastructure

/// Whether functions in a VPC get out to the internet, by the routes, gateways and security groups of the files.
///
/// A function's network interfaces have private addresses only, so a route to an internet gateway is no way out: the
/// way leads through a NAT gateway, an appliance or, for IPv6, an egress-only gateway (Lambda guide, VPC access).
package struct Reachability: Sendable {
  let graph: ResourceGraph
  let subnets: [Text: Network.Subnet]
  let routeTables: [Text: Network.RouteTable]
  let routes: [Text: [Network.Route]]
  let tablesOfSubnet: [Text: [Text]]
  let gateways: [Text: Network.NATGateway]
  let groups: [Text: Network.SecurityGroup]
  let vpcs: Set<Text>
  let internetGateways: Set<Text>

  package init(_ graph: ResourceGraph) {
    self.graph = graph
    let network = graph.network
    subnets = Dictionary(network.subnets.map { ($0.id, $0) }) { first, _ in first }
    routeTables = Dictionary(network.routeTables.map { ($0.id, $0) }) { first, _ in first }
    routes = Dictionary(grouping: network.routes, by: \.routeTable)
    tablesOfSubnet = Dictionary(grouping: network.associations, by: \.subnet).mapValues { $0.map(\.routeTable) }
    gateways = Dictionary(network.natGateways.map { ($0.id, $0) }) { first, _ in first }
    groups = Dictionary(network.securityGroups.map { ($0.id, $0) }) { first, _ in first }
    vpcs = Set(network.vpcs.map(\.value))
    internetGateways = Set(network.internetGateways.map(\.value))
  }
}

/// The answer for one function.
package enum Egress: Sendable, Hashable {
  /// Not in a VPC, so nothing is in the way.
  case notInVPC
  case reachable
  /// No subnet has a way out.
  case blocked([Obstacle])
  /// Some subnets have a way out and some have none: requests fail now and then.
  case mixed([Obstacle])
  /// Some part of the way lies outside the files.
  case unknown
}

/// What keeps one subnet, or the function as a whole, from the internet.
package struct Obstacle: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// No default route at all.
    case isolated
    /// The default route leads to an internet gateway, which serves public addresses only.
    case publicSubnet
    /// The default route leads to a NAT gateway that has no way out itself.
    case brokenGateway(name: String, Defect)
    /// The default route leads to a peering connection, which never carries internet traffic.
    case peering
    /// No security group lets anything out.
    case securityGroup(name: String)
  }

  package enum Defect: Sendable, Hashable {
    case isPrivate
    /// Its own subnet has no route to an internet gateway.
    case hasNoRoute
    /// No internet gateway is attached to the VPC.
    case hasNoInternetGateway
  }

  package let reason: Reason
  /// The name of the subnet; nil when all are meant.
  package let subnet: String?
  /// What to look at: the route, the subnet or the security group.
  package let span: Span

  package init(_ reason: Reason, subnet: String?, span: Span) {
    self.reason = reason
    self.subnet = subnet
    self.span = span
  }
}

extension Reachability {
  /// Whether a function gets out to the internet.
  package func egress(of function: Function) -> Egress {
    guard let placement = function.vpc else { return .notInVPC }
    return egress(of: placement)
  }

  /// Whether what works in some subnets gets out to the internet.
  package func egress(of placement: Placement) -> Egress {
    if placement.subnets.isEmpty && placement.isComplete { return .notInVPC }
    if let obstacle = securityObstacle(placement) { return .blocked([obstacle]) }
    guard placement.isComplete, !placement.subnets.isEmpty else { return .unknown }
    let found = placement.subnets.map { subnets[$0.text] }
    let usesIPv6 = placement.allowsIPv6.value == true && found.allSatisfy { $0?.hasIPv6 ?? false }
    var obstacles: [Obstacle] = []
    for subnet in found {
      guard let subnet else { return .unknown }
      switch wayOut(of: subnet, usesIPv6: usesIPv6) {
      case .open: break
      case .unknown: return .unknown
      case .closed(let obstacle): obstacles.append(obstacle)
      }
    }
    if obstacles.isEmpty { return .reachable }
    return obstacles.count == found.count ? .blocked(obstacles) : .mixed(obstacles)
  }

  /// The security groups as an obstacle, when all of them are in the files and none lets anything out.
  private func securityObstacle(_ placement: Placement) -> Obstacle? {
    guard placement.isComplete, !placement.securityGroups.isEmpty else { return nil }
    var last: Network.SecurityGroup?
    for reference in placement.securityGroups {
      guard let group = groups[reference.text], group.egress == .blocked else { return nil }
      last = group
    }
    return last.map { Obstacle(.securityGroup(name: $0.name), subnet: nil, span: $0.span) }
  }
}
