import Diagnostics
import Documents
import Infrastructure

extension ServiceEventReader {
  func readLogs(_ event: ServiceEvent, into context: inout LoadContext) {
    let value = event.value
    let groups = value.isMapping ? value.given("logGroup")?.list ?? [value] : value.list
    for group in groups {
      guard let from = reader.endpoint(group, expecting: .logGroup) else { continue }
      var subscription = reader.draft(from: from, to: target, .logSubscription, .async, at: event.span)
      if let pattern = template.text(value.given("filter")), !pattern.isEmpty {
        subscription.filter = .logLines(pattern)
      }
      subscription.isEnabled = template.bool(value.given("enabled"), near: event.span)
      context.builder.relate(subscription)
    }
  }

  mutating func readTopicRule(_ event: ServiceEvent, into context: inout LoadContext) {
    topicRules += 1
    let name = ServiceName.resource(key) + "IotTopicRule\(topicRules)"
    let rule = context.builder.declare(
      .iotRule, name: name, physicalName: template.text(event.value.given("name")), span: event.span,
      scope: reader.scope)
    reader.connectTopicRule(rule, sql: event.value.given("sql"), into: &context)
    var action = reader.draft(from: .resource(rule), to: target, .iotRuleAction, .async, at: event.span)
    action.isEnabled = template.bool(event.value.given("enabled"), near: event.span)
    context.builder.relate(action)
  }

  func readUserPool(_ event: ServiceEvent, into context: inout LoadContext) {
    guard let pool = event.value.given("pool") else { return }
    var from = reader.endpoint(pool, expecting: .userPool)
    if let name = pool.text, let made = reader.ids[ServiceName.userPool(name)] { from = .resource(made) }
    guard let from else { return }
    let trigger = event.value.given("trigger")?.text ?? ""
    let isAsync = trigger == "CustomEmailSender" || trigger == "CustomSMSSender"
    var waking = reader.draft(from: from, to: target, .userPoolTrigger, isAsync ? .async : .sync, at: event.span)
    waking.filter = UserPoolTrigger.filter(of: [trigger])
    context.builder.relate(waking)
  }

  func readLoadBalancer(_ event: ServiceEvent, position: Int, into context: inout LoadContext) {
    let name = ServiceName.resource(key) + "AlbTargetGroup\(position)"
    let group = context.builder.declare(.loadBalancer, name: name, span: event.span, scope: reader.scope)
    context.builder.relate(
      reader.draft(from: .resource(group), to: target, .loadBalancerTarget, .sync, at: event.span))
  }

  func readDistribution(_ event: ServiceEvent, into context: inout LoadContext) {
    let from = GraphBuilder.Endpoint.reference(
      .symbol("CloudFrontDistribution", scope: reader.scope), event.span, expecting: .distribution)
    context.builder.relate(reader.draft(from: from, to: target, .edge, .sync, at: event.span))
    context.builder.update(function: id) { $0.isEdge = true }
  }
}

extension ServiceEventReader {
  // MARK: APIs

  mutating func readREST(_ event: ServiceEvent, into context: inout LoadContext) {
    let value = event.value
    let integration = value.given("integration")?.text?.lowercased() ?? "lambda-proxy"
    guard integration.hasPrefix("lambda") || integration == "aws_proxy" || integration == "aws" else { return }
    let settings = service.provider.given("apiGateway")
    let given = settings?.given("restApiId")
    let api =
      given.flatMap { reader.endpoint($0, expecting: .api) } ?? made(ServiceName.restAPI, at: given?.span ?? event.span)
    let wait = CallerWait(
      caller: .restAPI, endpoint: given == nil ? endpointType : .unresolved,
      timeout: template.int(value.given("timeoutInMillis") ?? settings?.given("timeoutInMillis"), near: event.span),
      streams: value.given("response")?.given("transferMode")?.text?.uppercased() == "STREAM")
    reader.integrate(
      api, target, wait, mode: value.given("async")?.bool == true ? .async : .sync, at: event.span,
      name: route(event), into: &context)
    authorize(value.given("authorizer"), from: api, for: .restAPI, into: &context)
  }

  private var endpointType: CallerWait.Endpoint {
    guard let type = service.provider.given("endpointType") else { return .edge }
    switch type.text?.uppercased() {
    case "REGIONAL": return .regional
    case "PRIVATE": return .private
    case "EDGE": return .edge
    default: return .unresolved
    }
  }

  mutating func readHTTP(_ event: ServiceEvent, into context: inout LoadContext) {
    let settings = service.provider.given("httpApi")
    let given = settings?.given("id")
    let api = given.flatMap { reader.endpoint($0, expecting: .api) } ?? made(ServiceName.httpAPI, at: event.span)
    let wait = CallerWait(caller: .httpAPI, timeout: .unset(near: event.span))
    reader.integrate(api, target, wait, at: event.span, name: route(event), into: &context)
    guard let authorizer = event.value.given("authorizer") else { return }
    let name = authorizer.text ?? authorizer.given("name")?.text
    guard let declared = name.flatMap({ settings?.given("authorizers")?.given($0) }) else { return }
    if let key = declared.given("functionName")?.text {
      authorize(.string(key, at: authorizer.span), from: api, for: .httpAPI, into: &context)
    } else if let arn = declared.given("functionArn") {
      authorize(arn, from: api, for: .httpAPI, into: &context)
    }
  }

  mutating func readWebSocket(_ event: ServiceEvent, into context: inout LoadContext) {
    let given = service.provider.given("apiGateway")?.given("websocketApiId")
    let api = given.flatMap { reader.endpoint($0, expecting: .api) } ?? made(ServiceName.webSocketAPI, at: event.span)
    let wait = CallerWait(caller: .webSocketAPI, timeout: .unset(near: event.span))
    let name = event.value.text ?? event.value.given("route")?.text
    reader.integrate(api, target, wait, at: event.span, name: name, into: &context)
    authorize(event.value.given("authorizer"), from: api, for: .webSocketAPI, into: &context)
  }

  private func made(_ id: String, at span: Span) -> GraphBuilder.Endpoint {
    reader.ids[id].map { .resource($0) } ?? .reference(.symbol(id, scope: reader.scope), span, expecting: .api)
  }

  private func route(_ event: ServiceEvent) -> String? {
    if let text = event.value.text { return text }
    guard let path = event.value.given("path")?.text else { return nil }
    return (event.value.given("method")?.text.map { $0.uppercased() + " " } ?? "") + path
  }

  /// Relates an API to the function that authorizes its calls: a function's key, an ARN, or settings with either.
  private mutating func authorize(
    _ node: Node?, from api: GraphBuilder.Endpoint, for caller: CallerWait.Caller, into context: inout LoadContext
  ) {
    guard let node else { return }
    let written = node.isMapping ? node.given("arn") ?? node.given("name") ?? node : node
    var function: GraphBuilder.Endpoint?
    var name: Text?
    if let key = written.text, let declared = service.function(key) {
      function = reader.ids[declared.id].map { .resource($0) }
      name = Text(key)
    } else if let text = template.text(written), Locator.parse(text, expecting: nil)?.kind == .function {
      function = .reference(text, written.span, expecting: .function)
      name = text
    }
    guard let function, let name, authorizers.insert(name).inserted else { return }
    var call = reader.draft(from: api, to: function, .authorizer, .sync, at: written.span)
    call.wait = CallerWait(caller: caller, timeout: .unset(near: written.span))
    context.builder.relate(call)
  }
}
