import Analyses
import Diagnostics
import Infrastructure
import TestSupport
import Testing

/// The way out of a VPC, against a second, slower reading of the same networks.
@Suite struct ReachabilityTests {
  /// What the default route of a subnet's table leads to.
  enum Route: CaseIterable {
    case missing, internet, gateway, privateGateway, lostGateway, foreignGateway, appliance, transit, peering
  }

  /// What the oracle says of one subnet.
  enum Answer { case open, closed, unknown }

  static let span = Span(file: FileID(0), start: 1, end: 2)

  /// A network in which each subnet has a table of its own with one default route.
  static func facts(of routes: [Route], attachesGateway: Bool = true, foreign: Int = 0) -> (Facts, Function) {
    var builder = GraphBuilder()
    let vpc: Text = "vpc"
    var network = Network()
    network.vpcs = [Spanned(vpc, span)]
    network.internetGateways = [Spanned("igw", span)]
    if attachesGateway { network.attachedVPCs = [vpc] }
    addSubnet("public", route: .internetGateway("igw"), to: &network)
    addSubnet("dark", route: nil, to: &network)
    network.natGateways = [
      .init(id: "nat", name: "nat", subnet: "public", isPrivate: false, span: span),
      .init(id: "inner", name: "inner", subnet: "public", isPrivate: true, span: span),
      .init(id: "lost", name: "lost", subnet: "dark", isPrivate: false, span: span),
    ]
    for (index, route) in routes.enumerated() { addSubnet("s\(index)", route: target(of: route), to: &network) }
    builder.network = network
    let id = builder.declare(.function, name: "F", span: span, scope: "")
    var function = Function(id: id, span: span)
    let known = routes.indices.map { Reference(Text("s\($0)"), span) }
    let unknown = (0..<foreign).map { Reference(Text("subnet-\($0)"), span) }
    function.vpc = Placement(
      subnets: known + unknown, securityGroups: [], isComplete: true, allowsIPv6: .unset(near: span), span: span)
    builder.add(function)
    return (Facts(builder.finish()), function)
  }

  static func addSubnet(_ name: String, route: Network.Route.Target?, to network: inout Network) {
    let table = Text("table-" + name)
    network.subnets.append(.init(id: Text(name), name: name, vpc: "vpc", hasIPv6: false, span: span))
    network.routeTables.append(.init(id: table, name: table.raw, vpc: "vpc", span: span, isMain: false))
    network.associations.append(.init(subnet: Text(name), routeTable: table, span: span))
    network.routes.append(
      .init(routeTable: table, destination: "10.1.0.0/16", target: .peering("pcx"), span: span))
    if let route {
      network.routes.append(.init(routeTable: table, destination: "0.0.0.0/0", target: route, span: span))
    }
  }

  static func target(of route: Route) -> Network.Route.Target? {
    switch route {
    case .missing: nil
    case .internet: .internetGateway("igw")
    case .gateway: .natGateway("nat")
    case .privateGateway: .natGateway("inner")
    case .lostGateway: .natGateway("lost")
    case .foreignGateway: .natGateway("nat-0123")
    case .appliance: .appliance("eni")
    case .transit: .elsewhere("tgw")
    case .peering: .peering("pcx")
    }
  }

  static func oracle(_ route: Route, attachesGateway: Bool) -> Answer {
    switch route {
    case .missing, .internet, .privateGateway, .lostGateway, .peering: .closed
    case .gateway: attachesGateway ? .open : .closed
    case .foreignGateway, .appliance: .open
    case .transit: .unknown
    }
  }

  static func word(_ egress: Egress) -> String {
    switch egress {
    case .notInVPC: "not in a VPC"
    case .reachable: "reachable"
    case .blocked: "blocked"
    case .mixed: "mixed"
    case .unknown: "unknown"
    }
  }

  @Test(arguments: [true, false]) func everyCombinationOfThreeSubnetsIsJudgedRight(attaches: Bool) {
    for first in Route.allCases {
      for second in Route.allCases {
        for third in Route.allCases {
          let routes = [first, second, third]
          let answers = routes.map { ReachabilityTests.oracle($0, attachesGateway: attaches) }
          let wanted =
            answers.contains(.unknown)
            ? "unknown" : !answers.contains(.closed) ? "reachable" : answers.contains(.open) ? "mixed" : "blocked"
          let (facts, function) = ReachabilityTests.facts(of: routes, attachesGateway: attaches)
          let found = ReachabilityTests.word(facts.reachability.egress(of: function))
          #expect(found == wanted, "\(routes)")
        }
      }
    }
  }

  @Test func aSubnetOutsideTheFilesMakesTheAnswerUnknown() {
    let (facts, function) = ReachabilityTests.facts(of: [.missing], foreign: 1)
    #expect(facts.reachability.egress(of: function) == .unknown)
  }

  @Test func eachObstacleNamesItsSubnetAndReason() {
    let (facts, function) = ReachabilityTests.facts(of: [.internet, .lostGateway])
    guard case .blocked(let obstacles) = facts.reachability.egress(of: function) else {
      Issue.record("both subnets are closed")
      return
    }
    #expect(obstacles.map(\.reason) == [.publicSubnet, .brokenGateway(name: "lost", .hasNoRoute)])
    #expect(obstacles.map(\.subnet) == ["s0", "s1"])
  }

  @Test func aFunctionOutsideAVPCHasNothingInItsWay() {
    var builder = GraphBuilder()
    let id = builder.declare(.function, name: "F", span: ReachabilityTests.span, scope: "")
    let function = Function(id: id, span: ReachabilityTests.span)
    builder.add(function)
    #expect(Facts(builder.finish()).reachability.egress(of: function) == .notInVPC)
  }

  @Test func securityGroupsWithoutOutboundRulesBlockEverything() {
    var builder = GraphBuilder()
    let span = ReachabilityTests.span
    var network = Network()
    network.securityGroups = [.init(id: "sg", name: "Closed", egress: .blocked, span: span)]
    builder.network = network
    let id = builder.declare(.function, name: "F", span: span, scope: "")
    var function = Function(id: id, span: span)
    function.vpc = Placement(
      subnets: [Reference("subnet-1", span)], securityGroups: [Reference("sg", span)], isComplete: true,
      allowsIPv6: .unset(near: span), span: span)
    builder.add(function)
    let egress = Facts(builder.finish()).reachability.egress(of: function)
    #expect(egress == .blocked([Obstacle(.securityGroup(name: "Closed"), subnet: nil, span: span)]))
  }
}
