import Documents
import Infrastructure

extension TemplateReader {
  /// Things of other services that run functions when somebody calls them: pipelines, agents, secrets and their like.
  func readCallee(_ declaration: Template.Declaration, _ properties: Node, into context: inout LoadContext) {
    let id = template.physicalName(of: declaration)
    switch Keyword(declaration.type) {
    case "AWS::CodePipeline::Pipeline":
      let functions = template.items(properties["Stages"]).flatMap { template.items(template.value($0, "Actions")) }
        .filter { template.text(template.value($0, "ActionTypeId", "Provider"))?.raw == "Lambda" }
        .map { template.value($0, "Configuration", "FunctionName") }
      let name = template.text(properties["Name"]) ?? id
      call(declaration, arn("codepipeline", name), functions, .pipelineAction, .async, into: &context)
    case "AWS::CodeCommit::Repository":
      let targets = template.items(properties["Triggers"]).map { template.value($0, "DestinationArn") }
      let name = template.text(properties["RepositoryName"]) ?? id
      call(declaration, arn("codecommit", name), targets, .other, .async, into: &context)
    case "AWS::S3ObjectLambda::AccessPoint":
      let functions = template.items(
        template.value(properties, "ObjectLambdaConfiguration", "TransformationConfigurations")
      ).map { template.value($0, "ContentTransformation", "AwsLambda", "FunctionArn") }
      let name = Text("accesspoint/") + (template.text(properties["Name"]) ?? id)
      call(declaration, arn("s3-object-lambda", name), functions, .objectTransform, .sync, into: &context)
    case "AWS::SecretsManager::RotationSchedule":
      let secret = template.text(properties["SecretId"])
      let isARN = secret?.raw.hasPrefix("arn:") ?? false
      let name = isARN ? secret : secret.map { arn("secretsmanager", "secret:" + $0) }
      call(declaration, name, [properties["RotationLambdaARN"]], .rotation, .sync, into: &context)
    case "AWS::Config::ConfigRule":
      guard template.text(template.value(properties, "Source", "Owner"))?.raw == "CUSTOM_LAMBDA" else { return }
      let function = template.value(properties, "Source", "SourceIdentifier")
      call(declaration, arn("config", "config-rule/" + id), [function], .configRule, .async, into: &context)
    case "AWS::Bedrock::Agent":
      let functions = template.items(properties["ActionGroups"]).map {
        template.value($0, "ActionGroupExecutor", "Lambda")
      }
      call(declaration, arn("bedrock", "agent-alias/" + id + "/"), functions, .agentAction, .sync, into: &context)
    case "AWS::Lex::BotAlias":
      let hooks = template.items(properties["BotAliasLocaleSettings"]).map {
        template.value($0, "BotAliasLocaleSetting", "CodeHookSpecification", "LambdaCodeHook", "LambdaArn")
      }
      guard let bot = template.text(properties["BotId"]) else { return }
      call(declaration, arn("lex", "bot-alias/" + bot + "/"), hooks, .agentAction, .sync, into: &context)
    default: break
    }
  }

  /// An alarm that runs a function, which whoever sets its state causes.
  func readAlarmActions(_ declaration: Template.Declaration, _ properties: Node, into context: inout LoadContext) {
    let actions = ["AlarmActions", "OKActions", "InsufficientDataActions"].flatMap { template.items(properties[$0]) }
    let functions = actions.filter { node in
      template.text(node).flatMap { Locator.parse($0, expecting: nil) }?.kind == .function
    }
    let name = template.text(properties["AlarmName"]) ?? template.physicalName(of: declaration)
    call(declaration, arn("cloudwatch", "alarm:" + name), functions, .alarmAction, .async, into: &context)
  }

  private func arn(_ service: String, _ name: Text) -> Text {
    Text("arn:${AWS::Partition}:\(service):${AWS::Region}:${AWS::AccountId}:") + name
  }

  private func call(
    _ declaration: Template.Declaration, _ arn: Text?, _ targets: [Node?], _ via: Via, _ mode: Relation.Mode,
    into context: inout LoadContext
  ) {
    let nodes = targets.compactMap { $0 }
    guard !nodes.isEmpty else { return }
    let source = context.builder.declare(
      .external, name: declaration.id, physicalName: arn, span: declaration.keySpan, scope: scope)
    for node in nodes {
      guard let target = endpoint(node) ?? endpoint(node, expecting: .function), let text = template.text(node) else {
        continue
      }
      let isNamed = Locator.parse(text, expecting: nil) != nil
      let to = isNamed ? target : GraphBuilder.Endpoint.reference(text, node.span, expecting: .function)
      context.builder.relate(draft(from: .resource(source), to: to, via, mode, at: node.span, name: declaration.id))
    }
  }
}
