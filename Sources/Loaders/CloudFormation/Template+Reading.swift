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
    let implicit = declareImplicitAPIs(ids, into: &context)
    let reader = TemplateReader(template: self, ids: ids, implicitAPIs: implicit)
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

  /// Declares the APIs that SAM makes for events which name none, where the template doesn't.
  private func declareImplicitAPIs(_ ids: DeclaredIDs, into context: inout LoadContext) -> ImplicitAPIs {
    let types = typesWithoutAPI()
    func api(_ name: String, isNeeded: Bool) -> ResourceID? {
      if let declaration = declaration(name) { return declaration.resourceType?.kind == .api ? ids[declaration] : nil }
      guard isNeeded else { return nil }
      return context.builder.declare(.api, name: name, span: .top(of: file), scope: scope, isGenerated: true)
    }
    return ImplicitAPIs(
      rest: api(ImplicitAPIs.restName, isNeeded: types.rest), http: api(ImplicitAPIs.httpName, isNeeded: types.http))
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

/// The APIs that events of SAM mean which name none; nil where there is none.
struct ImplicitAPIs: Sendable {
  static let restName = "ServerlessRestApi"
  static let httpName = "ServerlessHttpApi"

  let rest: ResourceID?
  let http: ResourceID?
}
