import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// Environment variables are shown in plaintext to everyone who may read the function's configuration.
  static let secretInEnvironment = Rule(
    id: "secret-in-environment",
    title: "Secret ends as plaintext in the function's configuration",
    severity: .error,
    since: "0.1",
    security: 7.5,
    check: .eachFunction { function, facts, report in
      for position in function.environment.indices {
        guard let exposure = Exposure.of(function.environment[position]) else { continue }
        reportVariable(function.environment[position], of: function.id, exposure, facts.graph, &report)
      }
    }
  )
}

private func reportVariable(
  _ variable: EnvironmentVariable, of function: ResourceID, _ exposure: Exposure, _ graph: ResourceGraph,
  _ report: inout Report
) {
  report(
    exposure.message(for: variable), at: variable.valueSpan, resource: function, severity: exposure.severity,
    confidence: exposure.confidence, help: exposure.help
  ) { finding in
    finding.variable = variable.name
    finding.subject = variable.name
    guard exposure.isLiteral || variable.value.known != nil else { return }
    finding.secrets = [graph.origins[variable.valueSpan] ?? variable.valueSpan]
  }
}

/// The way in which a secret ends as plaintext.
private enum Exposure {
  /// A credential by its shape, with its name.
  case format(String, value: String)
  /// A literal under a name that promises a secret.
  case literal(value: String)
  /// A parameter's default that is a secret.
  case defaultValue(parameter: String, value: String)
  case parameter(String, isNoEcho: Bool)
  /// Put in during packaging or deployment from the store that ought to keep it.
  case resolved(from: String)
  /// A SecureString where CloudFormation resolves none.
  case refused
  case generated(by: String)

  static func of(_ variable: EnvironmentVariable) -> Exposure? {
    switch variable.origin {
    case .attribute, .unknown: return nil
    case .literal: return literal(variable.value, name: SecretName(variable.name))
    case .parameter(let parameter, let isNoEcho, let value):
      return ofParameter(parameter, isNoEcho: isNoEcho, value: value, name: SecretName(variable.name))
    case .ssmSecure(let path):
      return variable.value.raw.contains("resolve:ssm-secure") ? .refused : .resolved(from: "SSM parameter '\(path)'")
    case .ssm(let path):
      return SecretName(variable.name).kind == nil ? nil : .resolved(from: "SSM parameter '\(path)'")
    case .secretsManager(let id):
      guard mayBeSecret(SecretName(variable.name)) else { return nil }
      let end = id.range(of: ":SecretString")?.lowerBound ?? id.endIndex
      return .resolved(from: "secret '\(id[..<end])'")
    case .store(let store): return SecretName(variable.name).kind == nil ? nil : .resolved(from: store)
    case .deployer(let source):
      guard promises(SecretName(variable.name), SecretName(source)) else { return nil }
      return .resolved(from: "the deployer's environment (\(source))")
    case .variable(let source, let isSensitive):
      let name = SecretName(variable.name)
      // A default or a file of values that is kept with the configuration shows what it holds.
      if let exposure = literal(variable.value, name: name) { return exposure }
      return isSensitive || name.kind != nil ? .parameter(source, isNoEcho: isSensitive) : nil
    case .generated(let source): return SecretName(variable.name).kind == nil ? nil : .generated(by: source)
    }
  }

  private static func ofParameter(
    _ parameter: String, isNoEcho: Bool, value: String?, name: SecretName
  ) -> Exposure? {
    if let value, isSecret(value, name: name) { return .defaultValue(parameter: parameter, value: value) }
    guard isNoEcho || promises(name, SecretName(parameter)) else { return nil }
    if let value, !value.isEmpty, !isNoEcho, !Placeholder.matches(value) { return nil }
    return .parameter(parameter, isNoEcho: isNoEcho)
  }

  private static func literal(_ text: Text, name: SecretName) -> Exposure? {
    if let format = CredentialFormat.find(in: text.raw) { return .format(format, value: text.raw) }
    guard let value = text.known, let kind = name.kind, SecretValue.isPlausible(value, for: kind) else { return nil }
    return .literal(value: value)
  }

  private static func isSecret(_ value: String, name: SecretName) -> Bool {
    if CredentialFormat.find(in: value) != nil { return true }
    return name.kind.map { SecretValue.isPlausible(value, for: $0) } ?? false
  }

  /// Whether a variable or what it is filled from promises a secret; the name of a secret's name promises none.
  private static func promises(_ name: SecretName, _ source: SecretName) -> Bool {
    name.kind != nil || source.kind != nil && !name.isProperty
  }

  /// Whether a value out of a secret may be its secret part; user, host and port rarely are.
  private static func mayBeSecret(_ name: SecretName) -> Bool {
    guard let last = name.words.last else { return true }
    return !["user", "username", "host", "port", "dbname", "database", "engine", "name", "arn", "id"].contains(last)
  }
}

extension Exposure {
  var isLiteral: Bool {
    switch self {
    case .format, .literal, .defaultValue: true
    case .parameter, .resolved, .refused, .generated: false
    }
  }

  var severity: Severity {
    switch self {
    case .format, .literal, .defaultValue, .refused: .error
    case .parameter, .resolved, .generated: .warning
    }
  }

  var confidence: Confidence {
    switch self {
    case .format, .refused: .certain
    case .literal, .defaultValue, .parameter, .resolved, .generated: .likely
    }
  }

  func message(for variable: EnvironmentVariable) -> String {
    let name = "'\(variable.name)'"
    switch self {
    case .format(let format, let value): return "\(name) holds a credential in plaintext: \(format) \(masked(value))"
    case .literal(let value): return "\(name) holds a secret in plaintext: \(masked(value))"
    case .defaultValue(let parameter, let value):
      return "\(name) holds the default of '\(parameter)' in plaintext: \(masked(value))"
    case .parameter(let parameter, let isNoEcho):
      return isNoEcho
        ? "\(name) shows the hidden parameter '\(parameter)' to whoever reads the function"
        : "\(name) shows parameter '\(parameter)' to whoever reads the function"
    case .resolved(let source): return "\(name) holds \(source) as plaintext, fixed at deployment"
    case .refused: return "\(name) refers to a SecureString, which CloudFormation refuses in an environment"
    case .generated(let source): return "\(name) shows \(source) to whoever reads the function"
    }
  }

  var help: String {
    switch self {
    case .format, .literal, .defaultValue:
      "revoke it, keep the new one in Secrets Manager or SSM, and read it at run time by its name"
    case .parameter, .resolved, .refused, .generated:
      "pass the name of the secret and read its value at run time, so that it stays hidden and can be rotated"
    }
  }

  /// At most the first four characters and never more than a quarter of the value.
  private func masked(_ value: String) -> String { String(value.prefix(min(4, value.count / 4))) + "…" }
}
