import Diagnostics
import Infrastructure
import OrderedCollections

extension HCLEvaluator {
  /// An attribute that the block does not give: what the service makes of the ones it gives.
  func computed(_ name: String, of instance: ResourceInstance, at span: Span) -> HCLValue {
    let isData = instance.declaration.isData
    if isData, let known = data(name, of: instance) { return known }
    let text = TerraformIdentity.text(
      of: name, type: instance.declaration.type, address: instance.address, isData: isData, scope: scope
    ) { self.written($0, of: instance).flatMap { $0.isError ? nil : self.knownText($0) } }
    let symbol = TerraformIdentity.symbol(instance.address, name, scope: scope)
    guard text == symbol else { return .text(text, span) }
    return .unknown(instance.address + "." + name, span)
  }

  /// The text of a value that is one, as far as it is known.
  private func knownText(_ value: HCLValue) -> Text? {
    switch value.kind {
    case .text, .number, .bool, .unknown, .json: text(value)
    case .null, .list, .object, .reference: nil
    }
  }

  /// What is known of a data source without asking anybody.
  private func data(_ name: String, of instance: ResourceInstance) -> HCLValue? {
    switch (instance.declaration.type, name) {
    case ("aws_iam_policy_document", "json"), ("aws_iam_policy_document", "minified_json"):
      return PolicyDataSource(evaluator: self).json(of: instance)
    case ("aws_iam_policy", "arn"):
      guard let policy = written("name", of: instance)?.string else { return nil }
      return .string("arn:aws:iam::aws:policy/" + policy, instance.declaration.block.header)
    case ("template_file", "rendered"): return rendered(instance)
    default: return nil
    }
  }

  private func rendered(_ instance: ResourceInstance) -> HCLValue? {
    guard let template = written("template", of: instance), let text = template.string,
      let expression = try? HCLParser.template(text, at: template.span)
    else { return nil }
    var scope = HCLScope(instance.module)
    for (name, value) in written("vars", of: instance)?.object ?? [:] { scope.names[name] = value }
    return evaluate(expression, in: scope)
  }
}

extension HCLEvaluator {
  /// Where a value read from an instance comes from, as far as secrets are concerned.
  func origin(of name: String, in instance: ResourceInstance) -> EnvironmentVariable.Origin? {
    let type = instance.declaration.type
    switch (type, name) {
    case ("aws_ssm_parameter", "value") where instance.declaration.isData, ("aws_ssm_parameter", "insecure_value"):
      let path = written("name", of: instance).map { text($0).description } ?? instance.address
      let isDecrypted = written("with_decryption", of: instance)?.bool != false
      return name == "value" && isDecrypted ? .ssmSecure(path: path) : .ssm(path: path)
    case ("aws_secretsmanager_secret_version", "secret_string"):
      let id = written("secret_id", of: instance).map { text($0).description } ?? instance.address
      return .secretsManager(id: id)
    case ("random_password", "result"), ("random_string", "result"), ("random_password", "bcrypt_hash"):
      return .generated(by: instance.address)
    case ("vault_generic_secret", _), ("vault_kv_secret_v2", _), ("external", _), ("aws_kms_secrets", _):
      return .store(name: type)
    case (_, "name"), (_, "arn"), (_, "id"): return .attribute
    default: return written(name, of: instance) == nil ? .attribute : nil
    }
  }
}
