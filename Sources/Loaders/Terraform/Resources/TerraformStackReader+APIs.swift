import Diagnostics
import Documents
import Infrastructure

extension TerraformStackReader {
  /// APIs, their integrations, authorizers and bodies; false for any other type.
  func readAPI(_ instance: TerraformInstance, into context: inout LoadContext) -> Bool {
    switch instance.type {
    case "aws_api_gateway_integration": readRESTIntegration(instance, into: &context)
    case "aws_apigatewayv2_integration": readHTTPIntegration(instance, into: &context)
    case "aws_api_gateway_authorizer", "aws_apigatewayv2_authorizer":
      let attributes = instance.attributes
      guard let api = endpoint(attributes["rest_api_id"] ?? attributes["api_id"], expecting: .api) else { return true }
      let caller: CallerWait.Caller = attributes["api_id"] == nil ? .restAPI : .httpAPI
      authorize(api, attributes["authorizer_uri"], for: caller, name: instance.address, into: &context)
    case "aws_api_gateway_rest_api", "aws_apigatewayv2_api": readDeclaredAPI(instance, into: &context)
    default: return false
    }
    return true
  }

  private func readRESTIntegration(_ instance: TerraformInstance, into context: inout LoadContext) {
    let attributes = instance.attributes
    guard let api = endpoint(attributes["rest_api_id"], expecting: .api), let uri = attributes["uri"],
      let target = integrationTarget(uri)
    else { return }
    let header = attributes["request_parameters"]?["integration.request.header.X-Amz-Invocation-Type"]?.text?.raw
    var integration = draft(
      from: api, to: target, .apiIntegration, header == "'Event'" ? .async : .sync, at: uri.span,
      name: instance.address)
    integration.wait = CallerWait(
      caller: .restAPI, endpoint: endpointType(ofAPI: attributes["rest_api_id"]),
      timeout: attributes.int("timeout_milliseconds", near: instance.span),
      streams: attributes["response_transfer_mode"]?.text?.raw == "STREAM")
    context.builder.relate(integration)
  }

  /// The function, or the queue, that an integration's URI reaches; nil for other services and plain HTTP.
  private func integrationTarget(_ uri: TerraformValue) -> GraphBuilder.Endpoint? {
    guard let text = uri.text else { return nil }
    if let locator = Locator.parse(text), locator.kind == .function || locator.kind == .queue {
      return .reference(text, uri.span, expecting: locator.kind)
    }
    let fields = text.split(on: ":", maxSplits: 5)
    guard fields.count == 6, fields[2].raw == "apigateway", fields[4].raw == "sqs", fields[5].raw.hasPrefix("path/")
    else { return nil }
    return .reference(Text(TerraformStackReader.lastPart(fields[5])), uri.span, expecting: .queue)
  }

  private func readHTTPIntegration(_ instance: TerraformInstance, into context: inout LoadContext) {
    let attributes = instance.attributes
    guard let api = endpoint(attributes["api_id"], expecting: .api) else { return }
    if let subtype = attributes["integration_subtype"]?.text, !subtype.isEmpty {
      guard let target = serviceTarget(subtype, attributes["request_parameters"]) else { return }
      context.builder.relate(
        draft(from: api, to: target, .apiIntegration, .sync, at: instance.span, name: instance.address))
      return
    }
    guard let uri = attributes["integration_uri"], let text = uri.text, Locator.parse(text)?.kind == .function else {
      return
    }
    let isWebSocket =
      attributes["api_id"]?.text.flatMap { apis[$0.raw] }?.attributes["protocol_type"]?.text?.raw == "WEBSOCKET"
    var integration = draft(
      from: api, to: .reference(text, uri.span, expecting: .function), .apiIntegration, .sync, at: uri.span,
      name: instance.address)
    integration.wait = CallerWait(
      caller: isWebSocket ? .webSocketAPI : .httpAPI,
      timeout: attributes.int("timeout_milliseconds", near: instance.span))
    context.builder.relate(integration)
  }

