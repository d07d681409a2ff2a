import Diagnostics
import Infrastructure

extension TerraformStackReader {
  /// The resources of a VPC, as far as the way out is concerned; false for any other type.
  func readNetwork(_ instance: TerraformInstance, into context: inout LoadContext) -> Bool {
    let attributes = instance.attributes
    let span = instance.span
    let id = name(of: instance)
    switch instance.type {
    case "aws_vpc":
      context.builder.network.vpcs.append(Spanned(id, span))
      declareMainTable(of: instance, into: &context)
    case "aws_default_vpc": declareMainTable(of: instance, into: &context)
    case "aws_subnet", "aws_default_subnet":
      context.builder.network.subnets.append(
        Network.Subnet(
          id: id, name: instance.address, vpc: attributes["vpc_id"]?.text,
          hasIPv6: attributes["ipv6_cidr_block"]?.text?.isEmpty == false, span: span))
    case "aws_internet_gateway":
      context.builder.network.internetGateways.append(Spanned(id, span))
      if let vpc = attributes["vpc_id"]?.text, !vpc.isEmpty { context.builder.network.attachedVPCs.append(vpc) }
    case "aws_internet_gateway_attachment":
      if let vpc = attributes["vpc_id"]?.text { context.builder.network.attachedVPCs.append(vpc) }
    case "aws_nat_gateway":
      context.builder.network.natGateways.append(
        Network.NATGateway(
          id: id, name: instance.address, subnet: attributes["subnet_id"]?.text,
          isPrivate: attributes["connectivity_type"]?.text?.raw == "private", span: span))
    default: return readRouting(instance, id: id, into: &context) || readGuards(instance, id: id, into: &context)
    }
    return true
  }

  /// A VPC is born with a main route table that goes nowhere; an `aws_default_route_table` gives it routes.
  private func declareMainTable(of instance: TerraformInstance, into context: inout LoadContext) {
    guard !replacedMainTables.contains(name(of: instance).raw) else { return }
    context.builder.network.routeTables.append(
      Network.RouteTable(
        id: identity("main_route_table_id", of: instance), name: instance.address, vpc: name(of: instance),
        span: instance.span, isMain: true))
  }

  private func readRouting(_ instance: TerraformInstance, id: Text, into context: inout LoadContext) -> Bool {
    let attributes = instance.attributes
    switch instance.type {
    case "aws_route_table":
      context.builder.network.routeTables.append(
        Network.RouteTable(
          id: id, name: instance.address, vpc: attributes["vpc_id"]?.text, span: instance.span,
          isMain: mainTables.contains(id.raw)))
      readInlineRoutes(attributes["route"], of: id, into: &context)
    case "aws_default_route_table":
      let table = attributes["default_route_table_id"]?.text ?? id
      readInlineRoutes(attributes["route"], of: table, into: &context)
    case "aws_route":
      guard let table = attributes["route_table_id"]?.text else { return true }
      addRoute(attributes, of: table, at: instance.span, into: &context)
    case "aws_route_table_association":
      guard let subnet = attributes["subnet_id"]?.text, let table = attributes["route_table_id"]?.text else {
        return true
      }
      context.builder.network.associations.append(
        Network.Association(subnet: subnet, routeTable: table, span: instance.span))
    case "aws_main_route_table_association": break
    default: return false
    }
    return true
  }

  private func readInlineRoutes(_ routes: TerraformValue?, of table: Text, into context: inout LoadContext) {
    guard let routes else { return }
    if routes.isUnknown {
      context.builder.network.routes.append(
        Network.Route(routeTable: table, destination: "0.0.0.0/0", target: .unresolved, span: routes.span))
    }
    for route in routes.items { addRoute(route, of: table, at: route.span, into: &context) }
  }

  private func addRoute(
    _ route: TerraformValue, of table: Text, at span: Span, into context: inout LoadContext
  ) {
    var destination: Text = ""
    for key in [
      "cidr_block", "destination_cidr_block", "ipv6_cidr_block", "destination_ipv6_cidr_block",
      "destination_prefix_list_id",
    ] {
      if let text = route[key]?.text, !text.isEmpty {
        destination = text
        break
      }
    }
    context.builder.network.routes.append(
      Network.Route(routeTable: table, destination: destination, target: routeTarget(route), span: span))
  }

  private func routeTarget(_ route: TerraformValue) -> Network.Route.Target {
    func text(_ key: String) -> Text? {
      guard let text = route[key]?.text, !text.isEmpty else { return nil }
      return text
    }
    if let nat = text("nat_gateway_id") { return .natGateway(nat) }
    if let gateway = text("gateway_id") { return target(ofGateway: gateway) }
    if let gateway = text("egress_only_gateway_id") { return .egressOnlyGateway(gateway) }
    if let appliance = text("network_interface_id") ?? text("instance_id") { return .appliance(appliance) }
    if let peering = text("vpc_peering_connection_id") { return .peering(peering) }
    for key in ["transit_gateway_id", "core_network_arn", "vpc_endpoint_id", "local_gateway_id", "carrier_gateway_id"] {
      if let elsewhere = text(key) { return .elsewhere(elsewhere) }
    }
    return .unresolved
  }

