import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  /// The sources that few templates have, one paragraph each.
  func readRareSource(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let properties = template.mapping(declaration.properties) else { return }
    switch Keyword(declaration.type) {
    case "AWS::Logs::SubscriptionFilter":
      guard let group = endpoint(properties["LogGroupName"], expecting: .logGroup),
        let target = endpoint(properties["DestinationArn"])
      else { return }
      var subscription = draft(
        from: group, to: target, .logSubscription, .async, at: declaration.keySpan, name: declaration.id)
      if let pattern = template.text(properties["FilterPattern"]), !pattern.isEmpty {
        subscription.filter = .logLines(pattern)
      }
      context.builder.relate(subscription)
    case "AWS::IoT::TopicRule": readTopicRule(declaration, into: &context)
    case "AWS::Cognito::UserPool":
      readUserPool(declaration, template.mapping(properties["LambdaConfig"]), into: &context)
    case "AWS::ElasticLoadBalancingV2::TargetGroup", "AWS::VpcLattice::TargetGroup":
      for target in template.items(properties["Targets"]) {
        trigger(declaration, template.value(target, "Id"), .loadBalancerTarget, .sync, into: &context)
      }
    case "AWS::AppSync::DataSource": readDataSource(declaration, properties, into: &context)
    case "AWS::SES::ReceiptRule":
      readReceiptRule(declaration, template.value(properties, "Rule"), into: &context)
    case "AWS::CloudTrail::Trail": readTrail(declaration, properties, into: &context)
    case "AWS::CloudFront::Distribution": readDistribution(declaration, properties, into: &context)
    default:
      if declaration.type.hasPrefix("Custom::") || declaration.type == "AWS::CloudFormation::CustomResource" {
        outside(declaration, properties["ServiceToken"], .customResource, .async, into: &context)
      } else {
        readCallee(declaration, properties, into: &context)
      }
    }
  }

  private func trigger(
    _ declaration: Template.Declaration, _ node: Node?, _ via: Via, _ mode: Relation.Mode,
    into context: inout LoadContext
  ) {
    guard let id = ids[declaration], let node, let function = endpoint(node, expecting: .function) else { return }
    context.builder.relate(draft(from: .resource(id), to: function, via, mode, at: node.span, name: declaration.id))
  }

  /// A trigger whose source is the declaring resource itself, of a kind that no event flows into.
  private func outside(
    _ declaration: Template.Declaration, _ node: Node?, _ via: Via, _ mode: Relation.Mode,
    into context: inout LoadContext
  ) {
    guard let node, let function = endpoint(node, expecting: .function) else { return }
    context.builder.relate(
      draft(
        from: .reference(.symbol(declaration.id, scope: scope), declaration.keySpan, expecting: .external),
        to: function,
        via, mode, at: node.span, name: declaration.id))
  }

  private func readUserPool(_ declaration: Template.Declaration, _ triggers: Node?, into context: inout LoadContext) {
    for entry in triggers?.entries ?? [] {
      let node = template.mapping(entry.value)?["LambdaArn"] ?? entry.value
      guard let id = ids[declaration], let function = endpoint(node, expecting: .function) else { continue }
      var trigger = draft(
        from: .resource(id), to: function, .userPoolTrigger, .sync, at: node.span,
        name: declaration.id)
      trigger.filter = UserPoolTrigger.filter(of: [entry.key])
      context.builder.relate(trigger)
    }
  }

  private func readDistribution(
    _ declaration: Template.Declaration, _ properties: Node, into context: inout LoadContext
  ) {
    let configuration = template.value(properties, "DistributionConfig")
    let behaviors =
      [template.value(configuration, "DefaultCacheBehavior")].compactMap { $0 }
      + template.items(template.value(configuration, "CacheBehaviors"))
    for behavior in behaviors {
      for association in template.items(template.value(behavior, "LambdaFunctionAssociations")) {
        let node = template.value(association, "LambdaFunctionARN")
        trigger(declaration, node, .edge, .sync, into: &context)
        if let id = functionID(node) { context.builder.update(function: id) { $0.isEdge = true } }
      }
    }
  }
}
