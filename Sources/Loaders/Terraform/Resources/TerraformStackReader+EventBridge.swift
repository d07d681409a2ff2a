import Diagnostics
import Documents
import Infrastructure

extension TerraformStackReader {
  func readRule(_ instance: TerraformInstance, into context: inout LoadContext) {
    let attributes = instance.attributes
    guard let id = ids[instance.address], let value = attributes["event_pattern"], value.text?.isEmpty != true else {
      return
    }
    let bus =
      endpoint(attributes["event_bus_name"], expecting: .bus)
      ?? .reference("default", instance.span, expecting: .bus)
    var matching = draft(from: bus, to: .resource(id), .rulePattern, .async, at: value.span)
    matching.filter = pattern(value).map { .patterns([$0]) } ?? .unresolved(value.span)
    matching.isEnabled = state(attributes, near: instance.span)
    context.builder.relate(matching)
  }

  /// `state`, or `is_enabled` before version 5 of the provider.
  private func state(_ attributes: TerraformValue, near span: Span) -> Setting<Bool> {
    let state = attributes.string("state", near: span).map { $0 != "DISABLED" }
    let enabled = attributes.bool("is_enabled", near: span)
    return state.isUnset || enabled.value == false ? enabled : state
  }

  func readRuleTarget(_ instance: TerraformInstance, into context: inout LoadContext) {
    let attributes = instance.attributes
    guard let rule = attributes["rule"], let text = rule.text, let to = endpoint(attributes["arn"]) else { return }
    let name = text.raw.hasPrefix("arn:") ? text : Text(TerraformStackReader.lastPart(text))
    let source = GraphBuilder.Endpoint.reference(name, rule.span, expecting: .rule)
    var delivery = draft(from: source, to: to, .ruleTarget, .async, at: instance.span, name: instance.address)
    delivery.deadLetter = attributes["dead_letter_config"]?.reference("arn")
    context.builder.relate(delivery)
    deadLetter(delivery.deadLetter, of: source, into: &context)
  }

  func readSchedule(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let id = ids[instance.address], let target = instance.attributes["target"],
      let to = scheduledTarget(target)
    else { return }
    var delivery = draft(from: .resource(id), to: to, .schedule, .async, at: target.span)
    delivery.isEnabled = state(instance.attributes, near: instance.span)
    delivery.deadLetter = target["dead_letter_config"]?.reference("arn")
    context.builder.relate(delivery)
    deadLetter(delivery.deadLetter, of: .resource(id), into: &context)
  }

  /// A schedule's target: an ARN, or the function named in the input of the universal `lambda:invoke` target.
  private func scheduledTarget(_ target: TerraformValue) -> GraphBuilder.Endpoint? {
    guard let arn = target["arn"], let text = arn.text else { return nil }
    guard text.raw.range(of: ":aws-sdk:lambda:invoke") != nil else { return endpoint(arn) }
    guard let name = target["input"]?.document?["FunctionName"]?.text else { return nil }
    return .reference(Text(name), arn.span, expecting: .function)
  }

  func readPipe(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let id = ids[instance.address] else { return }
    let attributes = instance.attributes
    if let role = attributes.reference("role_arn") { context.builder.identify(id, as: role, scope: scope) }
    if let source = endpoint(attributes["source"]) {
      var polled = draft(from: source, to: .resource(id), .pipeSource, .poll, at: instance.span)
      polled.filter = filter(attributes["source_parameters"]?["filter_criteria"])
      polled.isEnabled = attributes.string("desired_state", near: instance.span).map { $0 != "STOPPED" }
      context.builder.relate(polled)
    }
    if let value = attributes["enrichment"], let enrichment = endpoint(value) {
      context.builder.relate(draft(from: .resource(id), to: enrichment, .pipeEnrichment, .sync, at: value.span))
    }
    guard let value = attributes["target"], let target = endpoint(value) else { return }
    let parameters = attributes["target_parameters"]
    let invocation = ["lambda_function_parameters", "step_function_state_machine_parameters"].lazy.compactMap {
      parameters?[$0]?["invocation_type"]?.text
    }.first
    var delivery = draft(
      from: .resource(id), to: target, .pipeTarget, PipeTarget.mode(value.text, invocation: invocation?.raw),
      at: value.span)
    delivery.emission = emission(parameters?["eventbridge_event_bus_parameters"])
    context.builder.relate(delivery)
  }

  /// What a pipe puts on a bus, as far as its parameters say so.
  private func emission(_ parameters: TerraformValue?) -> Emission? {
    guard let parameters else { return nil }
    return Emission(
      actions: ["events:PutEvents"], sources: parameters["source"]?.text?.known.map { [$0] } ?? [],
      detailTypes: parameters["detail_type"]?.text?.known.map { [$0] } ?? [])
  }

  func readStateMachine(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let id = ids[instance.address] else { return }
    let definition = instance.attributes["definition"]?.document
    let tasks = definition.map { StateMachineDefinition.tasks($0, using: LiteralEvaluator()) }
    // Where the definition tells all of it, what else the role permits makes no difference.
    if tasks?.contains(where: { $0.target == nil }) ?? true, let role = instance.attributes.reference("role_arn") {
      context.builder.identify(id, as: role, scope: scope)
    }
    for task in tasks ?? [] {
      guard let target = task.target else { continue }
      var call = draft(
        from: .resource(id), to: .reference(target, task.span, expecting: task.kind), .stateMachineTask, task.mode,
        at: task.span, name: task.name)
      call.emission = task.emission
      call.wait = CallerWait(
        caller: .other, timeout: task.timeout.map { $0.multipliedReportingOverflow(by: 1000).partialValue })
      context.builder.relate(call)
    }
  }
}
