import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  func readRule(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = ids[declaration], let properties = template.mapping(declaration.properties) else { return }
    connectRule(id, properties, pattern: properties["EventPattern"], at: declaration.keySpan, into: &context)
    for target in template.items(properties["Targets"]) {
      guard let target = template.mapping(target), let to = endpoint(target["Arn"]) else { continue }
      relateTarget(
        target, from: .resource(id), to: to, .ruleTarget, at: target["Arn"]?.span ?? target.span,
        state: properties["EventPattern"] == nil ? properties : nil, into: &context)
    }
  }

  /// Where a bus leaves what it could not deliver.
  func readBus(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = ids[declaration] else { return }
    let target = template.reference(to: template.value(declaration.properties, "DeadLetterConfig", "Arn"))
    deadLetter(target, of: .resource(id), into: &context)
  }

  /// Relates a rule's bus to the rule, where it has a pattern.
  func connectRule(_ id: ResourceID, _ properties: Node, pattern: Node?, at span: Span, into context: inout LoadContext)
  {
    guard let pattern else { return }
    let bus = properties["EventBusName"].flatMap { endpoint($0, expecting: .bus) }
    var matching = draft(
      from: bus ?? .reference("default", span, expecting: .bus), to: .resource(id), .rulePattern, .async,
      at: pattern.span)
    matching.filter =
      EventPatternReader.patternOrJSON(pattern, using: template).map { .patterns([$0]) } ?? .unresolved(pattern.span)
    matching.isEnabled = ruleState(properties, near: span)
    context.builder.relate(matching)
  }

  private func ruleState(_ properties: Node, near span: Span) -> Setting<Bool> {
    if let enabled = properties["Enabled"] { return template.bool(enabled, near: span) }
    return template.string(properties["State"], near: span).map { $0 != "DISABLED" }
  }

  /// Relates a rule or schedule to a target, with the target's own dead-letter queue.
  func relateTarget(
    _ target: Node, from source: GraphBuilder.Endpoint, to: GraphBuilder.Endpoint, _ via: Via, at span: Span,
    name: String? = nil, state: Node? = nil, into context: inout LoadContext
  ) {
    var delivery = draft(from: source, to: to, via, .async, at: span, name: name)
    if let state { delivery.isEnabled = ruleState(state, near: span) }
    delivery.deadLetter = template.reference(to: template.value(target, "DeadLetterConfig", "Arn"))
    context.builder.relate(delivery)
    deadLetter(delivery.deadLetter, of: source, into: &context)
  }

  func readSchedule(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = ids[declaration], let properties = template.mapping(declaration.properties),
      let target = template.mapping(properties["Target"]), let to = scheduledTarget(target)
    else { return }
    var delivery = draft(
      from: .resource(id), to: to, .schedule, .async, at: target["Arn"]?.span ?? declaration.keySpan)
    delivery.isEnabled = ruleState(properties, near: declaration.keySpan)
    delivery.deadLetter = template.reference(to: template.value(target, "DeadLetterConfig", "Arn"))
    context.builder.relate(delivery)
    deadLetter(delivery.deadLetter, of: .resource(id), into: &context)
  }

  /// A schedule's target: an ARN, or the function named in the input of the universal `lambda:invoke` target.
  private func scheduledTarget(_ target: Node) -> GraphBuilder.Endpoint? {
    guard let arn = target["Arn"], let text = template.text(arn) else { return nil }
    guard text.raw.range(of: ":aws-sdk:lambda:invoke") != nil, let input = template.text(target["Input"]) else {
      return .reference(text, arn.span, expecting: nil)
    }
    guard let name = EmbeddedJSON.read(input.raw, span: arn.span)?["FunctionName"]?.text else { return nil }
    return .reference(Text(name), arn.span, expecting: .function)
  }

  func readPipe(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = ids[declaration], let properties = template.mapping(declaration.properties) else { return }
    if let source = endpoint(properties["Source"]) {
      var polled = draft(from: source, to: .resource(id), .pipeSource, .poll, at: declaration.keySpan)
      polled.filter = EventPatternReader.filterCriteria(
        template.value(properties, "SourceParameters", "FilterCriteria"), using: template)
      polled.isEnabled = template.string(properties["DesiredState"], near: declaration.keySpan).map { $0 != "STOPPED" }
      context.builder.relate(polled)
    }
    if let node = properties["Enrichment"], let enrichment = endpoint(node) {
      context.builder.relate(draft(from: .resource(id), to: enrichment, .pipeEnrichment, .sync, at: node.span))
    }
    if let node = properties["Target"], let target = endpoint(node) {
      let parameters = template.value(properties, "TargetParameters")
      let invocation =
        template.text(template.value(parameters, "LambdaFunctionParameters", "InvocationType"))
        ?? template.text(template.value(parameters, "StepFunctionStateMachineParameters", "InvocationType"))
      var delivery = draft(
        from: .resource(id), to: target, .pipeTarget,
        PipeTarget.mode(template.text(node), invocation: invocation?.raw), at: node.span)
      delivery.emission = pipeEmission(template.value(parameters, "EventBridgeEventBusParameters"))
      context.builder.relate(delivery)
    }
  }

  /// What a pipe puts on a bus, as far as its parameters say so.
  private func pipeEmission(_ parameters: Node?) -> Emission? {
    guard let parameters else { return nil }
    return Emission(
      actions: ["events:PutEvents"],
      sources: template.text(template.value(parameters, "Source"))?.known.map { [$0] } ?? [],
      detailTypes: template.text(template.value(parameters, "DetailType"))?.known.map { [$0] } ?? [])
  }

  func readAlarm(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let properties = template.mapping(declaration.properties) else { return }
    readAlarmActions(declaration, properties, into: &context)
    let metrics: [Node] =
      properties["MetricName"] != nil
      ? [properties] : template.items(properties["Metrics"]).compactMap { template.value($0, "MetricStat", "Metric") }
    for metric in metrics {
      let dimensions = template.items(template.value(metric, "Dimensions")).compactMap { node -> Alarm.Dimension? in
        guard let name = template.text(template.value(node, "Name"))?.raw,
          let value = template.text(template.value(node, "Value"))
        else { return nil }
        return Alarm.Dimension(name: name, value: value)
      }
      context.builder.add(
        Alarm(
          span: declaration.keySpan, namespace: template.text(template.value(metric, "Namespace")) ?? "",
          metric: template.text(template.value(metric, "MetricName")) ?? "", dimensions: dimensions))
    }
  }

  func readScalableTarget(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let resource = template.text(value(declaration, "ResourceId")) else { return }
    context.builder.add(ScalingTarget(resource: resource, span: declaration.keySpan))
  }
}
