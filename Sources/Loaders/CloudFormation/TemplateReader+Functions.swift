import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  func readFunction(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = ids[declaration] else { return }
    context.builder.add(function(declaration, id: id, into: &context))
  }

  /// The settings that a function has in CloudFormation and SAM alike.
  private func function(
    _ declaration: Template.Declaration, id: ResourceID, into context: inout LoadContext
  ) -> Function {
    let properties = declaration.properties
    var function = Function(id: id, span: declaration.keySpan)
    var parts = FunctionParts()
    for entry in properties?.entries ?? [] where !readSetting(entry, into: &function) { parts.take(entry) }
    if !function.isImage { function.code = code(of: declaration, parts, runtime: function.runtime, into: &context) }
    function.roleReference = template.reference(to: parts.role)
    function.deadLetter = template.reference(
      to: template.value(parts.deadLetterConfiguration, "TargetArn")
        ?? template.value(parts.deadLetterQueue, "TargetArn"))
    if let block = parts.environment { readEnvironment(block, into: &function, context: &context) }
    noteOrigins(of: properties, into: &context)
    if declaration.type == "AWS::Serverless::Function" {
      readServerlessSettings(declaration, parts, into: &function, context: &context)
    }
    connectFailures(of: function, into: &context)
    return function
  }

  /// Reads a property that is one setting of a function.
  ///
  /// - Returns: whether it is one.
  private func readSetting(_ property: Node.Entry, into function: inout Function) -> Bool {
    let (value, near) = (property.value, function.span)
    switch Keyword(property.key) {
    case "Timeout": function.timeout = template.int(value, near: near)
    case "MemorySize": function.memory = template.int(value, near: near)
    case "Runtime": function.runtime = template.string(value, near: near)
    case "Handler": function.handler = template.string(value, near: near)
    case "EphemeralStorage": function.ephemeralStorage = template.int(template.value(value, "Size"), near: near)
    case "Layers": function.layers = layers(value)
    case "PackageType": function.isImage = template.text(value)?.raw == "Image"
    case "ReservedConcurrentExecutions": function.reservedConcurrency = template.int(value, near: near)
    case "RecursiveLoop": function.recursiveLoop = template.string(value, near: near)
    case "SnapStart":
      function.snapStart = template.string(template.value(value, "ApplyOn"), near: near)
        .map { $0 == "PublishedVersions" }
    case "Architectures": function.architecture = template.string(template.items(value).first, near: near)
    case "ProvisionedConcurrencyConfig":
      function.provisionedConcurrency = template.int(
        template.value(value, "ProvisionedConcurrentExecutions"), near: near)
    case "AutoPublishAlias": function.publishesAlias = true
    case "LoggingConfig": function.logGroup = template.reference(to: template.value(value, "LogGroup"))
    case "VpcConfig": function.vpc = placement(value)
    default: return false
    }
    return true
  }

  /// Where events go that a function could not handle.
  private func connectFailures(of function: Function, into context: inout LoadContext) {
    relate(function.id, to: function.deadLetter, .deadLetterQueue, into: &context)
    relate(function.id, to: function.onSuccess, .onSuccess, into: &context)
    relate(function.id, to: function.onFailure, .onFailure, into: &context)
  }

  private func relate(
    _ function: ResourceID, to target: Reference?, _ via: Via, name: String? = nil, into context: inout LoadContext
  ) {
    guard let target else { return }
    context.builder.relate(
      draft(
        from: .resource(function), to: .reference(target.text, target.span, expecting: nil), via, .async,
        at: target.span, name: name))
  }

  private func layers(_ node: Node) -> Setting<Int> {
    let isList = template.branches(node).allSatisfy(\.isSequence)
    return isList ? .known(template.items(node).count, node.span) : .unresolved(node.span, why: .noList)
  }

  private func placement(_ node: Node?) -> Placement? {
    guard let node = template.mapping(node) else { return nil }
    let subnets = references(node["SubnetIds"])
    guard !subnets.list.isEmpty || !subnets.isComplete else { return nil }
    return Placement(
      subnets: subnets.list, securityGroups: references(node["SecurityGroupIds"]).list, isComplete: subnets.isComplete,
      allowsIPv6: template.bool(node["Ipv6AllowedForDualStack"], near: node.span),
      span: node["SubnetIds"]?.span ?? node.span)
  }

  /// The references of a list; incomplete where it is one unknown list.
  func references(_ node: Node?) -> (list: [Reference], isComplete: Bool) {
    guard let node else { return ([], true) }
    let items = template.items(node)
    let isList = template.branches(node).allSatisfy(\.isSequence)
    let list = items.compactMap { template.reference(to: $0) }
    return (list, isList && list.count == items.count && !template.isUndecided(node))
  }

  private func readEnvironment(_ block: Node, into function: inout Function, context: inout LoadContext) {
    function.environmentSpan = block.span
    guard let variables = template.value(block, "Variables"), let mapping = template.mapping(variables) else {
      function.environmentIsOpen = true
      return
    }
    let entries = mapping.entries
    function.environment.reserveCapacity(entries.count)
    for entry in entries { function.environment.append(variable(entry)) }
    noteOrigins(of: mapping, into: &context)
  }

  private func variable(_ entry: Node.Entry) -> EnvironmentVariable {
    let node =
      entry.value.onlyValue(of: "Fn::If") == nil
      ? entry.value : template.branches(entry.value).first ?? entry.value
    let value = template.text(node) ?? ""
    return EnvironmentVariable(
      name: entry.key, nameSpan: entry.keySpan, value: value, valueSpan: entry.value.span,
      origin: origin(of: node, value))
  }

  /// Where the value of an environment variable comes from.
  private func origin(of node: Node, _ value: Text) -> EnvironmentVariable.Origin {
    guard value.hasSymbols else { return .literal }
    if let parameter = template.parameter(behind: node) { return origin(of: parameter) }
    let isAttribute = node.onlyEntry.map { $0.key == "Ref" || $0.key == "Fn::GetAtt" } ?? false
    if isAttribute, !FrameworkSymbol.mayOccur(in: value) { return .attribute }
    var found: EnvironmentVariable.Origin?
    for case .symbol(let symbol) in value.pieces {
      if let reference = dynamicReference(symbol) ?? FrameworkSymbol.origin(of: symbol) { return reference }
      if let parameter = template.parameters[symbol], parameter.given == nil {
        let origin = origin(of: parameter)
        if found == nil || parameter.isNoEcho { found = origin }
      }
    }
    return isAttribute ? .attribute : found ?? .attribute
  }

  private func origin(of parameter: Template.Parameter) -> EnvironmentVariable.Origin {
    if parameter.isSSM { return .ssm(path: parameter.defaultNode?.text ?? "") }
    return .parameter(
      name: parameter.name, isNoEcho: parameter.isNoEcho,
      defaultValue: parameter.given?.known ?? parameter.defaultNode?.text)
  }

  /// The store behind a dynamic reference, `{{resolve:…}}`.
  private func dynamicReference(_ symbol: String) -> EnvironmentVariable.Origin? {
    guard symbol.hasPrefix("resolve:") else { return nil }
    let parts = symbol.split(separator: ":", maxSplits: 2).map(String.init)
    guard parts.count == 3 else { return nil }
    switch parts[1] {
    case "secretsmanager": return .secretsManager(id: parts[2])
    case "ssm-secure": return .ssmSecure(path: parts[2])
    default: return .ssm(path: parts[2])
    }
  }

  /// Notes the default behind each setting that is a plain reference to a parameter.
  func noteOrigins(of properties: Node?, into context: inout LoadContext) {
    guard !template.parameters.isEmpty, let properties else { return }
    for entry in properties.entries {
      guard let parameter = template.parameter(behind: entry.value), let origin = parameter.defaultNode?.span else {
        continue
      }
      context.builder.note(origin: origin, of: entry.value.span)
    }
  }

  // MARK: Satellites

  func readInvokeConfig(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = functionID(value(declaration, "FunctionName")) else { return }
    let properties = template.mapping(declaration.properties)
    let near = declaration.keySpan
    let destinations = template.value(properties, "DestinationConfig")
    let onSuccess = template.reference(to: template.value(destinations, "OnSuccess", "Destination"))
    let onFailure = template.reference(to: template.value(destinations, "OnFailure", "Destination"))
    context.builder.update(function: id) { function in
      function.maximumRetries = template.int(properties?["MaximumRetryAttempts"], near: near)
      function.maximumEventAge = template.int(properties?["MaximumEventAgeInSeconds"], near: near)
      function.onSuccess = onSuccess
      function.onFailure = onFailure
    }
    relate(id, to: onSuccess, .onSuccess, name: declaration.id, into: &context)
    relate(id, to: onFailure, .onFailure, name: declaration.id, into: &context)
  }

  func readPermission(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let properties = template.mapping(declaration.properties),
      let function = template.reference(to: properties["FunctionName"])
    else { return }
    context.builder.add(
      InvokePermission(
        function: function, principal: template.text(properties["Principal"]) ?? "",
        source: template.reference(to: properties["SourceArn"]),
        sourceAccount: template.text(properties["SourceAccount"] ?? properties["EventSourceToken"]),
        span: declaration.keySpan))
    allowInvoking(properties, by: declaration, into: &context)
  }

  func readURL(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = functionID(value(declaration, "TargetFunctionArn")) else { return }
    let url = functionURL(declaration.properties, near: declaration.keySpan)
    context.builder.update(function: id) { $0.url = url }
  }

  func functionURL(_ node: Node?, near span: Span) -> FunctionURL? {
    guard let node = template.mapping(node) else { return nil }
    return FunctionURL(
      authorization: template.string(node["AuthType"], near: span),
      streams: template.text(node["InvokeMode"])?.raw == "RESPONSE_STREAM", span: node["AuthType"]?.span ?? span)
  }

  func readAlias(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = functionID(value(declaration, "FunctionName")) else { return }
    let node = template.value(
      declaration.properties, "ProvisionedConcurrencyConfig", "ProvisionedConcurrentExecutions")
    context.builder.update(function: id) { function in
      function.publishesAlias = true
      if node != nil { function.provisionedConcurrency = template.int(node, near: declaration.keySpan) }
    }
  }
}
