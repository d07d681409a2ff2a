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
      for variable in function.environment {
        guard let exposure = Exposure(of: variable) else { continue }
        report(
          exposure.message(for: variable), at: variable.valueSpan, resource: function.id, severity: exposure.severity,
          confidence: exposure.confidence, help: exposure.help
        ) { finding in
          finding.variable = variable.name
          finding.subject = variable.name
          guard exposure.isLiteral || variable.value.known != nil else { return }
          finding.secrets = [facts.graph.origins[variable.valueSpan] ?? variable.valueSpan]
        }
      }
    }
  )
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

  init?(of variable: EnvironmentVariable) {
    let name = SecretName(variable.name)
    switch variable.origin {
    case .literal:
      guard let exposure = Exposure.literal(variable.value, name: name) else { return nil }
      self = exposure
    case .parameter(let parameter, let isNoEcho, let value):
      if let value, Exposure.isSecret(value, name: name) {
        self = .defaultValue(parameter: parameter, value: value)
      } else {
        guard isNoEcho || Exposure.promises(name, SecretName(parameter)) else { return nil }
        if let value, !value.isEmpty, !isNoEcho, !Placeholder.matches(value) { return nil }
        self = .parameter(parameter, isNoEcho: isNoEcho)
      }
    case .ssmSecure(let path):
      self = variable.value.raw.contains("resolve:ssm-secure") ? .refused : .resolved(from: "SSM parameter '\(path)'")
    case .ssm(let path):
      guard name.kind != nil else { return nil }
      self = .resolved(from: "SSM parameter '\(path)'")
    case .secretsManager(let id):
      guard Exposure.mayBeSecret(name) else { return nil }
      let end = id.range(of: ":SecretString")?.lowerBound ?? id.endIndex
      self = .resolved(from: "secret '\(id[..<end])'")
    case .store(let store):
      guard name.kind != nil else { return nil }
      self = .resolved(from: store)
    case .deployer(let source):
      guard Exposure.promises(name, SecretName(source)) else { return nil }
      self = .resolved(from: "the deployer's environment (\(source))")
    case .variable(let source, let isSensitive):
      // A default or a file of values that is kept with the configuration shows what it holds.
      if let exposure = Exposure.literal(variable.value, name: name) {
        self = exposure
        return
      }
      guard isSensitive || name.kind != nil else { return nil }
      self = .parameter(source, isNoEcho: isSensitive)
    case .generated(let source):
      guard name.kind != nil else { return nil }
      self = .generated(by: source)
    case .attribute, .unknown: return nil
    }
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
