import Diagnostics
import Documents
import Infrastructure

extension ServiceTemplate {
  /// Adds a function with its settings, its asynchronous configuration and its URL.
  mutating func add(_ function: ServiceFunction) {
    let node = function.node
    let provider = service.provider
    func setting(_ key: String) -> Node? { node.given(key) ?? provider.given(key) }
    let name = node.given("name") ?? .string(service.functionName(function.key), at: function.keySpan)
    let image = node.given("image")
    names[function.id] = function.key
    // State machines may call functions by their keys.
    if !isDeclared(function.key) {
      generated[function.key] = "AWS::Lambda::Function"
      physicalNames[function.key] = name.text.map { Text($0) }
    }
    add(
      function.id, "AWS::Lambda::Function",
      [
        ("FunctionName", name), ("Handler", node.given("handler")),
        ("Runtime", image == nil ? setting("runtime") : node.given("runtime")),
        ("PackageType", image.map { .string("Image", at: $0.span) }),
        ("Timeout", setting("timeout")), ("MemorySize", setting("memorySize")),
        ("EphemeralStorage", node.given("ephemeralStorageSize").map { .mapping([("Size", $0)], at: $0.span) }),
        ("Layers", setting("layers")), ("ReservedConcurrentExecutions", node.given("reservedConcurrency")),
        ("ProvisionedConcurrencyConfig", provisioned(node.given("provisionedConcurrency"))),
        ("RecursiveLoop", setting("recursiveLoop")), ("SnapStart", snapStart(node.given("snapStart"))),
        ("Architectures", setting("architecture").map { .sequence([$0], at: $0.span) }),
        ("Environment", environment(of: function)), ("VpcConfig", placement(node)),
        ("DeadLetterConfig", node.given("onError").map { .mapping([("TargetArn", $0)], at: $0.span) }),
        ("Role", role(of: function)),
      ], at: function.keySpan)
    addInvokeConfig(of: function)
    addURL(of: function)
    addNames(of: function, name: name)
  }

  private func provisioned(_ node: Node?) -> Node? {
    guard let node else { return nil }
    return .mapping([("ProvisionedConcurrentExecutions", node.given("executions") ?? node)], at: node.span)
  }

  private func snapStart(_ node: Node?) -> Node? {
    guard let node, node.bool != false else { return nil }
    return .mapping([("ApplyOn", .string("PublishedVersions", at: node.span))], at: node.span)
  }

  /// The provider's variables with the function's own laid over them.
  private func environment(of function: ServiceFunction) -> Node? {
    let own = function.node.given("environment")
    let shared = service.provider.given("environment")
    guard let block = own ?? shared else { return nil }
    guard own?.isMapping ?? true, shared?.isMapping ?? true else {
      let known = [shared, own].compactMap { $0 }.first { $0.isMapping }
      return .mapping([("Variables", known ?? block)], at: block.span)
    }
    var entries = shared?.entries.filter { own?.entry($0.key) == nil } ?? []
    entries += own?.entries ?? []
    let variables = Node(entries: entries.filter { !$0.value.isNull }, block.span)
    return .mapping([("Variables", variables)], at: block.span)
  }

  /// Whether the environment has a part that can't be read.
  func hasOpenEnvironment(_ function: ServiceFunction) -> Bool {
    [function.node.given("environment"), service.provider.given("environment")].contains { $0?.isMapping == false }
  }

  private func placement(_ node: Node) -> Node? {
    if let own = node["vpc"], own.isNull || own.bool == false || own.text == "~" { return nil }
    let own = node.given("vpc")
    let shared = service.provider.given("vpc")
    guard let block = own ?? shared else { return nil }
    if block.text?.isEmpty == true || block.bool == false { return nil }
    if block.text != nil { return .mapping([("SubnetIds", block)], at: block.span) }
    func value(_ key: String) -> Node? { own?.given(key) ?? shared?.given(key) }
    return .mapping(
      [
        ("SubnetIds", value("subnetIds")), ("SecurityGroupIds", value("securityGroupIds")),
        ("Ipv6AllowedForDualStack", value("ipv6AllowedForDualStack")),
      ], at: block.span)
  }

  private mutating func addInvokeConfig(of function: ServiceFunction) {
    let node = function.node
    let destinations = node.given("destinations")
    let retries = node.given("maximumRetryAttempts")
    let age = node.given("maximumEventAge")
    guard destinations != nil || retries != nil || age != nil else { return }
    func side(_ key: String) -> Node? {
      guard let target = destinations?.given(key) else { return nil }
      return .mapping([("Destination", destination(target))], at: target.span)
    }
    let span = destinations?.span ?? function.keySpan
    add(
      ServiceName.invokeConfig(function.key), "AWS::Lambda::EventInvokeConfig",
      [
        ("FunctionName", .reference(to: function.id, at: span)), ("MaximumRetryAttempts", retries),
        ("MaximumEventAgeInSeconds", age),
        (
          "DestinationConfig",
          .mapping([("OnSuccess", side("onSuccess")), ("OnFailure", side("onFailure"))], at: span)
        ),
      ], at: function.keySpan)
  }

  /// A destination: the key of a function of this service, an ARN, or an ARN with its type.
  private func destination(_ node: Node) -> Node {
    if let key = node.text, service.function(key) != nil {
      return .arn(of: ServiceName.function(key), at: node.span)
    }
    return node.given("arn") ?? node
  }

  private mutating func addURL(of function: ServiceFunction) {
    guard let url = function.node.given("url"), url.bool != false else { return }
    let isPrivate = url.given("authorizer")?.text == "aws_iam"
    let isStream = url.given("invokeMode")?.text == "RESPONSE_STREAM"
    let span = url.given("authorizer")?.span ?? url.span
    add(
      ServiceName.url(function.key), "AWS::Lambda::Url",
      [
        ("TargetFunctionArn", .arn(of: function.id, at: span)),
        ("AuthType", .string(isPrivate ? "AWS_IAM" : "NONE", at: span)),
        ("InvokeMode", isStream ? .string("RESPONSE_STREAM", at: span) : nil),
      ], at: url.span)
  }

  /// The other ids that the Framework makes for a function.
  private mutating func addNames(of function: ServiceFunction, name: Node) {
    let group = ServiceName.logGroup(function.key)
    generated[group] = "AWS::Logs::LogGroup"
    if let text = name.text { physicalNames[group] = Text("/aws/lambda/\(text)") }
    for alias in ["ProvConcLambdaAlias", "SnapStartLambdaAlias"] {
      let id = ServiceName.resource(function.key) + alias
      generated[id] = "AWS::Lambda::Function"
      physicalNames[id] = name.text.map { Text($0) }
    }
  }
}
