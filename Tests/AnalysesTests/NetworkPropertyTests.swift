import Analyses
import Diagnostics
import Infrastructure
import Testing

/// Random networks whose subnets share route tables and whose NAT gateways stand anywhere, against a packet sent by hand.
struct NetworkPropertyTests {
  /// A network by numbers: which table each subnet uses, where each table leads, and where each NAT gateway stands.
  private struct Plan: CustomStringConvertible {
    enum Way: Equatable {
      case nowhere
      case internet
      case gateway(Int)
      case peering
      /// Only one half of the addresses.
      case half(Int)
      /// Both halves, which is everything.
      case halves(Int)
    }

    /// The table of each subnet; nil where it names none and the main table serves it.
    let tables: [Int?]
    let ways: [Way]
    let mainTable: Int?
    /// The subnet of each NAT gateway.
    let gateways: [(subnet: Int, isPrivate: Bool)]
    let attaches: Bool

    init(_ numbers: inout FixedRandom) {
      func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }
      // The last subnet is most often a public one with the gateways, else next to nothing would get out.
      tables = (0..<4).map { index in pick(4) == 0 ? nil : index == 3 ? 2 : pick(3) }
      mainTable = pick(2) == 0 ? nil : pick(3)
      gateways = (0..<2).map { _ in (pick(3) == 0 ? pick(4) : 3, pick(6) == 0) }
      attaches = pick(6) != 0
      ways = (0..<3).map { index in index == 2 && pick(4) != 0 ? .internet : Plan.way(pick(8), gateway: pick(2)) }
    }

    private static func way(_ kind: Int, gateway: Int) -> Way {
      switch kind {
      case 0: .nowhere
      case 1, 2: .internet
      case 3: .peering
      case 4: .half(gateway)
      case 5: .halves(gateway)
      default: .gateway(gateway)
      }
    }

    var description: String { "\(tables) \(ways) main \(mainTable as Any) \(gateways) \(attaches)" }

    private func way(from subnet: Int) -> Way { (tables[subnet] ?? mainTable).map { ways[$0] } ?? .nowhere }

    /// Whether a packet from a private address in a subnet reaches the internet.
    func isOpen(_ subnet: Int) -> Bool {
      switch way(from: subnet) {
      case .nowhere, .internet, .peering, .half: false
      case .gateway(let index), .halves(let index):
        !gateways[index].isPrivate && way(from: gateways[index].subnet) == .internet && attaches
      }
    }
  }

  private static let span = ReachabilityTests.span

  private static func network(_ plan: Plan) -> Network {
    var network = Network()
    network.vpcs = [Spanned("vpc", span)]
    network.internetGateways = [Spanned("igw", span)]
    if plan.attaches { network.attachedVPCs = ["vpc"] }
    for (index, table) in plan.tables.enumerated() {
      let id = Text("s\(index)")
      network.subnets.append(.init(id: id, name: id.raw, vpc: "vpc", hasIPv6: false, span: span))
      if let table { network.associations.append(.init(subnet: id, routeTable: Text("t\(table)"), span: span)) }
    }
    for (index, way) in plan.ways.enumerated() {
      let table = Text("t\(index)")
      network.routeTables.append(
        .init(id: table, name: table.raw, vpc: "vpc", span: span, isMain: index == plan.mainTable))
      for (destination, target) in routes(way) {
        network.routes.append(.init(routeTable: table, destination: destination, target: target, span: span))
      }
    }
    for (index, gateway) in plan.gateways.enumerated() {
      network.natGateways.append(
        .init(
          id: Text("n\(index)"), name: "n\(index)", subnet: Text("s\(gateway.subnet)"), isPrivate: gateway.isPrivate,
          span: span))
    }
    return network
  }

  private static func routes(_ way: Plan.Way) -> [(Text, Network.Route.Target)] {
    switch way {
    case .nowhere: []
    case .internet: [("0.0.0.0/0", .internetGateway("igw"))]
    case .gateway(let index): [("10.0.0.0/8", .peering("pcx")), ("0.0.0.0/0", .natGateway(Text("n\(index)")))]
    case .peering: [("0.0.0.0/0", .peering("pcx"))]
    case .half(let index): [("0.0.0.0/1", .natGateway(Text("n\(index)")))]
    case .halves(let index):
      [("0.0.0.0/1", .natGateway(Text("n\(index)"))), ("128.0.0.0/1", .natGateway(Text("n\(index)")))]
    }
  }

  @Test func aPacketGetsOutWhereTheAnswerSaysSo() {
    var numbers = FixedRandom(seed: 31)
    var answers: [String: Int] = [:]
    for _ in 0..<4_000 {
      let plan = Plan(&numbers)
      let used = (0..<3).filter { _ in Bool.random(using: &numbers) }
      guard !used.isEmpty else { continue }
      var builder = GraphBuilder()
      builder.network = NetworkPropertyTests.network(plan)
      let id = builder.declare(.function, name: "F", span: NetworkPropertyTests.span, scope: "")
      var function = Function(id: id, span: NetworkPropertyTests.span)
      function.vpc = Placement(
        subnets: used.map { Reference(Text("s\($0)"), NetworkPropertyTests.span) }, securityGroups: [],
        isComplete: true, allowsIPv6: .unset(near: NetworkPropertyTests.span), span: NetworkPropertyTests.span)
      builder.add(function)
      let open = used.count { plan.isOpen($0) }
      let wanted = open == used.count ? "reachable" : open == 0 ? "blocked" : "mixed"
      let found = ReachabilityTests.word(Facts(builder.finish()).reachability.egress(of: function))
      #expect(found == wanted, "\(used) of \(plan)")
      answers[found, default: 0] += 1
    }
    #expect(answers.count == 3 && answers.values.allSatisfy { $0 > 150 }, "\(answers)")
  }
}
