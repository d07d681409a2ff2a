import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  /// The subnets in which the pollers of a broker work: those that the mapping names, or those of the broker.
  func pollers(_ properties: Node, near span: Span) -> Placement? {
    if let own = accessConfigurations(properties, near: span) { return own }
    guard let source = properties["EventSourceArn"] ?? properties["Stream"] ?? properties["Broker"],
      let broker = declaration(behind: source), let settings = template.mapping(broker.properties)
    else { return nil }
    switch broker.type {
    case "AWS::MSK::Cluster":
      let group = template.mapping(settings["BrokerNodeGroupInfo"])
      return placement(group?["ClientSubnets"], group?["SecurityGroups"])
    case "AWS::MSK::ServerlessCluster":
      let config = template.items(settings["VpcConfigs"]).first.flatMap { template.mapping($0) }
      return placement(config?["SubnetIds"], config?["SecurityGroups"])
    case "AWS::AmazonMQ::Broker":
      guard template.bool(settings["PubliclyAccessible"], near: span).value == false else { return nil }
      return placement(settings["SubnetIds"], settings["SecurityGroups"])
    default: return nil
    }
  }

  private func declaration(behind node: Node) -> Template.Declaration? {
    guard let entry = node.onlyEntry, entry.key == "Ref" || entry.key == "Fn::GetAtt" else { return nil }
    let name = entry.value.items.first?.text ?? entry.value.text ?? ""
    return template.declaration(String(name.prefix { $0 != "." }))
  }

  private func placement(_ subnets: Node?, _ groups: Node?) -> Placement? {
    guard let subnets else { return nil }
    let (list, isComplete) = references(subnets)
    return Placement(
      subnets: list, securityGroups: references(groups).list, isComplete: isComplete,
      allowsIPv6: .unset(near: subnets.span), span: subnets.span)
  }

  /// The subnets and security groups of a cluster of one's own, written `subnet:ID` and `security_group:ID`.
  private func accessConfigurations(_ properties: Node, near span: Span) -> Placement? {
    var subnets: [Reference] = []
    var groups: [Reference] = []
    for item in template.items(properties["SourceAccessConfigurations"]) {
      guard let node = item["URI"], let uri = template.text(node)?.raw, let colon = uri.firstIndex(of: ":") else {
        continue
      }
      let reference = Reference(Text(String(uri[uri.index(after: colon)...])), node.span)
      switch template.text(item["Type"])?.raw {
      case "VPC_SUBNET": subnets.append(reference)
      case "VPC_SECURITY_GROUP": groups.append(reference)
      default: break
      }
    }
    guard let first = subnets.first else { return nil }
    return Placement(
      subnets: subnets, securityGroups: groups, isComplete: true, allowsIPv6: .unset(near: span), span: first.span)
  }
}
