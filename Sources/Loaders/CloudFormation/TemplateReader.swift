import Diagnostics
import Documents
import Infrastructure

/// Turns the resources of one template into graph resources, relations and roles; a folder of extensions by service.
///
/// A class, since the readers of events hand it on.
final class TemplateReader {
  let template: Template
  let ids: DeclaredIDs
  let implicitAPIs: ImplicitAPIs
  private let names: DeclaredNames
  let policyTemplates = PolicyTemplates()

  init(template: Template, ids: DeclaredIDs, implicitAPIs: ImplicitAPIs) {
    self.template = template
    self.ids = ids
    self.implicitAPIs = implicitAPIs
    names = DeclaredNames(template, ids: ids)
  }

  /// The graph id of the function that a name or ARN means, when this template declares it.
  func functionID(_ node: Node?) -> ResourceID? {
    guard let text = template.text(node), let locator = Locator.parse(text, expecting: .function) else { return nil }
    return names.functions[locator.name]
  }

  /// The managed policy of this template that an ARN means.
  func managedPolicy(_ text: Text) -> Template.Declaration? { names.policies[text].map { template.declarations[$0] } }

  /// The API of this template that an id means.
  func api(_ text: Text) -> Template.Declaration? { names.apis[text].map { template.declarations[$0] } }

  var scope: String { template.scope }

  /// Functions, roles and their like, which other resources configure.
  func readIdentity(_ declaration: Template.Declaration, into context: inout LoadContext) {
    switch Keyword(declaration.type) {
    case "AWS::Lambda::Function", "AWS::Serverless::Function": readFunction(declaration, into: &context)
    case "AWS::IAM::Role": readRole(declaration, into: &context)
    case "AWS::SQS::Queue": readQueue(declaration, into: &context)
    default: break
    }
  }

  /// Everything else, by type.
  func read(_ declaration: Template.Declaration, into context: inout LoadContext) {
    switch Keyword(declaration.type) {
    case "AWS::Lambda::Function", "AWS::IAM::Role", "AWS::SQS::Queue": break
    case "AWS::Serverless::Function": readServerlessFunction(declaration, into: &context)
    case "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy": readPolicy(declaration, into: &context)
    case "AWS::Lambda::EventSourceMapping": readMapping(declaration, into: &context)
    case "AWS::Lambda::EventInvokeConfig": readInvokeConfig(declaration, into: &context)
    case "AWS::Lambda::Permission": readPermission(declaration, into: &context)
    case "AWS::Lambda::Url": readURL(declaration, into: &context)
    case "AWS::Lambda::Alias", "AWS::Lambda::Version": readAlias(declaration, into: &context)
    case "AWS::S3::Bucket": readBucket(declaration, into: &context)
    case "Custom::S3BucketNotifications": readBucketNotifications(declaration, into: &context)
    case "AWS::SNS::Topic": readTopic(declaration, into: &context)
    case "AWS::SNS::Subscription": readSubscription(declaration, into: &context)
    case "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable", "AWS::Serverless::SimpleTable":
      readTable(declaration, into: &context)
    case "AWS::KinesisFirehose::DeliveryStream": readDeliveryStream(declaration, into: &context)
    case "AWS::Events::Rule": readRule(declaration, into: &context)
    case "AWS::Events::EventBus": readBus(declaration, into: &context)
    case "AWS::Scheduler::Schedule": readSchedule(declaration, into: &context)
    case "AWS::Pipes::Pipe": readPipe(declaration, into: &context)
    case "AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine":
      readStateMachine(declaration, into: &context)
    case "AWS::CloudWatch::Alarm": readAlarm(declaration, into: &context)
    case "AWS::ApplicationAutoScaling::ScalableTarget": readScalableTarget(declaration, into: &context)
    case "AWS::Serverless::Connector": readConnector(declaration, into: &context)
    default: readOther(declaration, into: &context)
    }
    if let connectors = declaration.node["Connectors"] {
      readEmbedded(connectors, of: declaration, into: &context)
    }
  }

  private func readOther(_ declaration: Template.Declaration, into context: inout LoadContext) {
    if declaration.type.hasPrefix("AWS::EC2::") { return readNetwork(declaration, into: &context) }
    if declaration.type.hasPrefix("AWS::ApiGateway") || declaration.type.hasSuffix("Api") {
      return readAPI(declaration, into: &context)
    }
    if declaration.type.hasPrefix("AWS::"), declaration.type.hasSuffix("Policy") {
      return readResourcePolicy(declaration, into: &context)
    }
    readRareSource(declaration, into: &context)
  }

  /// Makes the exported outputs known to the other templates of the run.
  func readOutputs(into context: inout LoadContext) {
    for entry in template.root["Outputs"]?.entries ?? [] {
      guard let name = template.text(entry.value["Export"]?["Name"]), let value = template.text(entry.value["Value"])
      else { continue }
      context.builder.define("ImportValue:\(name.raw)", as: value)
    }
  }
}

extension TemplateReader {
  /// The end of a relation that a node names, nil where the node is no text; of a condition's branches the one that
  /// names a resource of this template.
  func endpoint(_ node: Node?, expecting kind: ResourceKind? = nil) -> GraphBuilder.Endpoint? {
    guard let node else { return nil }
    let branches = template.branches(node)
    let chosen = branches.count < 2 ? node : branches.first { isDeclared($0, expecting: kind) } ?? node
    guard let text = template.text(chosen) else { return nil }
    return .reference(text, chosen.span, expecting: kind)
  }

  private func isDeclared(_ node: Node, expecting kind: ResourceKind?) -> Bool {
    guard let text = template.text(node), let locator = Locator.parse(text, expecting: kind) else { return false }
    return names.holds(locator)
  }

  /// A relation within this template.
  func draft(
    from: GraphBuilder.Endpoint, to: GraphBuilder.Endpoint, _ via: Via, _ mode: Relation.Mode, at span: Span,
    name: String? = nil
  ) -> GraphBuilder.Draft {
    var draft = GraphBuilder.Draft(.forward, from: from, to: to, via: via, mode: mode, span: span, scope: scope)
    draft.name = name
    return draft
  }

  /// The value at a path of keys below a resource's properties.
  func value(_ declaration: Template.Declaration, _ key: String) -> Node? {
    template.mapping(declaration.properties)?[key]
  }
}

extension TemplateReader {
  /// What resources say in their metadata that they want no findings about.
  func readIgnores(into context: inout LoadContext) {
    for declaration in template.declarations {
      guard let list = declaration.node["Metadata"]?["lambda-audit"]?["ignore"] else { continue }
      for entry in list.isSequence ? list.items : [list] {
        guard let rule = entry.text ?? entry["rule"]?.text else {
          context.problems.note(entry.span, "an ignore entry needs a 'rule'")
          continue
        }
        context.ignores.append(
          Ignore(rule: rule, reason: entry["reason"]?.text, resource: declaration.id, span: entry.span))
      }
    }
  }
}
