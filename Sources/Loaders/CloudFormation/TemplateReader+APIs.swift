import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  /// APIs, their integrations, authorizers and bodies.
  func readAPI(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let properties = template.mapping(declaration.properties) else { return }
    switch Keyword(declaration.type) {
    case "AWS::ApiGateway::Method": readMethod(properties, at: declaration.keySpan, into: &context)
    case "AWS::ApiGatewayV2::Integration": readIntegration(declaration, properties, into: &context)
    case "AWS::ApiGateway::Authorizer", "AWS::ApiGatewayV2::Authorizer":
      guard let api = endpoint(properties["RestApiId"] ?? properties["ApiId"], expecting: .api) else { return }
      let caller: CallerWait.Caller = properties["ApiId"] == nil ? .restAPI : .httpAPI
      authorize(api, properties["AuthorizerUri"], for: caller, into: &context)
    case "AWS::ApiGatewayV2::Api", "AWS::ApiGateway::RestApi", "AWS::Serverless::Api", "AWS::Serverless::HttpApi":
      guard let id = ids[declaration] else { return }
      let caller: CallerWait.Caller =
        declaration.type.hasSuffix("V2::Api") || declaration.type.hasSuffix("HttpApi") ? .httpAPI : .restAPI
      for body in bodies(properties, context: &context) {
        readBody(body, of: id, caller: caller, properties, into: &context)
      }
      if let target = properties["Target"], let function = endpoint(target, expecting: .function) {
        integrate(
          .resource(id), function, CallerWait(caller: .httpAPI, timeout: .unset(near: target.span)), at: target.span,
          into: &context)
      }
      for entry in template.mapping(template.value(properties, "Auth", "Authorizers"))?.entries ?? [] {
        authorize(.resource(id), template.value(entry.value, "FunctionArn"), for: caller, into: &context)
      }
    case "AWS::Serverless::WebSocketApi":
      guard let id = ids[declaration] else { return }
      for entry in template.mapping(properties["Routes"])?.entries ?? [] {
        guard let node = template.value(entry.value, "FunctionArn"), let function = endpoint(node, expecting: .function)
        else { continue }
        let timeout = template.int(template.value(entry.value, "IntegrationTimeout"), near: entry.keySpan)
        integrate(
          .resource(id), function, CallerWait(caller: .webSocketAPI, timeout: timeout), at: entry.keySpan,
          into: &context)
      }
    default: break
    }
  }

  /// Relates an API to a function that answers its calls.
  func integrate(
    _ api: GraphBuilder.Endpoint, _ function: GraphBuilder.Endpoint, _ wait: CallerWait, mode: Relation.Mode = .sync,
    at span: Span, name: String? = nil, into context: inout LoadContext
  ) {
    var integration = draft(from: api, to: function, .apiIntegration, mode, at: span, name: name)
    integration.wait = wait
    context.builder.relate(consume integration)
  }

  private func authorize(
    _ api: GraphBuilder.Endpoint, _ node: Node?, for caller: CallerWait.Caller, into context: inout LoadContext
  ) {
    guard let node, let function = endpoint(node, expecting: .function) else { return }
    var call = draft(from: api, to: function, .authorizer, .sync, at: node.span)
    call.wait = CallerWait(caller: caller, timeout: .unset(near: node.span))
    context.builder.relate(call)
  }

  private func readMethod(_ properties: Node, at span: Span, into context: inout LoadContext) {
    guard let api = endpoint(properties["RestApiId"], expecting: .api),
      let integration = template.mapping(properties["Integration"])
    else { return }
    relateREST(
      integration, keys: .cloudFormation, from: api, endpoint: endpointType(ofAPI: properties["RestApiId"]), at: span,
      into: &context)
  }

  /// The spelling of an integration's keys.
  enum IntegrationKeys {
    case cloudFormation
    case openAPI

    func callAsFunction(_ key: String) -> String {
      switch self {
      case .cloudFormation: key
      case .openAPI: key.prefix(1).lowercased() + key.dropFirst()
      }
    }
  }

  private func relateREST(
    _ integration: Node, keys: IntegrationKeys, from api: GraphBuilder.Endpoint, caller: CallerWait.Caller = .restAPI,
    endpoint type: CallerWait.Endpoint, at span: Span, into context: inout LoadContext
  ) {
    let call = IntegrationCall(integration, keys: keys, at: span)
    guard let uri = integration[keys("Uri")], let text = template.text(uri) else {
      return relateSubtype(call, from: api, into: &context)
    }
    guard let locator = Locator.parse(text, expecting: nil), locator.kind == .function else {
      return relateService(uri, text, call, from: api, into: &context)
    }
    let header = template.mapping(integration[keys("RequestParameters")])?[
      "integration.request.header.X-Amz-Invocation-Type"]
    let isEvent = template.text(header)?.raw == "'Event'"
    let wait = CallerWait(
      caller: caller, endpoint: type, timeout: template.int(integration[keys("TimeoutInMillis")], near: span),
      streams: template.text(integration[keys("ResponseTransferMode")])?.raw == "STREAM")
    integrate(
      api, .reference(text, uri.span, expecting: .function), wait, mode: isEvent ? .async : .sync, at: uri.span,
      into: &context)
  }

  private func readIntegration(_ declaration: Template.Declaration, _ properties: Node, into context: inout LoadContext)
  {
    guard let api = endpoint(properties["ApiId"], expecting: .api) else { return }
    let call = IntegrationCall(properties, keys: .cloudFormation, at: declaration.keySpan, name: declaration.id)
    if properties["IntegrationSubtype"] != nil { return relateSubtype(call, from: api, into: &context) }
    guard let uri = properties["IntegrationUri"], let text = template.text(uri),
      Locator.parse(text, expecting: nil)?.kind == .function
    else { return }
    let owner = template.text(properties["ApiId"]).flatMap(self.api)
    let isWebSocket =
      owner?.type == "AWS::ApiGatewayV2::Api"
      && template.text(owner?.properties?["ProtocolType"])?.raw == "WEBSOCKET"
    let wait = CallerWait(
      caller: isWebSocket ? .webSocketAPI : .httpAPI,
      timeout: template.int(properties["TimeoutInMillis"], near: declaration.keySpan))
    integrate(
      api, .reference(text, uri.span, expecting: .function), wait, at: uri.span, name: declaration.id, into: &context)
  }

  /// What kind of endpoint a REST API of this template has.
  func endpointType(ofAPI node: Node?) -> CallerWait.Endpoint {
    guard let id = template.text(node) else { return .unresolved }
    return endpointType(api(id)?.properties)
  }

  func endpointType(_ properties: Node?) -> CallerWait.Endpoint {
    guard let configuration = template.mapping(properties)?["EndpointConfiguration"] else { return .edge }
    let types =
      template.mapping(configuration).map { template.texts($0["Types"] ?? $0["Type"]).map(\.value) }
      ?? template.texts(configuration).map(\.value)
    switch types.first?.raw {
    case "REGIONAL": return .regional
    case "PRIVATE": return .private
    case "EDGE": return .edge
    default: return .unresolved
    }
  }

  /// The OpenAPI documents of an API, inline or in a local file.
  private func bodies(_ properties: Node, context: inout LoadContext) -> [Node] {
    let inline = properties["DefinitionBody"] ?? properties["Body"]
    if let inline {
      return template.branches(inline).flatMap { included($0, context: &context) }
    }
    guard let path = template.text(properties["DefinitionUri"])?.known, !path.hasPrefix("s3:") else { return [] }
    return context.open(path, from: template.path)?.documents ?? []
  }

  /// A node itself, or the local file that an `AWS::Include` puts in its place.
  private func included(_ node: Node, context: inout LoadContext) -> [Node] {
    guard let transform = node.onlyEntry, transform.key == "Fn::Transform" else { return [node] }
    guard transform.value["Name"]?.text == "AWS::Include",
      let path = template.text(template.value(transform.value, "Parameters", "Location"))?.known, !path.hasPrefix("s3:")
    else { return [] }
    guard let opened = context.open(path, from: template.path) else {
      context.problems.note(transform.value.span, "the included file '\(path)' is missing")
      return []
    }
    return opened.documents
  }

  private func readBody(
    _ body: Node, of id: ResourceID, caller: CallerWait.Caller, _ properties: Node, into context: inout LoadContext
  ) {
    for path in template.mapping(body["paths"])?.entries ?? [] {
      for operation in template.mapping(path.value)?.entries ?? [] {
        guard let integration = template.mapping(template.value(operation.value, "x-amazon-apigateway-integration"))
        else { continue }
        relateREST(
          integration, keys: .openAPI, from: .resource(id), caller: caller, endpoint: endpointType(properties),
          at: operation.keySpan, into: &context)
      }
    }
    for schemes in [template.value(body, "components", "securitySchemes"), template.value(body, "securityDefinitions")]
    {
      for scheme in template.mapping(schemes)?.entries ?? [] {
        authorize(
          .resource(id), template.value(scheme.value, "x-amazon-apigateway-authorizer", "authorizerUri"), for: caller,
          into: &context)
      }
    }
  }
}
