import Diagnostics
import Documents
import Infrastructure

extension Template {
  /// Reads every resource into the graph.
  ///
  /// First what has an identity of its own, then what refers to it or configures it.
  @discardableResult
  func read(into context: inout LoadContext) -> TemplateReader {
    context.builder.makeRoom(
      forResources: declarations.count, functions: declarations.count { $0.resourceType?.kind == .function })
    var ids = DeclaredIDs(self)
    for declaration in declarations { ids[declaration] = declare(declaration, into: &context) }
    declareImplicitAPIs(into: &context)
    let reader = TemplateReader(template: self, ids: ids)
    for declaration in declarations { reader.readIdentity(declaration, into: &context) }
    for declaration in declarations { reader.read(declaration, into: &context) }
    reader.readOutputs(into: &context)
    reader.readIgnores(into: &context)
    for (name, parameter) in parameters where parameter.given == nil && !parameter.isSSM {
      guard let value = parameter.defaultNode?.text, !value.isEmpty else { continue }
      context.builder.assume(name, is: value)
    }
    if checksReferences { ReferenceCheck(template: self).run(into: &context.problems) }
    return reader
  }

  /// The APIs that SAM makes for events which name none.
  private func declareImplicitAPIs(into context: inout LoadContext) {
    let types = typesWithoutAPI()
    for (needed, id) in [(types.rest, "ServerlessRestApi"), (types.http, "ServerlessHttpApi")]
    where needed && positions[id] == nil {
      _ = context.builder.declare(.api, name: id, span: .top(of: file), scope: scope, isGenerated: true)
    }
  }

  /// Whether some event of a REST or of an HTTP API names no API.
  private func typesWithoutAPI() -> (rest: Bool, http: Bool) {
    var found = (rest: false, http: false)
    for declaration in declarations where declaration.type.hasPrefix("AWS::Serverless::") {
      guard let events = declaration.properties?["Events"] else { continue }
      for event in events.entries {
        let type = event.value["Type"]?.text
        let (isREST, isHTTP) = (type == "Api", type == "HttpApi")
        guard isREST && !found.rest || isHTTP && !found.http else { continue }
        let properties = event.value["Properties"]
        guard properties?["RestApiId"] == nil, properties?["ApiId"] == nil else { continue }
        if isREST { found.rest = true } else { found.http = true }
      }
    }
    return found
  }

  private func declare(_ declaration: Declaration, into context: inout LoadContext) -> ResourceID? {
    guard var kind = declaration.resourceType?.kind else { return nil }
    if kind == .rule, declaration.properties?["EventPattern"] == nil,
      declaration.properties?["ScheduleExpression"] != nil
    {
      kind = .schedule
    }
    return context.builder.declare(
      kind, name: names[declaration.id] ?? declaration.id, physicalName: physicalName(of: declaration),
      span: declaration.keySpan, scope: scope, isGenerated: kind == .function && CDKNames.isGenerated(declaration))
  }
}
