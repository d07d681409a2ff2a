/// Whether a literal can be the secret that its name promises.
enum SecretValue {
  static func isPlausible(_ value: String, for kind: SecretName.Kind) -> Bool {
    if Placeholder.matches(value) || isHarmless(value) { return false }
    switch kind {
    case .password: return value.utf8.count >= 4
    case .key: return value.utf8.count >= 8 && isRandomLooking(value) && !isUUID(Array(value.utf8))
    case .connection: return ConnectionString.holdsPassword(value)
    }
  }

  /// Values that are something else whatever the name says.
  private static func isHarmless(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    if bytes.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }) { return true }
    if value.hasPrefix("arn:") || value.hasPrefix("/") || value.hasPrefix("alias/") || value.hasPrefix("./") {
      return true
    }
    if value.hasPrefix("s3://") || value.hasPrefix("ssm:") || value.hasPrefix("secretsmanager:") { return true }
    if value.contains("://") { return !ConnectionString.holdsPassword(value) && !value.contains("hooks.") }
    if value.contains(" ") || value.contains("@") && value.contains(".") && bytes.count < 40 && !value.contains("!") {
      return true
    }
    return isPathLike(bytes) && !isUUID(bytes) || isCiphertext(value)
  }

  /// What KMS encrypted, in base64: its header, whatever the key (seen in answers of `kms encrypt`; 2026-11-25).
  private static func isCiphertext(_ value: String) -> Bool {
    value.utf8.count >= 100 && (value.hasPrefix("AQICAH") || value.hasPrefix("AQECAH"))
      && value.utf8.allSatisfy(CredentialFormat.Alphabet.base64.contains)
  }

  private static func isUUID(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 36 else { return false }
    return [8, 13, 18, 23].allSatisfy { bytes[$0] == UInt8(ascii: "-") }
  }

  /// `app/prod/db` or `my.secret.name`: words of lower case joined by separators.
  private static func isPathLike(_ bytes: [UInt8]) -> Bool {
    let separators: Set<UInt8> = [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")]
    let joined = bytes.filter { separators.contains($0) }.count
    guard joined > 0 else { return false }
    return bytes.allSatisfy { $0.isLower || separators.contains($0) }
      || bytes.contains(UInt8(ascii: "/")) && joined >= 2
        && !bytes.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "=") })
  }

  /// Whether letters and digits, or both cases, are mixed as in a generated value.
  private static func isRandomLooking(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    let hasDigit = bytes.contains { $0.isDigit }
    let hasLetter = bytes.contains { $0.isLower || $0.isUpper }
    let isMixedCase = bytes.contains { $0.isLower } && bytes.contains { $0.isUpper }
    return hasLetter && (hasDigit || isMixedCase && bytes.count >= 16) && Placeholder.variety(of: bytes) >= 6
  }
}
