import Diagnostics
import Infrastructure

/// Where the default route of a subnet leads.
enum WayOut: Sendable, Hashable {
  case open
  case closed(Obstacle)
  case unknown
}

extension Reachability {
  func wayOut(of subnet: Network.Subnet, usesIPv6: Bool) -> WayOut {
    guard let tables = tables(of: subnet) else { return .unknown }
    let routes = tables.flatMap { self.routes[$0] ?? [] }
    var obstacle: Obstacle?
    var isUnknown = tables.isEmpty ? false : tables.contains { routeTables[$0] == nil }
    for route in routes {
      switch leads(route, from: subnet, usesIPv6: usesIPv6, among: routes) {
      case .open: return .open
      case .unknown: isUnknown = true
      case .closed(let found): obstacle = obstacle ?? found
      case nil: break
      }
    }
    if isUnknown { return .unknown }
    return .closed(obstacle ?? Obstacle(.isolated, subnet: subnet.name, span: subnet.span))
  }

  /// The route tables that serve a subnet: none for the bare main table of a VPC in the files, nil when not in sight.
  private func tables(of subnet: Network.Subnet) -> [Text]? {
    if let tables = tablesOfSubnet[subnet.id] { return tables }
    guard let vpc = subnet.vpc else { return nil }
    let mains = graph.network.routeTables.filter { $0.isMain && $0.vpc == vpc }.map(\.id)
    if !mains.isEmpty { return mains }
    return vpcs.contains(vpc) && !graph.network.mayHideRoutes ? [] : nil
  }

  /// Where a route leads if it is a default route; nil when it is none that counts.
  private func leads(
    _ route: Network.Route, from subnet: Network.Subnet, usesIPv6: Bool, among routes: [Network.Route]
  ) -> WayOut? {
    switch Destination(route.destination, among: routes) {
    case .elsewhere: return nil
    case .unknown: return route.target.mayLeadOut ? .unknown : nil
    case .everything6: return usesIPv6 && carriesIPv6(route.target) ? .open : nil
    case .everything: break
    }
    func closed(_ reason: Obstacle.Reason) -> WayOut {
      .closed(Obstacle(reason, subnet: subnet.name, span: route.span))
    }
    switch route.target {
    case .natGateway(let id):
      guard let gateway = gateways[id], let defect = defect(of: gateway) else { return .open }
      return closed(.brokenGateway(name: gateway.name, defect))
    case .internetGateway(let id): return isInternetGateway(id) ? closed(.publicSubnet) : .unknown
    case .peering: return closed(.peering)
    case .appliance: return .open
    case .egressOnlyGateway: return nil
    case .elsewhere, .unresolved: return .unknown
    }
  }

  private func carriesIPv6(_ target: Network.Route.Target) -> Bool {
    switch target {
    case .egressOnlyGateway, .internetGateway: true
    case .natGateway, .appliance, .elsewhere, .peering, .unresolved: false
    }
  }

  private func isInternetGateway(_ id: Text) -> Bool { internetGateways.contains(id) || id.raw.hasPrefix("igw-") }

  /// Why a NAT gateway has no way out itself; nil when it has one or that can't be known.
  private func defect(of gateway: Network.NATGateway) -> Obstacle.Defect? {
    if gateway.isPrivate { return .isPrivate }
    guard let id = gateway.subnet, let subnet = subnets[id], let tables = tables(of: subnet),
      tables.allSatisfy({ routeTables[$0] != nil })
    else { return nil }
    let routes = tables.flatMap { self.routes[$0] ?? [] }
    var isPublic = false
    for route in routes {
      switch Destination(route.destination, among: routes) {
      case .elsewhere, .everything6: continue
      case .unknown: return nil
      case .everything: break
      }
      switch route.target {
      case .internetGateway: isPublic = true
      case .appliance, .elsewhere, .unresolved: return nil
      case .natGateway, .egressOnlyGateway, .peering: break
      }
    }
    if !isPublic { return .hasNoRoute }
    return lacksInternetGateway(subnet.vpc) ? .hasNoInternetGateway : nil
  }

  private func lacksInternetGateway(_ vpc: Text?) -> Bool {
    guard let vpc, vpcs.contains(vpc) else { return false }
    let attached = graph.network.attachedVPCs
    return !attached.contains(vpc) && attached.allSatisfy(vpcs.contains)
  }
}

extension Network.Route.Target {
  /// Whether traffic of private addresses could get to the internet through it, were it a default route.
  fileprivate var mayLeadOut: Bool {
    switch self {
    case .natGateway, .appliance, .elsewhere, .unresolved: true
    case .internetGateway, .egressOnlyGateway, .peering: false
    }
  }
}

/// What a route is for.
private enum Destination {
  case everything
  case everything6
  case elsewhere
  case unknown

  init(_ text: Text, among routes: [Network.Route]) {
    switch text.raw {
    case "0.0.0.0/0": self = .everything
    case "::/0": self = .everything6
    case "0.0.0.0/1", "128.0.0.0/1":
      let other: Text = text.raw == "0.0.0.0/1" ? "128.0.0.0/1" : "0.0.0.0/1"
      self = routes.contains { $0.destination == other } ? .everything : .elsewhere
    default: self = text.hasSymbols || text.isEmpty || text.raw.hasPrefix("pl-") ? .unknown : .elsewhere
    }
  }
}
