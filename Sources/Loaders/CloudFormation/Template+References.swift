import Documents
import Infrastructure

extension Template {
  /// How much deeper what such a thing belongs to counts as nested: the alias behind a URL and the function behind that
  /// are looked for, but what refers to itself many times over is not followed for ever.
  private static let satelliteDepth = 10

  /// What `Ref` of a name gives; nil for `AWS::NoValue`.
  func reference(_ name: String, depth: Int = 0) -> Text? {
    let hasColon = name.holds(UInt8(ascii: ":"))
    if hasColon, name.hasPrefix("AWS::") { return pseudoParameter(name) }
    if let parameter = parameters[name] { return value(of: parameter) }
    if let function = referableSuffix(name) {
      return ResourceType.table["AWS::Lambda::Function"]?.arnText(physicalName(function))
    }
    if hasColon { return .symbol(name) }
    if let declaration = declaration(name) {
      let physical = physicalName(of: declaration)
      return declaration.resourceType?.refText(physical) ?? satelliteReference(declaration, depth: depth) ?? physical
    }
    guard let type = generatedType(name) else { return .symbol(name, scope: scope) }
    let physical = physicalName(name)
    return ResourceType.table[type]?.refText(physical) ?? physical
  }

  /// What `Ref` of a version, alias, consumer or URL gives: the thing it belongs to.
  private func satelliteReference(_ declaration: Declaration, depth: Int) -> Text? {
    guard let properties = declaration.properties else { return nil }
    let depth = depth + Template.satelliteDepth
    switch declaration.type {
    case "AWS::Lambda::Version", "AWS::Lambda::Alias": return functionARN(properties["FunctionName"], depth: depth)
    case "AWS::Lambda::Url": return functionARN(properties["TargetFunctionArn"], depth: depth)
    case "AWS::Kinesis::StreamConsumer": return properties["StreamARN"].flatMap { text($0, depth: depth) }
    default: return nil
    }
  }

  /// The name of the enhanced fan-out consumer that a node refers to.
  func streamConsumer(behind node: Node) -> String? {
    guard let entry = node.onlyEntry, entry.key == "Ref" || entry.key == "Fn::GetAtt" else { return nil }
    let name = entry.value.items.first?.text ?? entry.value.text ?? ""
    let id = name.halves(around: UInt8(ascii: "."))?.head ?? name
    guard type(of: id) == "AWS::Kinesis::StreamConsumer" else { return nil }
    return names[id] ?? id
  }

  /// The ARN of the function that a name or ARN means.
  func functionARN(_ node: Node?, depth: Int = 0) -> Text? {
    guard let name = node.flatMap({ text($0, depth: depth) }) else { return nil }
    guard let locator = Locator.parse(name, expecting: .function) else { return name }
    return ResourceType.table["AWS::Lambda::Function"]?.arnText(locator.name)
  }

  /// The function behind SAM's `Ref: F.Alias` and `Ref: F.Version`.
  private func referableSuffix(_ name: String) -> String? {
    guard name.holds(UInt8(ascii: ".")), name.hasSuffix(".Alias") || name.hasSuffix(".Version") else { return nil }
    let parts = name.split(separator: ".")
    guard parts.count == 2, parts[1] == "Alias" || parts[1] == "Version" else { return nil }
    return String(parts[0])
  }

  func pseudoParameter(_ name: String) -> Text? {
    switch name {
    case "AWS::NoValue": nil
    case "AWS::StackName" where stackName != nil: stackName
    case "AWS::StackName", "AWS::StackId", "AWS::NotificationARNs": .symbol(name, scope: scope)
    default: .symbol(name)
    }
  }

  /// A given value, or the parameter's symbol.
  private func value(of parameter: Parameter) -> Text { parameter.given ?? .symbol(parameter.name) }

  /// What `Fn::GetAtt` gives, written as a text or as a list.
  func attribute(_ node: Node, depth: Int) -> Text? {
    if let dotted = node.text { return attribute(dotted, depth: depth) }
    let parts = node.items.compactMap { text($0, depth: depth + 1)?.raw }
    guard parts.count == 2 else { return nil }
    return attribute("\(parts[0]).\(parts[1])", depth: depth)
  }

  /// What `Fn::GetAtt` of `Id.Attribute` gives.
  func attribute(_ dotted: String, depth: Int = 0) -> Text? {
    guard let (id, name) = dotted.halves(around: UInt8(ascii: ".")) else { return reference(dotted, depth: depth) }
    let declaration = declaration(id)
    guard let type = declaration?.type ?? generatedType(id) else { return .symbol(dotted, scope: scope) }
    if type == "AWS::Serverless::Function", referableSuffix(dotted) != nil { return reference(dotted, depth: depth) }
    if name.hasPrefix("Outputs.") {
      return stackOutputs[id]?[String(name.dropFirst("Outputs.".count))] ?? .symbol(dotted, scope: scope)
    }
    guard let resource = declaration?.resourceType ?? ResourceType.table[type] else {
      return declaration.flatMap { satelliteReference($0, depth: depth) } ?? .symbol(dotted, scope: scope)
    }
    let physical = declaration.map { physicalName(of: $0) } ?? physicalName(id)
    return attribute(name, of: resource, called: physical) ?? .symbol(dotted, scope: scope)
  }

  /// An attribute of a resource as far as it follows from the name.
  private func attribute(_ name: String, of resource: ResourceType, called physical: Text) -> Text? {
    switch name {
    case "Arn", "TopicArn", "PolicyArn", "Arn.Arn", "ApiArn", "TableArn", "StreamARN", "BusArn":
      resource.arnText(physical)
    case "StreamArn": resource.arnText(physical).map { $0 + "/stream/${label}" }
    case "QueueName", "TopicName", "Name", "BucketName", "TableName", "FunctionName", "ApiId", "RestApiId", "RoleName",
      "StateMachineName", "UserPoolId":
      physical
    case "QueueUrl": ResourceType.queueURL(physical)
    default: nil
    }
  }
}