  /// `gateway_id` may hold a gateway of another kind, or `local`.
  private func target(ofGateway gateway: Text) -> Network.Route.Target {
    if gateway.raw == "local" { return .peering(gateway) }
    if gateway.raw.hasPrefix("vgw-") || gateway.raw.hasPrefix("vpce-") { return .elsewhere(gateway) }
    if gateway.raw.hasPrefix("nat-") || gateway.raw.range(of: "aws_nat_gateway.") != nil { return .natGateway(gateway) }
    if gateway.raw.hasPrefix("eigw-") || gateway.raw.range(of: "aws_egress_only_internet_gateway.") != nil {
      return .egressOnlyGateway(gateway)
    }
    if gateway.raw.range(of: "aws_vpn_gateway.") != nil { return .elsewhere(gateway) }
    return .internetGateway(gateway)
  }

  private func readGuards(_ instance: TerraformInstance, id: Text, into context: inout LoadContext) -> Bool {
    let attributes = instance.attributes
    switch instance.type {
    case "aws_vpc_endpoint": readEndpoint(instance, id: id, into: &context)
    case "aws_vpc_endpoint_route_table_association", "aws_vpc_endpoint_subnet_association": break
    case "aws_security_group", "aws_default_security_group":
      context.builder.network.securityGroups.append(
        Network.SecurityGroup(
          id: id, name: instance.address, egress: egress(attributes["egress"], of: id), span: instance.span))
    case "aws_security_group_rule", "aws_vpc_security_group_egress_rule": break
    default: return false
    }
    return true
  }

  private func readEndpoint(_ instance: TerraformInstance, id: Text, into context: inout LoadContext) {
    let attributes = instance.attributes
    guard let service = attributes["service_name"]?.text else { return }
    let parts = service.split(on: ".")
    let name = parts.count > 3 ? parts[3...].map(\.raw).joined(separator: ".") : parts.last?.raw ?? service.raw
    let type = attributes["vpc_endpoint_type"]?.text?.raw ?? "Gateway"
    let tables = attributes["route_table_ids"]?.references.list.map(\.text) ?? []
    let subnets = attributes["subnet_ids"]?.references.list.map(\.text) ?? []
    context.builder.network.endpoints.append(
      Network.Endpoint(
        service: name, isGateway: type == "Gateway", vpc: attributes["vpc_id"]?.text,
        routeTables: tables + (endpointTables[id.raw] ?? []), subnets: subnets, span: instance.span))
  }

  /// Terraform removes AWS's allow-all rule, so that a group without egress lets nothing out.
  private func egress(_ value: TerraformValue?, of group: Text) -> Network.SecurityGroup.Egress {
    let separate = egressRules[group.raw] ?? []
    guard let value, !value.items.isEmpty else {
      if value?.isUnknown == true { return .unresolved }
      return separate.isEmpty ? .blocked : separate.contains(where: isOpen) ? .all : .some
    }
    return (value.items + separate).contains(where: isOpen) ? .all : .some
  }

  private func isOpen(_ rule: TerraformValue) -> Bool {
    let ranges = (rule["cidr_blocks"]?.texts ?? []) + (rule["cidr_ipv4"]?.texts ?? [])
    let port = rule["protocol"]?.text?.raw ?? rule["ip_protocol"]?.text?.raw
    return ranges.contains { $0.value.raw == "0.0.0.0/0" } && (port == "-1" || port == "all")
  }

  /// Enters what changes a network resource from outside, before any of them is read.
  mutating func declareNetwork(_ instance: TerraformInstance) {
    let attributes = instance.attributes
    switch instance.type {
    case "aws_main_route_table_association":
      if let table = attributes["route_table_id"]?.text { mainTables.insert(table.raw) }
      if let vpc = attributes["vpc_id"]?.text { replacedMainTables.insert(vpc.raw) }
    case "aws_vpc_endpoint_route_table_association":
      guard let endpoint = attributes["vpc_endpoint_id"]?.text, let table = attributes["route_table_id"]?.text else {
        return
      }
      endpointTables[endpoint.raw, default: []].append(table)
    case "aws_vpc_security_group_egress_rule":
      if let group = attributes["security_group_id"]?.text { egressRules[group.raw, default: []].append(attributes) }
    case "aws_security_group_rule" where attributes["type"]?.text?.raw == "egress":
      if let group = attributes["security_group_id"]?.text { egressRules[group.raw, default: []].append(attributes) }
    default: break
    }
  }
}
