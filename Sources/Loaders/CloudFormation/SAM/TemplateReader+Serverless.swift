import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  /// The settings that only SAM's function has: its own role, asynchronous configuration and URL.
  func readServerlessSettings(
    _ declaration: Template.Declaration, _ parts: FunctionParts, into function: inout Function,
    context: inout LoadContext
  ) {
    let near = declaration.keySpan
    if parts.role == nil { function.role = readServerlessRole(declaration, parts, into: &context) }
    if let url = parts.url { function.url = functionURL(url, near: near) }
    guard let invoke = template.mapping(parts.invocation) else { return }
    function.maximumRetries = template.int(invoke["MaximumRetryAttempts"], near: near)
    function.maximumEventAge = template.int(invoke["MaximumEventAgeInSeconds"], near: near)
    let destinations = template.mapping(invoke["DestinationConfig"])
    function.onSuccess = destination(destinations?["OnSuccess"], of: declaration, side: "OnSuccess", into: &context)
    function.onFailure = destination(destinations?["OnFailure"], of: declaration, side: "OnFailure", into: &context)
  }

  /// A destination as given, or the queue or topic that SAM makes when none is.
  private func destination(
    _ node: Node?, of declaration: Template.Declaration, side: String, into context: inout LoadContext
  ) -> Reference? {
    guard let node = template.mapping(node) else { return nil }
    if let given = template.reference(to: node["Destination"]) { return given }
    let isQueue = template.text(node["Type"])?.raw == "SQS"
    guard isQueue || template.text(node["Type"])?.raw == "SNS" else { return nil }
    let name = "\(declaration.id)EventInvokeConfig\(side)\(isQueue ? "Queue" : "Topic")"
    let kind: ResourceKind = isQueue ? .queue : .topic
    _ = context.builder.declare(kind, name: name, span: node.span, scope: scope, isGenerated: true)
    let type = isQueue ? "AWS::SQS::Queue" : "AWS::SNS::Topic"
    return ResourceType.table[type]?.arnText(.symbol(name, scope: scope)).map { Reference($0, node.span) }
  }

  /// The role that SAM makes for a function or state machine, with what its policies grant.
  func readServerlessRole(
    _ declaration: Template.Declaration, _ parts: FunctionParts, into context: inout LoadContext
  ) -> RoleID {
    var grants = Grants()
    for policy in template.items(parts.policies) { read(serverlessPolicy: policy, into: &grants) }
    grantFailures(parts, to: &grants)
    grants.boundary = boundary(parts.boundary)
    let name = declaration.id + "Role"
    let id = context.builder.declareRole(
      name: name, physicalName: .symbol(name, scope: scope), span: parts.policies?.span ?? declaration.keySpan,
      scope: scope)
    context.builder.update(role: id) { grants.fill(&$0) }
    return id
  }

  /// What SAM adds so that dead-letter targets and destinations can be reached.
  private func grantFailures(_ parts: FunctionParts, to grants: inout Grants) {
    if let queue = parts.deadLetterQueue { grantFailure(to: template.value(queue, "TargetArn"), &grants) }
    guard let destinations = template.value(parts.invocation, "DestinationConfig") else { return }
    grantFailure(to: template.value(destinations, "OnSuccess", "Destination"), &grants)
    grantFailure(to: template.value(destinations, "OnFailure", "Destination"), &grants)
  }

  private func grantFailure(to target: Node?, _ grants: inout Grants) {
    guard let target, let text = template.text(target) else { return }
    var statement = Statement.granted(
      ["sqs:SendMessage", "sns:Publish", "lambda:InvokeFunction", "events:PutEvents"], on: [text], at: target.span,
      by: "SAM")
    statement.isForDelivery = true
    grants.statements.append(statement)
  }

  private func read(serverlessPolicy node: Node, into grants: inout Grants) {
    guard let policy = template.mapping(node), let entry = policy.onlyEntry ?? policy.entries.first else {
      return read(managedPolicy: node, into: &grants)
    }
    if policy["Statement"] != nil || policy["Effect"] != nil {
      grants.add(PolicyDocument.statements(policy, using: template))
    } else if let document = policy["PolicyDocument"] {
      grants.add(PolicyDocument.statements(document, using: template))
    } else if entry.key == "Ref" || entry.key.hasPrefix("Fn::") {
      read(managedPolicy: node, into: &grants)
    } else {
      for named in policy.entries {
        let statements = policyTemplates.statements(named, in: template)
        grants.add(statements)
        if statements.isEmpty { grants.isComplete = false }
      }
    }
  }

  func readServerlessFunction(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = ids[declaration] else { return }
    readServerlessEvents(declaration, target: id, into: &context)
  }

  /// The events of a function or state machine.
  func readServerlessEvents(_ declaration: Template.Declaration, target id: ResourceID, into context: inout LoadContext)
  {
    guard let events = declaration.properties?["Events"] else { return }
    for branch in template.branches(events) {
      for entry in branch.entries {
        guard let event = template.mapping(entry.value), let type = template.text(event["Type"])?.raw else { continue }
        let reader = ServerlessEventReader(
          reader: self, id: id, owner: declaration.id, name: entry.key, span: entry.keySpan,
          properties: template.mapping(event["Properties"]) ?? Node(.mapping([]), event.span))
        reader.read(type, into: &context)
      }
    }
  }
}
