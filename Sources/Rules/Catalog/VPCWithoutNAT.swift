import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A function in a VPC has no way to the internet or to AWS's APIs unless the subnets give it one.
  static let vpcWithoutNAT = Rule(
    id: "vpc-without-nat",
    title: "Function in a VPC can't reach the internet",
    severity: .error,
    since: "0.1",
    check: .eachFunction { function, facts, report in
      let triggers = facts.graph.triggers(of: function.id)
      for position in triggers.indices where triggers[position].polling?.network != nil {
        reportPollers(triggers[position], function, facts, &report)
      }
      switch facts.reachability.egress(of: function) {
      case .notInVPC, .reachable, .unknown: break
      case .blocked(let obstacles): reportFunction(function, obstacles, isPartial: false, facts, &report)
      case .mixed(let obstacles): reportFunction(function, obstacles, isPartial: true, facts, &report)
      }
    }
  )
}

/// What the pollers of a broker call from the broker's subnets (Lambda guide, Kafka and Amazon MQ event sources).
private let pollerServices = ["lambda", "sts"]

private func reportPollers(_ relation: Relation, _ function: Function, _ facts: Facts, _ report: inout Report) {
  guard let place = relation.polling?.network, relation.isEnabled.value != false,
    case .blocked(let obstacles) = facts.reachability.egress(of: place), let first = obstacles.first
  else { return }
  let served = facts.reachability.services(in: place)
  if pollerServices.allSatisfy(served.contains) { return }
  let source = facts.graph[relation.from].name
  report(
    "the pollers of '\(source)' can't call Lambda: \(first.cause)", at: relation.span, resource: relation.from,
    function: function.id, severity: .error, confidence: .likely,
    related: obstacles.map { Label($0.span, $0.sentence) },
    help: "give the broker's subnets a NAT gateway, or interface endpoints for \(Phrase.list(pollerServices))"
  ) { $0.subject = "pollers" }
}

private func reportFunction(
  _ function: Function, _ obstacles: [Obstacle], isPartial: Bool, _ facts: Facts, _ report: inout Report
) {
  guard let first = obstacles.first, let placement = function.vpc else { return }
  let needs = facts.reachability.needs(of: function)
  let unmet = needs.first { !$0.isServed }
  let isServed = unmet == nil && !needs.isEmpty
  let name = facts.graph[function.id].name
  var related = obstacles.map { Label($0.span, $0.sentence) }
  if let unmet { related.append(Label(unmet.span, "it will want to reach \(unmet.target)")) }
  report(
    isPartial
      ? "'\(name)' reaches the internet from some of its subnets only: calls will fail at random"
      : "'\(name)' can't reach the internet: \(first.cause)",
    at: isPartial ? reference(to: first, in: placement, facts) : placement.span, resource: function.id,
    severity: isServed ? .info : unmet == nil ? .warning : .error,
    confidence: isServed ? .possible : .certain, related: related, help: help(first, isServed: isServed))
}

/// Where the list of subnets names the one that an obstacle is about.
private func reference(to obstacle: Obstacle, in placement: Placement, _ facts: Facts) -> Span {
  let subnet = facts.graph.network.subnets.first { $0.name == obstacle.subnet }
  return placement.subnets.first { $0.text == subnet?.id }?.span ?? placement.span
}

private func help(_ obstacle: Obstacle, isServed: Bool) -> String {
  if isServed {
    return "the endpoints of the VPC cover what its role names; add a NAT gateway if it calls anything else"
  }
  switch obstacle.reason {
  case .isolated, .publicSubnet, .peering:
    return
      "use private subnets whose default route leads to a NAT gateway, add VPC endpoints for what it calls, or take "
      + "it out of the VPC"
  case .brokenGateway:
    return "put a public NAT gateway into a subnet whose default route leads to the VPC's internet gateway"
  case .securityGroup: return "allow outbound traffic in the security group, such as TCP 443 to 0.0.0.0/0"
  }
}

extension Obstacle {
  /// Why there is no way out, as the end of the message.
  fileprivate var cause: String {
    switch reason {
    case .isolated: "its subnets have no default route"
    case .publicSubnet: "in a public subnet it has no public address"
    case .brokenGateway(let name, _): "NAT gateway '\(name)' has no way out itself"
    case .peering: "peering never leads to the internet"
    case .securityGroup(let name): "security group '\(name)' lets nothing out"
    }
  }

  /// What is to be seen at the obstacle.
  fileprivate var sentence: String {
    let place = subnet.map { "'\($0)'" } ?? "the function"
    switch reason {
    case .isolated: return "\(place) has no default route"
    case .publicSubnet:
      return "\(place) routes to an internet gateway, which serves public addresses only; functions have none"
    case .brokenGateway(let name, .isPrivate): return "\(place) routes to '\(name)', which is a private NAT gateway"
    case .brokenGateway(let name, .hasNoRoute):
      return "\(place) routes to '\(name)', whose own subnet has no route to an internet gateway"
    case .brokenGateway(let name, .hasNoInternetGateway):
      return "\(place) routes to '\(name)', but no internet gateway is attached to the VPC"
    case .peering: return "\(place) routes to a peering connection, which carries no internet traffic"
    case .securityGroup: return "no outbound rule, so nothing gets out of \(place)"
    }
  }
}
