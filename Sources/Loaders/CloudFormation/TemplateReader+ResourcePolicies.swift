import Documents
import Infrastructure

extension TemplateReader {
  /// The policy of another resource.
  func readResourcePolicy(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let properties = template.mapping(declaration.properties) else { return }
    switch Keyword(declaration.type) {
    case "AWS::SQS::QueuePolicy", "AWS::SQS::QueueInlinePolicy":
      let queues = template.texts(properties["Queues"] ?? properties["Queue"]).map(\.value)
      allow(properties["PolicyDocument"], on: queues, .queue, by: declaration, into: &context)
    case "AWS::SNS::TopicPolicy", "AWS::SNS::TopicInlinePolicy":
      let topics = template.texts(properties["Topics"] ?? properties["TopicArn"]).map(\.value)
      allow(properties["PolicyDocument"], on: topics, .topic, by: declaration, into: &context)
    case "AWS::S3::BucketPolicy":
      let bucket = template.texts(properties["Bucket"]).map(\.value)
      allow(properties["PolicyDocument"], on: bucket, .bucket, by: declaration, into: &context)
    case "AWS::Events::EventBusPolicy":
      let bus = template.text(properties["EventBusName"]) ?? "default"
      allow(properties["Statement"], on: [bus], .bus, by: declaration, into: &context)
    case "AWS::Kinesis::ResourcePolicy":
      let stream = template.texts(properties["ResourceArn"]).map(\.value)
      allow(properties["ResourcePolicy"], on: stream, .stream, by: declaration, into: &context)
    default: break
    }
  }

  /// Notes what a resource's own policy allows others.
  func allow(
    _ document: Node?, on resources: [Text], _ kind: ResourceKind, by declaration: Template.Declaration,
    into context: inout LoadContext
  ) {
    guard let document else { return }
    let arns = resources.compactMap { arn(of: $0, kind) }
    let found = PolicyDocument.resourceStatements(
      document, of: arns, source: "the policy '\(declaration.id)'", using: template)
    for (principals, statement) in found { context.builder.allow(principals, statement, scope: scope) }
  }

  /// A permission for a role is one without the role's own policy saying so.
  func allowInvoking(
    _ properties: Node, by declaration: Template.Declaration, into context: inout LoadContext
  ) {
    guard let principal = template.text(properties["Principal"]), principal.raw.range(of: ":role/") != nil,
      let action = template.text(properties["Action"]), let name = properties["FunctionName"],
      let function = template.functionARN(name)
    else { return }
    context.builder.allow(
      .roles([principal]),
      .granted([action.raw], on: [function], at: name.span, by: "the permission '\(declaration.id)'"), scope: scope)
  }

  /// The ARN of what a name, ARN or URL means.
  private func arn(of text: Text, _ kind: ResourceKind) -> Text? {
    guard let locator = Locator.parse(text, expecting: kind) else { return nil }
    return ResourceType.of(kind)?.arnText(locator.name)
  }
}