  /// The target of an integration with an AWS service, named in its parameters.
  private func serviceTarget(_ subtype: Text, _ parameters: TerraformValue?) -> GraphBuilder.Endpoint? {
    switch subtype.raw {
    case "SQS-SendMessage": endpoint(parameters?["QueueUrl"], expecting: .queue)
    case "EventBridge-PutEvents":
      endpoint(parameters?["EventBusName"], expecting: .bus)
        ?? parameters.map { .reference("default", $0.span, expecting: .bus) }
    case "Kinesis-PutRecord": endpoint(parameters?["StreamName"], expecting: .stream)
    case "StepFunctions-StartExecution", "StepFunctions-StartSyncExecution":
      endpoint(parameters?["StateMachineArn"], expecting: .stateMachine)
    default: nil
    }
  }

  private func endpointType(ofAPI value: TerraformValue?) -> CallerWait.Endpoint {
    guard let id = value?.text, let api = apis[id.raw] else { return .unresolved }
    return endpointType(api)
  }

  private func endpointType(_ api: TerraformInstance) -> CallerWait.Endpoint {
    guard let block = api.attributes["endpoint_configuration"] else { return .edge }
    if block.isUnknown || block.items.isEmpty { return .edge }
    switch block["types"]?.texts.first?.value.raw {
    case "REGIONAL": return .regional
    case "PRIVATE": return .private
    case "EDGE": return .edge
    default: return .unresolved
    }
  }

  private func authorize(
    _ api: GraphBuilder.Endpoint, _ uri: TerraformValue?, for caller: CallerWait.Caller, name: String,
    into context: inout LoadContext
  ) {
    guard let uri, let function = endpoint(uri, expecting: .function) else { return }
    var call = draft(from: api, to: function, .authorizer, .sync, at: uri.span, name: name)
    call.wait = CallerWait(caller: caller, timeout: .unset(near: uri.span))
    context.builder.relate(call)
  }

  private func readDeclaredAPI(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let id = ids[instance.address] else { return }
    let isREST = instance.type == "aws_api_gateway_rest_api"
    if let target = instance.attributes["target"], let function = endpoint(target, expecting: .function) {
      var integration = draft(from: .resource(id), to: function, .apiIntegration, .sync, at: target.span)
      integration.wait = CallerWait(caller: .httpAPI, timeout: .unset(near: target.span))
      context.builder.relate(integration)
    }
    guard let body = description(instance.attributes["body"]) else { return }
    let type = isREST ? endpointType(instance) : .unresolved
    readBody(body, of: id, caller: isREST ? .restAPI : .httpAPI, endpoint: type, into: &context)
  }

  /// An OpenAPI document, which may be YAML as well.
  private func description(_ value: TerraformValue?) -> Node? {
    if let document = value?.document { return document }
    guard let value, case .string(let text) = value.content else { return nil }
    var problems = Problems()
    let file = SourceFile(path: "", bytes: Array(text.raw.utf8))
    let root = try? DocumentReader.read(file, id: value.span.file, problems: &problems).first
    // Offsets inside the text mean nothing in the file that holds it.
    return root.map { TerraformValue($0).placed(at: value.span).node }
  }

  private func readBody(
    _ body: Node, of id: ResourceID, caller: CallerWait.Caller, endpoint type: CallerWait.Endpoint,
    into context: inout LoadContext
  ) {
    for operation in body["paths"]?.entries.flatMap(\.value.entries) ?? [] {
      guard let block = operation.value["x-amazon-apigateway-integration"] else { continue }
      let settings = TerraformValue(block)
      guard let uri = settings["uri"], let target = integrationTarget(uri) else { continue }
      let header = settings["requestParameters"]?["integration.request.header.X-Amz-Invocation-Type"]?.text?.raw
      var integration = draft(
        from: .resource(id), to: target, .apiIntegration, header == "'Event'" ? .async : .sync, at: uri.span)
      integration.wait = CallerWait(
        caller: caller, endpoint: type, timeout: settings.int("timeoutInMillis", near: block.span),
        streams: settings["responseTransferMode"]?.text?.raw == "STREAM")
      context.builder.relate(integration)
    }
    for schemes in [body["components"]?["securitySchemes"], body["securityDefinitions"]] {
      for scheme in schemes?.entries ?? [] {
        guard let uri = scheme.value["x-amazon-apigateway-authorizer"]?["authorizerUri"] else { continue }
        authorize(.resource(id), TerraformValue(uri), for: caller, name: scheme.key, into: &context)
      }
    }
  }
}
