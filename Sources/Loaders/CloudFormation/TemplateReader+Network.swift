import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  /// The resources of a VPC, as far as the way out is concerned.
  func readNetwork(_ declaration: Template.Declaration, into context: inout LoadContext) {
    let properties = template.mapping(declaration.properties)
    let span = declaration.keySpan
    let id = template.physicalName(of: declaration)
    func text(_ key: String) -> Text? { template.text(properties?[key]) }
    switch declaration.type {
    case "AWS::EC2::VPC": context.builder.network.vpcs.append(Spanned(id, span))
    case "AWS::EC2::Subnet":
      context.builder.network.subnets.append(
        Network.Subnet(
          id: id, name: declaration.id, vpc: text("VpcId"), hasIPv6: properties?["Ipv6CidrBlock"] != nil, span: span))
    case "AWS::EC2::RouteTable":
      context.builder.network.routeTables.append(
        Network.RouteTable(id: id, name: declaration.id, vpc: text("VpcId"), span: span, isMain: false))
    case "AWS::EC2::Route":
      guard let table = text("RouteTableId") else { return }
      context.builder.network.routes.append(
        Network.Route(
          routeTable: table, destination: destination(properties), target: routeTarget(properties), span: span))
    case "AWS::EC2::SubnetRouteTableAssociation":
      guard let subnet = text("SubnetId"), let table = text("RouteTableId") else { return }
      context.builder.network.associations.append(Network.Association(subnet: subnet, routeTable: table, span: span))
    case "AWS::EC2::NatGateway":
      context.builder.network.natGateways.append(
        Network.NATGateway(
          id: id, name: declaration.id, subnet: text("SubnetId"), isPrivate: text("ConnectivityType")?.raw == "private",
          span: span))
    case "AWS::EC2::InternetGateway": context.builder.network.internetGateways.append(Spanned(id, span))
    case "AWS::EC2::VPCGatewayAttachment":
      if properties?["InternetGatewayId"] != nil, let vpc = text("VpcId") {
        context.builder.network.attachedVPCs.append(vpc)
      }
    case "AWS::EC2::VPCEndpoint": readEndpoint(properties, at: span, into: &context)
    case "AWS::EC2::SecurityGroup":
      context.builder.network.securityGroups.append(
        Network.SecurityGroup(
          id: id, name: declaration.id, egress: egress(properties?["SecurityGroupEgress"]), span: span))
    default: break
    }
  }

  private func destination(_ properties: Node?) -> Text {
    for key in ["DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"] {
      if let text = template.text(properties?[key]) { return text }
    }
    return ""
  }

  private func routeTarget(_ properties: Node?) -> Network.Route.Target {
    func text(_ key: String) -> Text? { template.text(properties?[key]) }
    if let nat = text("NatGatewayId") { return .natGateway(nat) }
    if let gateway = text("GatewayId") {
      return gateway.raw.hasPrefix("vgw-") ? .elsewhere(gateway) : .internetGateway(gateway)
    }
    if let gateway = text("EgressOnlyInternetGatewayId") { return .egressOnlyGateway(gateway) }
    if let appliance = text("InstanceId") ?? text("NetworkInterfaceId") { return .appliance(appliance) }
    if let peering = text("VpcPeeringConnectionId") { return .peering(peering) }
    for key in ["TransitGatewayId", "CoreNetworkArn", "LocalGatewayId", "VpcEndpointId", "CarrierGatewayId"] {
      if let elsewhere = text(key) { return .elsewhere(elsewhere) }
    }
    return .unresolved
  }

  private func readEndpoint(_ properties: Node?, at span: Span, into context: inout LoadContext) {
    guard let service = template.text(properties?["ServiceName"]) else { return }
    let parts = service.split(on: ".")
    let name = parts.count > 3 ? parts[3...].map(\.raw).joined(separator: ".") : service.raw
    let type = template.text(properties?["VpcEndpointType"])?.raw ?? "Gateway"
    context.builder.network.endpoints.append(
      Network.Endpoint(
        service: name, isGateway: type == "Gateway", vpc: template.text(properties?["VpcId"]),
        routeTables: template.texts(properties?["RouteTableIds"]).map(\.value),
        subnets: template.texts(properties?["SubnetIds"]).map(\.value), span: span))
  }

  private func egress(_ node: Node?) -> Network.SecurityGroup.Egress {
    guard let node else { return .all }
    let rules = template.items(node)
    if rules.isEmpty { return template.branches(node).isEmpty ? .all : .blocked }
    let isOpen = rules.contains { rule in
      template.text(template.value(rule, "CidrIp"))?.raw == "0.0.0.0/0"
        && template.text(template.value(rule, "IpProtocol"))?.raw == "-1"
    }
    return isOpen ? .all : .some
  }
}
