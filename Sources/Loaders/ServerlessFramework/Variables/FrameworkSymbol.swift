import Infrastructure

/// What a variable of the Framework that stayed unknown says about where a value comes from.
enum FrameworkSymbol {
  /// Whether some symbol of a text may be a variable with a source, or a reference such as `resolve:ssm:/path`; seen
  /// without taking the text apart.
  static func mayOccur(in text: Text) -> Bool {
    guard text.hasSymbols else { return false }
    return text.raw.withBytes { bytes in
      (2..<max(bytes.count, 2)).contains { start in
        bytes[start - 1] == UInt8(ascii: "{") && bytes[start - 2] == UInt8(ascii: "$")
          && VariableSource.begins(in: bytes, at: start)
      }
    }
  }

  /// The origin of an environment variable with a symbol in its value; nil where the symbol is no Framework variable.
  static func origin(of symbol: String) -> EnvironmentVariable.Origin? {
    guard let source = VariableSource(symbol) else { return nil }
    let address = source.address ?? ""
    switch source.provider {
    case "ssm":
      if source.parameters == "raw" { return .ssm(path: address) }
      let secret = "/aws/reference/secretsmanager/"
      return address.hasPrefix(secret)
        ? .secretsManager(id: String(address.dropFirst(secret.count))) : .ssmSecure(path: address)
    case "env": return .deployer(variable: address)
    case "vault": return .store(name: "Vault entry '\(address)'")
    case "doppler": return .store(name: "Doppler secret '\(address)'")
    case "s3": return .store(name: "S3 object '\(address)'")
    case "terraform": return .store(name: "Terraform output '\(address)'")
    case "cf", "output", "construct": return .attribute
    case "param", "opt": return .variable(name: address, isSensitive: false)
    case "file": return .store(name: "a value from '\(source.parameters ?? "")'")
    case "self", "sls", "aws", "git", "strToBool": return .unknown
    default: return nil
    }
  }
}
