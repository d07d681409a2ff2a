package import Diagnostics

/// The VPC resources of the files, tied to each other by canonical ids.
package struct Network: Sendable {
  package struct Subnet: Sendable {
    package let id: Text
    package let name: String
    package let vpc: Text?
    package let hasIPv6: Bool
    package let span: Span

    package init(id: Text, name: String, vpc: Text?, hasIPv6: Bool, span: Span) {
      self.id = id
      self.name = name
      self.vpc = vpc
      self.hasIPv6 = hasIPv6
      self.span = span
    }
  }

  package struct RouteTable: Sendable {
    package let id: Text
    package let name: String
    package let vpc: Text?
    package let span: Span
    /// Whether it serves the subnets of its VPC that name no other.
    package let isMain: Bool

    package init(id: Text, name: String, vpc: Text?, span: Span, isMain: Bool) {
      self.id = id
      self.name = name
      self.vpc = vpc
      self.span = span
      self.isMain = isMain
    }
  }

  package struct Route: Sendable {
    package enum Target: Sendable, Hashable {
      case natGateway(Text)
      case internetGateway(Text)
      case egressOnlyGateway(Text)
      /// A NAT instance or another appliance.
      case appliance(Text)
      /// A transit gateway, core network, firewall endpoint or virtual private gateway: a way out is plausible.
      case elsewhere(Text)
      /// Peering, which never carries traffic to the internet.
      case peering(Text)
      case unresolved
    }

    package let routeTable: Text
    /// The destination CIDR or prefix list.
    package let destination: Text
    package let target: Target
    package let span: Span

    package init(routeTable: Text, destination: Text, target: Target, span: Span) {
      self.routeTable = routeTable
      self.destination = destination
      self.target = target
      self.span = span
    }
  }

  package struct Association: Sendable {
    package let subnet: Text
    package let routeTable: Text
    package let span: Span

    package init(subnet: Text, routeTable: Text, span: Span) {
      self.subnet = subnet
      self.routeTable = routeTable
      self.span = span
    }
  }

  package struct NATGateway: Sendable {
    package let id: Text
    package let name: String
    /// The subnet it stands in; nil for a regional one.
    package let subnet: Text?
    package let isPrivate: Bool
    package let span: Span

    package init(id: Text, name: String, subnet: Text?, isPrivate: Bool, span: Span) {
      self.id = id
      self.name = name
      self.subnet = subnet
      self.isPrivate = isPrivate
      self.span = span
    }
  }

  package struct Endpoint: Sendable {
    /// The service's short name, such as `s3` or `secretsmanager`.
    package let service: String
    package let isGateway: Bool
    package let vpc: Text?
    package let routeTables: [Text]
    package let subnets: [Text]
    package let span: Span

    package init(service: String, isGateway: Bool, vpc: Text?, routeTables: [Text], subnets: [Text], span: Span) {
      self.service = service
      self.isGateway = isGateway
      self.vpc = vpc
      self.routeTables = routeTables
      self.subnets = subnets
      self.span = span
    }
  }

  package struct SecurityGroup: Sendable {
    package enum Egress: Sendable, Hashable {
      case all
      /// No outbound rule: nothing gets out.
      case blocked
      case some
      case unresolved
    }

    package let id: Text
    package let name: String
    package var egress: Egress
    package let span: Span

    package init(id: Text, name: String, egress: Egress, span: Span) {
      self.id = id
      self.name = name
      self.egress = egress
      self.span = span
    }
  }

  /// The VPCs that the files themselves create.
  package var vpcs: [Spanned<Text>] = []
  package var subnets: [Subnet] = []
  package var routeTables: [RouteTable] = []
  package var routes: [Route] = []
  package var associations: [Association] = []
  package var natGateways: [NATGateway] = []
  /// The internet gateways that the files themselves create.
  package var internetGateways: [Spanned<Text>] = []
  /// VPCs that an internet gateway is attached to.
  package var attachedVPCs: [Text] = []
  package var endpoints: [Endpoint] = []
  package var securityGroups: [SecurityGroup] = []
  /// Whether main route tables can carry routes that are not in sight.
  package var mayHideRoutes = false

  package init() {}
}
