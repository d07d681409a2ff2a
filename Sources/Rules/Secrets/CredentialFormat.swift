import Infrastructure

/// A credential that can be told by its shape alone, such as `AKIA…`.
struct CredentialFormat: Sendable {
  /// Which characters follow the prefix.
  enum Alphabet: Sendable {
    case upperAndDigits
    case alphanumeric
    case word
    case hex
    case base64
  }

  /// What it is, for people.
  let title: String
  let prefix: [UInt8]
  let alphabet: Alphabet
  /// How many characters follow the prefix at least.
  let length: Int

  init(_ title: String, _ prefix: String, _ alphabet: Alphabet, _ length: Int) {
    self.title = title
    self.prefix = Array(prefix.utf8)
    self.alphabet = alphabet
    self.length = length
  }

  /// Formats by prefix, from the rules of gitleaks and detect-secrets and the vendors' pages; read on 2026-11-20.
  static let all: [CredentialFormat] = [
    .init("AWS access key", "AKIA", .upperAndDigits, 16),
    .init("AWS access key", "ASIA", .upperAndDigits, 16),
    .init("GitHub token", "ghp_", .alphanumeric, 36),
    .init("GitHub token", "gho_", .alphanumeric, 36),
    .init("GitHub token", "ghu_", .alphanumeric, 36),
    .init("GitHub token", "ghs_", .alphanumeric, 36),
    .init("GitHub token", "ghr_", .alphanumeric, 36),
    .init("GitHub token", "github_pat_", .word, 60),
    .init("GitLab token", "glpat-", .word, 20),
    .init("Slack token", "xoxb-", .word, 10),
    .init("Slack token", "xoxp-", .word, 10),
    .init("Slack token", "xoxa-", .word, 10),
    .init("Slack token", "xoxr-", .word, 10),
    .init("Slack token", "xoxs-", .word, 10),
    .init("Slack token", "xapp-", .word, 10),
    .init("Slack webhook", "hooks.slack.com/services/T", .word, 8),
    .init("Discord webhook", "discord.com/api/webhooks/", .word, 17),
    .init("Discord webhook", "discordapp.com/api/webhooks/", .word, 17),
    .init("Microsoft Teams webhook", "webhook.office.com/webhookb2/", .word, 32),
    .init("Stripe key", "sk_live_", .alphanumeric, 24),
    .init("Stripe key", "sk_test_", .alphanumeric, 24),
    .init("Stripe key", "rk_live_", .alphanumeric, 24),
    .init("Stripe key", "rk_test_", .alphanumeric, 24),
    .init("Stripe webhook secret", "whsec_", .alphanumeric, 32),
    .init("SendGrid key", "SG.", .word, 22),
    .init("Mailgun key", "key-", .hex, 32),
    .init("npm token", "npm_", .alphanumeric, 36),
    .init("PyPI token", "pypi-AgEIcHlwaS5vcmc", .word, 50),
    .init("Google API key", "AIza", .word, 35),
    .init("Google client secret", "GOCSPX-", .word, 28),
    .init("Azure storage key", "AccountKey=", .base64, 44),
    .init("Azure access key", "SharedAccessKey=", .base64, 40),
    .init("OpenAI key", "sk-proj-", .word, 40),
    .init("OpenAI key", "sk-svcacct-", .word, 40),
    .init("OpenAI key", "sk-admin-", .word, 40),
    .init("OpenAI key", "sk-", .alphanumeric, 48),
    .init("Anthropic key", "sk-ant-", .word, 60),
    .init("Hugging Face token", "hf_", .alphanumeric, 34),
    .init("New Relic key", "NRAK-", .upperAndDigits, 27),
    .init("Linear key", "lin_api_", .alphanumeric, 40),
    .init("Shopify token", "shpat_", .hex, 32),
    .init("Shopify secret", "shpss_", .hex, 32),
    .init("Square secret", "sq0csp-", .word, 43),
    .init("Atlassian token", "ATATT3", .word, 60),
    .init("DigitalOcean token", "dop_v1_", .hex, 64),
    .init("Databricks token", "dapi", .hex, 32),
    .init("HashiCorp Vault token", "hvs.", .word, 24),
    .init("Doppler token", "dp.pt.", .alphanumeric, 40),
    .init("PlanetScale token", "pscale_tkn_", .word, 32),
  ]
}

extension CredentialFormat {
  /// What credential a text holds by its shape; nil when there is none.
  static func find(in text: String) -> String? {
    guard text.utf8.count >= 12, let title = title(of: text) else { return nil }
    return isExample(text) ? nil : title
  }

  private static func title(of text: String) -> String? {
    let bytes = Array(text.utf8)
    // A format whose first byte the text hasn't got isn't searched for.
    let alphabet = ByteSet(bytes)
    for position in all.indices where all[position].occurs(in: bytes, of: alphabet) { return all[position].title }
    if alphabet.contains(UInt8(ascii: "-")), text.range(of: "-----BEGIN ") != nil,
      text.range(of: "PRIVATE KEY") != nil
    {
      return "private key"
    }
    if isToken(bytes) { return "JSON web token" }
    // Every password follows a colon or an equals sign.
    guard alphabet.contains(UInt8(ascii: ":")) || alphabet.contains(UInt8(ascii: "=")) else { return nil }
    return ConnectionString.holdsPassword(text) ? "connection string with a password" : nil
  }

  private static func isExample(_ text: String) -> Bool {
    text.hasSuffix("EXAMPLE") || text.hasSuffix("EXAMPLEKEY") || Placeholder.isFiller(text)
  }

  private func occurs(in bytes: [UInt8], of alphabet: ByteSet) -> Bool {
    guard bytes.count >= prefix.count + length, alphabet.contains(prefix[0]) else { return false }
    for start in 0...(bytes.count - prefix.count - length) where bytes[start] == prefix[0] {
      guard bytes[start...].starts(with: prefix) else { continue }
      if start > 0, bytes[start - 1].isLetterOrDigit { continue }
      let tail = bytes[(start + prefix.count)...].prefix { self.alphabet.contains($0) }
      if tail.count >= length, Placeholder.variety(of: tail) >= 5 { return true }
    }
    return false
  }

  /// Whether it has the three parts of `eyJ….eyJ….signature`.
  private static func isToken(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: "eyJ".utf8) else { return false }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 3 && parts[1].starts(with: Array("ey".utf8)) && parts[2].count >= 10
      && parts.allSatisfy { $0.allSatisfy { Alphabet.base64.contains($0) || Alphabet.word.contains($0) } }
  }
}

extension CredentialFormat.Alphabet {
  func contains(_ byte: UInt8) -> Bool {
    switch self {
    case .upperAndDigits: byte.isDigit || byte.isUpper
    case .alphanumeric: byte.isLetterOrDigit
    case .word: byte.isLetterOrDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    case .hex: byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    case .base64:
      byte.isLetterOrDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
    }
  }
}

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isUpper: Bool { (0x41...0x5A).contains(self) }
  var isLower: Bool { (0x61...0x7A).contains(self) }
  var isLetterOrDigit: Bool { isDigit || isUpper || isLower }
}
