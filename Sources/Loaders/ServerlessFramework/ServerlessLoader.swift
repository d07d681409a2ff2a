package import Diagnostics
package import Documents
import Infrastructure

/// Reads a service of the Serverless Framework.
///
/// Variables are resolved first; then the service becomes the CloudFormation template that the Framework would write,
/// which is read as any other; what the template spells in many resources, the events, is related directly.
package enum ServerlessLoader {
  package static func load(
    _ root: Node, file: FileID, path: String, format: Format, into context: inout LoadContext
  ) throws(Problem) {
    guard ServerlessCompose.isComposition(root, name: Path.name(path).lowercased()) else {
      load(root, file: file, path: path, composed: nil, into: &context)
      return
    }
    for part in ServerlessCompose.parts(of: root, path: path, in: &context) {
      guard !context.nested.contains(part.path), let opened = context.open(part.path, from: ""),
        let service = opened.documents.first(where: \.isMapping)
      else { continue }
      context.markNested(part.path)
      load(service, file: opened.id, path: part.path, composed: part, into: &context)
    }
  }

  private static func load(
    _ root: Node, file: FileID, path: String, composed: ServerlessCompose.Part?, into context: inout LoadContext
  ) {
    let parameters = composed?.parameters ?? [:]
    guard let service = Service(root, path: path, file: file, composed: parameters, in: &context) else {
      return context.markSkipped(path)
    }
    var made = ServiceTemplate(service)
    Lift.expand(into: &made)
    StateMachines.expand(into: &made)
    ServiceProxies.expand(into: &made)
    DataSources.expand(into: &made)
    Alerts.expand(into: &made)
    for function in made.functions {
      made.add(DeadLetters.expanded(function, into: &made))
      for event in function.events { made.addSource(of: event, key: function.key) }
    }
    let template = made.template(problems: &context.problems)
    let reader = template.read(into: &context)
    for function in made.functions { read(function, of: made, reader, into: &context) }
    attach(Lift.grants(of: service, in: template), to: made, template, into: &context)
    StateMachines.read(of: service, reader, into: &context)
    ServiceProxies.read(of: service, reader, into: &context)
    define(template, of: service, as: composed?.name, into: &context)
  }

  private static func read(
    _ function: ServiceFunction, of made: ServiceTemplate, _ reader: TemplateReader, into context: inout LoadContext
  ) {
    guard let id = reader.ids[function.id] else { return }
    if let statements = function.node.entry("iamRoleStatements"), !made.readsFunctionStatements {
      context.problems.note(
        statements.keySpan, "'iamRoleStatements' of a function needs the plugin serverless-iam-roles-per-function")
    }
    let code = ServicePackage(service: made.service).code(of: function, into: &context)
    context.builder.update(function: id) { settings in
      settings.code = code
      settings.publishesAlias = true
      settings.defaultTimeout = Limits.frameworkTimeout
      settings.defaultMemory = Limits.frameworkMemory
      if made.hasOpenEnvironment(function) { settings.environmentIsOpen = true }
    }
    var events = ServiceEventReader(reader: reader, service: made.service, id: id, key: function.key)
    for (index, event) in function.events.enumerated() {
      events.read(event, position: index + 1, into: &context)
    }
  }

  /// Gives statements to every role that the service makes.
  private static func attach(
    _ statements: [Statement], to made: ServiceTemplate, _ template: Template, into context: inout LoadContext
  ) {
    guard !statements.isEmpty else { return }
    for id in made.roles {
      context.builder.attach(toRole: template.physicalName(id), scope: template.scope, statements: statements)
    }
  }

  /// Makes the stack's outputs known to services that read them by `${cf:stack.Output}`, or by the name that the
  /// service has in a composition.
  private static func define(
    _ template: Template, of service: Service, as name: String?, into context: inout LoadContext
  ) {
    for entry in template.root["Outputs"]?.entries ?? [] {
      guard let value = template.text(entry.value["Value"]) else { continue }
      context.builder.define("cf:\(service.stackName).\(entry.key)", as: value)
      if let name { context.builder.define("\(name).\(entry.key)", as: value) }
    }
  }
}
