package import Infrastructure

/// What a resource is called before it exists: the texts of its name, ARN, URL and id.
///
/// Plan, state and HCL ask here for every attribute that only the provider knows, so that all of them tie a link by
/// the same text.
package enum TerraformIdentity {
  /// The symbol of a resource, or of one of its attributes, for what only an apply would tell.
  package static func symbol(_ address: String, _ attribute: String? = nil, scope: String) -> Text {
    let whole = attribute.map { "\(address).\($0)" } ?? address
    // The symbol may be written into JSON text, so it holds neither quotes nor braces.
    let safe = String(
      whole.map { character in
        switch character {
        case "\"", "\\": "'"
        case "{": "("
        case "}": ")"
        default: character
        }
      })
    return .symbol(safe, scope: scope)
  }

  /// The text of an attribute.
  ///
  /// - Parameters:
  ///   - address: the full address of the instance.
  ///   - written: the text that the configuration, plan or state gives an attribute; nil where there is none.
  /// - Returns: what is written, the canonical text of an identifying attribute, or else the symbol of the attribute.
  package static func text(
    of attribute: String, type: String, address: String, isData: Bool = false, scope: String,
    written: (String) -> Text?
  ) -> Text {
    if let known = written(attribute), !known.isEmpty { return known }
    if isData, let fact = accountFact(attribute, type: type) { return fact }
    return derived(attribute, type: type, address: address, scope: scope, written: written)
      ?? symbol(address, attribute, scope: scope)
  }

  /// The physical name that stands for the resource in the graph, or the id of one without a name.
  package static func name(type: String, address: String, scope: String, written: (String) -> Text?) -> Text {
    guard let row = TerraformIdentityTable.rows[type] else {
      return written("id") ?? symbol(address, scope: scope)
    }
    for attribute in row.names {
      if let name = written(attribute), !name.isEmpty { return name }
    }
    if let arn = written("arn"), let kind = row.kind, let locator = Locator.parse(arn, expecting: kind) {
      return locator.name
    }
    if row.names.isEmpty, let id = written("id"), !id.isEmpty { return id }
    return symbol(address, scope: scope)
  }

  /// What the data sources about the account itself tell.
  private static func accountFact(_ attribute: String, type: String) -> Text? {
    switch (type, attribute) {
    case ("aws_caller_identity", "account_id"), ("aws_caller_identity", "id"): "${AWS::AccountId}"
    case ("aws_region", "name"), ("aws_region", "region"), ("aws_region", "id"): "${AWS::Region}"
    case ("aws_partition", "partition"), ("aws_partition", "id"): "${AWS::Partition}"
    case ("aws_partition", "dns_suffix"): "amazonaws.com"
    default: nil
    }
  }

  private static func derived(
    _ attribute: String, type: String, address: String, scope: String, written: (String) -> Text?
  ) -> Text? {
    if type == "aws_lambda_alias" { return alias(attribute, address: address, scope: scope, written: written) }
    if type == "aws_kinesis_stream_consumer", attribute == "arn" || attribute == "id" {
      return written("stream_arn").map { $0 + "/consumer/" + (written("name") ?? symbol(address, scope: scope)) }
    }
    guard let row = TerraformIdentityTable.rows[type] else {
      return attribute == "id" ? symbol(address, scope: scope) : nil
    }
    let name = name(type: type, address: address, scope: scope, written: written)
    if row.names.contains(attribute) { return name }
    guard let form = attribute == "id" ? row.id : row.forms[attribute] ?? (attribute == "arn" ? .arn : nil) else {
      return nil
    }
    return text(form, row: row, name: name)
  }

  private static func text(_ form: TerraformIdentityTable.Form, row: TerraformIdentityTable.Row, name: Text) -> Text? {
    switch form {
    case .name: return name
    case .arn: return row.arn.map { $0.before + name + $0.after }
    case .arnThen(let ending): return row.arn.map { $0.before + name + $0.after + ending }
    case .around(let before, let after): return before + name + after
    case .invocation(let qualifier):
      guard let arn = row.arn else { return nil }
      return "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
        + arn.before + name + qualifier + "/invocations"
    }
  }

  /// An alias is a function with a qualifier.
  private static func alias(_ attribute: String, address: String, scope: String, written: (String) -> Text?) -> Text? {
    guard attribute == "arn" || attribute == "id" || attribute == "invoke_arn" else { return nil }
    guard let function = written("function_name"), let locator = Locator.parse(function, expecting: .function) else {
      return nil
    }
    let arn: Text =
      "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:" + locator.name + ":"
      + (written("name") ?? symbol(address, scope: scope))
    guard attribute == "invoke_arn" else { return arn }
    return "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/" + arn + "/invocations"
  }
}
