import Infrastructure

/// URLs and connection strings that may carry a password.
enum ConnectionString {
  /// Whether a text is `scheme://user:password@host` or `…;Password=…` with a password that is written out.
  static func holdsPassword(_ text: String) -> Bool {
    if let password = userInfoPassword(text) { return isReal(password) }
    let lower = text.lowercased()
    for key in [";password=", ";pwd=", "&password=", "?password="] {
      guard let range = lower.range(of: key) else { continue }
      let value = lower[range.upperBound...].prefix { $0 != ";" && $0 != "&" }
      if isReal(String(value)) { return true }
    }
    return false
  }

  /// What stands between `user:` and `@` of a URL.
  private static func userInfoPassword(_ text: String) -> String? {
    guard let scheme = text.range(of: "://") else { return nil }
    let rest = text[scheme.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != " " }
    guard let at = authority.lastIndex(of: "@") else { return nil }
    let user = authority[..<at]
    guard let colon = user.firstIndex(of: ":") else { return nil }
    if authority[authority.index(after: at)...].hasPrefix("localhost") { return nil }
    return String(user[user.index(after: colon)...])
  }

  private static func isReal(_ password: String) -> Bool {
    !password.isEmpty && !password.contains("${") && !password.contains("{{") && !password.hasPrefix("<")
      && !password.hasPrefix("$") && !Placeholder.matches(password)
  }
}
