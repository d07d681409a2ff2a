import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  /// An integration of an API as it is written.
  struct IntegrationCall {
    let node: Node
    let keys: IntegrationKeys
    let span: Span
    let name: String?

    init(_ node: Node, keys: IntegrationKeys, at span: Span, name: String? = nil) {
      self.node = node
      self.keys = keys
      self.span = span
      self.name = name
    }

    subscript(key: String) -> Node? { node[keys(key)] }
  }

  /// Relates a REST API to the service that it calls without a function between.
  func relateService(
    _ uri: Node, _ text: Text, _ call: IntegrationCall, from api: GraphBuilder.Endpoint,
    into context: inout LoadContext
  ) {
    let method = template.text(call["IntegrationHttpMethod"] ?? call["HttpMethod"])?.raw ?? ""
    let parameters = (template.mapping(call["RequestParameters"])?.entries ?? []).compactMap { entry -> Text? in
      let name = entry.key.split(separator: ".").last ?? ""
      return template.text(entry.value).map { Text("\(name)=") + $0 }
    }
    let templates = (template.mapping(call["RequestTemplates"])?.entries ?? []).compactMap { template.text($0.value) }
    guard let service = ServiceIntegration(uri: text, method: method, request: parameters + templates) else { return }
    relate(api, service, at: uri.span, name: call.name, into: &context)
  }

  /// Relates an HTTP API to the service that it calls without a function between.
  func relateSubtype(_ call: IntegrationCall, from api: GraphBuilder.Endpoint, into context: inout LoadContext) {
    guard let node = call["IntegrationSubtype"], let subtype = template.text(node)?.known else { return }
    var parameters: [String: Text] = [:]
    for entry in template.mapping(call["RequestParameters"])?.entries ?? [] {
      parameters[entry.key] = template.text(entry.value)
    }
    guard let service = ServiceIntegration(subtype: subtype, parameters: parameters) else { return }
    relate(api, service, at: node.span, name: call.name, into: &context)
  }

  private func relate(
    _ api: GraphBuilder.Endpoint, _ service: ServiceIntegration, at span: Span, name: String?,
    into context: inout LoadContext
  ) {
    var call = draft(
      from: api, to: .reference(service.target, span, expecting: service.kind), .apiIntegration, .sync, at: span,
      name: name)
    call.emission = service.emission
    context.builder.relate(call)
  }
}
