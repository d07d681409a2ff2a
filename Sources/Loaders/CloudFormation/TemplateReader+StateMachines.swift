import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  func readStateMachine(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = ids[declaration.id], let properties = template.mapping(declaration.properties) else { return }
    if let role = template.reference(to: properties["RoleArn"] ?? properties["Role"]) {
      context.builder.identify(id, as: role, scope: scope)
    } else if declaration.type == "AWS::Serverless::StateMachine" {
      context.builder.identify(id, as: readServerlessRole(declaration, into: &context))
    }
    relateTasks(of: id, properties, at: declaration.keySpan, into: &context)
    if declaration.type == "AWS::Serverless::StateMachine" {
      readServerlessEvents(declaration, target: id, into: &context)
    }
  }

  private func relateTasks(of id: ResourceID, _ properties: Node, at span: Span, into context: inout LoadContext) {
    let substitutions = template.mapping(properties["DefinitionSubstitutions"])
    func substitute(_ text: Text) -> Text {
      text.replacingSymbols { name in substitutions?[name].flatMap { template.text($0)?.raw } }
    }
    for (definition, isInline) in definitions(properties, in: &context) {
      let tasks =
        isInline
        ? StateMachineDefinition.tasks(definition, using: template, substitute: substitute)
        : StateMachineDefinition.tasks(definition, using: LiteralEvaluator(), substitute: substitute)
      for task in tasks { relate(task, of: id, into: &context) }
    }
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
