import Diagnostics
import Infrastructure

extension TerraformStackReader {
  func readFunction(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let id = ids[instance.address] else { return }
    let near = instance.span
    let attributes = instance.attributes
    var function = Function(id: id, span: near)
    function.timeout = attributes.int("timeout", near: near)
    function.memory = attributes.int("memory_size", near: near)
    function.ephemeralStorage = (attributes["ephemeral_storage"] ?? .null(near)).int("size", near: near)
    function.layers = layers(attributes["layers"], near: near)
    function.runtime = attributes.string("runtime", near: near)
    function.handler = attributes.string("handler", near: near)
    function.isImage = attributes["package_type"]?.text?.raw == "Image"
    if !function.isImage { function.code = code(attributes, near: near, into: &context) }
    function.reservedConcurrency = concurrency(attributes, near: near)
    function.snapStart = (attributes["snap_start"] ?? .null(near)).string("apply_on", near: near)
      .map { $0 == "PublishedVersions" }
    function.architecture = architecture(attributes["architectures"], near: near)
    function.publishesAlias = attributes["publish"]?.bool == true
    function.logGroup = attributes["logging_config"]?.reference("log_group")
    function.roleReference = attributes.reference("role")
    function.deadLetter = attributes["dead_letter_config"]?.reference("target_arn")
    function.vpc = placement(attributes["vpc_config"])
    readEnvironment(attributes["environment"], into: &function)
    connect(function.deadLetter, .deadLetterQueue, of: .resource(id), into: &context)
    context.builder.add(function)
  }

  /// `-1` is how the provider writes that nothing is reserved.
  private func concurrency(_ attributes: TerraformValue, near span: Span) -> Setting<Int> {
    let setting = attributes.int("reserved_concurrent_executions", near: span)
    return setting.value == -1 ? .unset(near: setting.span) : setting
  }

  private func layers(_ value: TerraformValue?, near span: Span) -> Setting<Int> {
    guard let value, !value.items.isEmpty else { return .unset(near: span) }
    return .known(value.items.count, value.span)
  }

  private func architecture(_ value: TerraformValue?, near span: Span) -> Setting<String> {
    guard let first = value?.items.first, let text = first.text else { return .unset(near: span) }
    return text.known.map { .known($0, first.span) } ?? .unresolved(first.span, why: .afterApply)
  }

  private func placement(_ block: TerraformValue?) -> Placement? {
    guard let block, !block.entries.isEmpty, let list = block["subnet_ids"] else { return nil }
    let subnets = list.references
    guard !subnets.list.isEmpty || !subnets.isComplete else { return nil }
    return Placement(
      subnets: subnets.list, securityGroups: block["security_group_ids"]?.references.list ?? [],
      isComplete: subnets.isComplete,
      allowsIPv6: block.bool("ipv6_allowed_for_dual_stack", near: block.span), span: list.span)
  }

  private func readEnvironment(_ block: TerraformValue?, into function: inout Function) {
    guard let block, !block.items.isEmpty || block.isUnknown else { return }
    function.environmentSpan = block.span
    guard let variables = block["variables"] else {
      function.environmentIsOpen = block.isUnknown || block.items.contains(where: \.isUnknown)
      return
    }
    guard case .object(let entries) = variables.content else {
      function.environmentIsOpen = true
      return
    }
    for entry in entries where !entry.value.isNull { function.environment.append(variable(entry)) }
  }

  private func variable(_ entry: TerraformValue.Entry) -> EnvironmentVariable {
    let text = entry.value.text ?? ""
    let origin: EnvironmentVariable.Origin =
      entry.value.origin ?? (entry.value.isUnknown ? .unknown : text.hasSymbols ? .attribute : .literal)
    return EnvironmentVariable(
      name: entry.key, nameSpan: entry.keySpan, value: text, valueSpan: entry.value.span, origin: origin)
  }

  /// Where events go that a function handled or could not handle.
  func connect(
    _ target: Reference?, _ via: Via, of source: GraphBuilder.Endpoint, name: String? = nil,
    into context: inout LoadContext
  ) {
    guard let target else { return }
    context.builder.relate(
      draft(
        from: source, to: .reference(target.text, target.span, expecting: nil), via, .async, at: target.span,
        name: name))
  }
}

// MARK: What configures a function from outside
extension TerraformStackReader {
  func readAlias(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let id = function(instance.attributes["function_name"]) else { return }
    context.builder.update(function: id) { $0.publishesAlias = true }
  }

  func readPermission(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let function = instance.attributes.reference("function_name") else { return }
    context.builder.add(
      InvokePermission(
        function: function, principal: instance.attributes["principal"]?.text ?? "",
        source: instance.attributes.reference("source_arn"), span: instance.span))
  }

  func readInvokeConfig(_ instance: TerraformInstance, into context: inout LoadContext) {
    let attributes = instance.attributes
    guard let id = function(attributes["function_name"]) else { return }
    let destinations = attributes["destination_config"]
    let onSuccess = destinations?["on_success"]?.reference("destination")
    let onFailure = destinations?["on_failure"]?.reference("destination")
    context.builder.update(function: id) { function in
      function.maximumRetries = attributes.int("maximum_retry_attempts", near: instance.span)
      function.maximumEventAge = attributes.int("maximum_event_age_in_seconds", near: instance.span)
      function.onSuccess = onSuccess ?? function.onSuccess
      function.onFailure = onFailure ?? function.onFailure
    }
    connect(onSuccess, .onSuccess, of: .resource(id), name: instance.address, into: &context)
    connect(onFailure, .onFailure, of: .resource(id), name: instance.address, into: &context)
  }

  func readProvisionedConcurrency(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let id = function(instance.attributes["function_name"]) else { return }
    let isLatest = instance.attributes["qualifier"]?.text?.known == "$LATEST"
    let executions = instance.attributes.int("provisioned_concurrent_executions", near: instance.span)
    context.builder.update(function: id) { function in
      function.provisionedConcurrency = executions
      function.publishesAlias = !isLatest
    }
  }

  func readFunctionURL(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let id = function(instance.attributes["function_name"]) else { return }
    let url = FunctionURL(
      authorization: instance.attributes.string("authorization_type", near: instance.span),
      streams: instance.attributes["invoke_mode"]?.text?.raw == "RESPONSE_STREAM",
      span: instance.attributes["authorization_type"]?.span ?? instance.span)
    context.builder.update(function: id) { $0.url = url }
  }

  func readRecursionConfig(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let id = function(instance.attributes["function_name"]) else { return }
    let setting = instance.attributes.string("recursive_loop", near: instance.span)
    context.builder.update(function: id) { $0.recursiveLoop = setting }
  }
}
