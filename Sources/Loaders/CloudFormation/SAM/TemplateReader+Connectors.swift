import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  /// A connector: permission from one resource to another, and never a trigger.
  func readConnector(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let properties = template.mapping(declaration.properties),
      let source = template.text(template.value(properties, "Source", "Id"))?.known
    else { return }
    connect(source, properties, at: declaration.keySpan, into: &context)
  }

  /// The connectors written inside a resource.
  func readEmbedded(_ connectors: Node, of declaration: Template.Declaration, into context: inout LoadContext) {
    for entry in template.mapping(connectors)?.entries ?? [] {
      guard let properties = template.mapping(template.value(entry.value, "Properties")) else { continue }
      connect(declaration.id, properties, at: entry.keySpan, into: &context)
    }
  }

  private func connect(_ source: String, _ properties: Node, at span: Span, into context: inout LoadContext) {
    guard template.strings(properties["Permissions"]).contains(where: { $0.value == "Write" }),
      let role = roleText(of: source)
    else { return }
    for destination in template.items(properties["Destination"]) {
      guard let target = connected(destination), let actions = ConnectorProfiles.writes[target.kind] else { continue }
      let resources = target.kind == .bucket ? [target.arn, target.arn + "/*"] : [target.arn]
      context.builder.attach(
        toRole: role, scope: scope,
        statements: [.granted(actions, on: resources, at: span, by: "a connector")])
    }
  }

  /// The role of a function or state machine of this template.
  private func roleText(of id: String) -> Text? {
    guard let declaration = template.declaration(id) else { return nil }
    let key = declaration.type == "AWS::StepFunctions::StateMachine" ? "RoleArn" : "Role"
    return template.text(declaration.properties?[key]) ?? .symbol(id + "Role", scope: scope)
  }

  private func connected(_ destination: Node) -> (kind: ResourceKind, arn: Text)? {
    if let id = template.text(template.value(destination, "Id"))?.known, let type = template.type(of: id),
      let resource = ResourceType.table[type], let kind = resource.kind,
      let arn = resource.arnText(template.physicalName(id))
    {
      return (kind, arn)
    }
    guard let arn = template.text(template.value(destination, "Arn")), let locator = Locator.parse(arn) else {
      return nil
    }
    return (locator.kind, arn)
  }
}

/// What a connector's `Write` grants, by the kind of its destination.
///
/// Source: aws-sam-translator 1.110.0, `connector_profiles/profiles.json`, 2026-05.
enum ConnectorProfiles {
  static let writes: [ResourceKind: [String]] = [
    .bucket: [
      "s3:PutObject", "s3:PutObjectLegalHold", "s3:PutObjectRetention", "s3:RestoreObject", "s3:DeleteObject",
      "s3:DeleteObjectVersion", "s3:AbortMultipartUpload",
    ],
    .table: [
      "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem",
      "dynamodb:PartiQLDelete", "dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate",
    ],
    .queue: ["sqs:DeleteMessage", "sqs:SendMessage", "sqs:ChangeMessageVisibility", "sqs:PurgeQueue"],
    .topic: ["sns:Publish"],
    .function: ["lambda:InvokeAsync", "lambda:InvokeFunction"],
    .stateMachine: ["states:StartExecution", "states:StartSyncExecution", "states:StopExecution"],
    .bus: ["events:PutEvents"],
  ]
}
