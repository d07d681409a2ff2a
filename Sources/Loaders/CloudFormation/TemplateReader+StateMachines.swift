import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  func readStateMachine(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = ids[declaration], let properties = template.mapping(declaration.properties) else { return }
    let isUnderstood = relateTasks(of: id, properties, into: &context)
    let role = template.reference(to: properties["RoleArn"] ?? properties["Role"])
    if role == nil, declaration.type == "AWS::Serverless::StateMachine" {
      let made = readServerlessRole(declaration, FunctionParts(of: properties), into: &context)
      if !isUnderstood { context.builder.identify(id, as: made) }
    } else if let role, !isUnderstood {
      context.builder.identify(id, as: role, scope: scope)
    }
    if declaration.type == "AWS::Serverless::StateMachine" {
      readServerlessEvents(declaration, target: id, into: &context)
    }
  }

  /// Relates a state machine to what its tasks reach.
  ///
  /// - Returns: whether the definition tells all of it, so that what else the role permits makes no difference.
  private func relateTasks(of id: ResourceID, _ properties: Node, into context: inout LoadContext) -> Bool {
    let substitutions = template.mapping(properties["DefinitionSubstitutions"])
    func substitute(_ text: Text) -> Text {
      text.replacingSymbols { name in substitutions?[name].flatMap { template.text($0)?.raw } }
    }
    let definitions = definitions(properties, in: &context)
    var isUnderstood = !definitions.isEmpty
    for (definition, isInline) in definitions {
      let tasks =
        isInline
        ? StateMachineDefinition.tasks(definition, using: template, substitute: substitute)
        : StateMachineDefinition.tasks(definition, using: LiteralEvaluator(), substitute: substitute)
      for task in tasks { relate(task, of: id, into: &context) }
      if tasks.contains(where: { $0.target == nil }) { isUnderstood = false }
    }
    return isUnderstood
  }

  private func relate(_ task: StateMachineDefinition.Task, of id: ResourceID, into context: inout LoadContext) {
    guard let target = task.target else { return }
    var call = draft(
      from: .resource(id), to: .reference(target, task.span, expecting: task.kind), .stateMachineTask, task.mode,
      at: task.span, name: task.name)
    call.emission = task.emission
    call.wait = CallerWait(
      caller: .other, timeout: task.timeout.map { $0.multipliedReportingOverflow(by: 1000).partialValue })
    context.builder.relate(call)
  }

  /// The definition of a state machine, wherever it is written, and whether it may hold intrinsics.
  private func definitions(_ properties: Node, in context: inout LoadContext) -> [(Node, isInline: Bool)] {
    if let inline = template.mapping(properties["Definition"]) { return [(inline, true)] }
    if let string = properties["DefinitionString"] {
      if let tree = template.mapping(string), tree["States"] != nil { return [(tree, true)] }
      guard let text = template.text(string), let tree = EmbeddedJSON.read(text.raw, span: string.span) else {
        return []
      }
      return [(tree, false)]
    }
    guard let path = template.text(properties["DefinitionUri"])?.known, !path.hasPrefix("s3:"),
      let opened = context.open(path, from: template.path)
    else { return [] }
    return opened.documents.map { ($0, false) }
  }
}
