/// What the name of an environment variable says about its value, by its words and never by substrings.
struct SecretName: Sendable {
  enum Kind: Sendable, Hashable {
    /// Nothing but a secret: `DB_PASSWORD`.
    case password
    /// A key or token: `STRIPE_API_KEY`.
    case key
    /// The address of a database, which carries a password where it isn't put together from parts.
    case connection
  }

  let words: [String]

  init(_ name: String) { words = SecretName.words(of: name) }

  /// Last words that make it the name, place or property of a secret rather than the secret.
  private static let properties: Set<String> = [
    "table", "tablename", "bucket", "queue", "topic", "arn", "arns", "name", "names", "path", "paths", "prefix",
    "suffix", "id", "ids", "endpoint", "region", "ttl", "expiry", "expiration", "expires", "exp", "age", "seconds",
    "minutes", "hours", "days", "length", "size", "issuer", "audience", "header", "headers", "type", "algorithm", "alg",
    "field", "fields", "host", "port", "parameter", "param", "params", "version", "enabled", "disabled", "file",
    "location", "policy", "rotation", "limit", "count", "timeout", "interval", "duration", "scope", "scopes", "method",
    "format", "mode", "stage", "env", "function", "lambda", "handler", "index", "column", "attribute", "validity",
    "required", "provider", "service", "store", "alias", "ref", "key_id", "usage", "quota", "username", "user",
    "in", "at", "lifetime", "rounds", "iterations",
  ]
  private static let addresses: Set<String> = ["url", "uri", "urls", "uris", "link", "domain", "address"]
  /// Words before `key` that make it no credential.
  private static let harmlessKeys: Set<String> = [
    "partition", "sort", "primary", "cache", "idempotency", "public", "publishable", "site", "kms", "object", "s3",
    "routing", "hash", "range", "foreign", "index", "lock", "file", "bucket", "translation", "pub", "group", "dedup",
    "deduplication", "metric", "tag", "data", "unique", "row", "lookup", "order", "image", "config", "cmk", "output",
    "input", "source", "destination", "dest", "upload", "prefix", "state", "search", "correlation", "trace", "event",
    "json", "map", "pk", "sk", "manifest", "layer", "model", "artifact", "template", "code", "package", "cert",
    "cacert", "certificate", "truststore", "keystore", "report",
  ]
  private static let passwords: Set<String> = [
    "password", "passwd", "passwort", "pass", "passphrase", "pwd", "pw", "secret", "secrets", "credential",
    "credentials", "creds", "clientsecret", "dbpassword", "secretkey",
  ]
  private static let keys: Set<String> = [
    "token", "apikey", "authkey", "accesskey", "privatekey", "webhook", "authtoken", "accesstoken", "apitoken", "key",
    "salt", "pat", "signature", "jwt",
  ]
  private static let databases: Set<String> = [
    "mongo", "mongodb", "postgres", "postgresql", "mysql", "database", "db", "redis", "amqp", "rabbitmq", "mssql", "pg",
    "cloudamqp", "jdbc",
  ]
  private static let exempt: [[String]] = [
    ["powertools"], ["parameters", "secrets", "extension"], ["secrets", "manager"], ["secretsmanager"], ["jwks"],
    ["password", "policy"], ["public", "key"], ["publishable", "key"], ["token", "table"], ["secret", "manager"],
  ]

  /// Whether it is the name, place or property of a secret, such as `DB_SECRET_ARN`.
  var isProperty: Bool { words.last.map(SecretName.properties.contains) ?? false }

  /// What the name promises; nil when it promises nothing secret.
  var kind: Kind? {
    guard let last = words.last, !SecretName.exempt.contains(where: contains) else { return nil }
    if SecretName.addresses.contains(last) {
      if words.contains("webhook") { return .key }
      return words.dropLast().contains(where: SecretName.databases.contains) ? .connection : nil
    }
    if last == "dsn" || isConnectionString { return .connection }
    if SecretName.properties.contains(last) { return nil }
    if words.contains(where: SecretName.passwords.contains) { return .password }
    guard let word = words.last(where: SecretName.keys.contains) else { return nil }
    return word == "key" && isHarmlessKey ? nil : .key
  }

  private var isConnectionString: Bool {
    guard let first = words.firstIndex(where: { $0 == "connection" || $0 == "conn" }), first + 1 < words.count else {
      return words.last == "connectionstring"
    }
    return ["string", "str", "uri", "url"].contains(words[first + 1])
  }

  private var isHarmlessKey: Bool {
    guard let position = words.lastIndex(of: "key") else { return false }
    if position == 0 { return true }
    return SecretName.harmlessKeys.contains(words[position - 1])
  }

  private func contains(_ phrase: [String]) -> Bool {
    guard words.count >= phrase.count else { return false }
    return (0...(words.count - phrase.count)).contains { words[$0...].starts(with: phrase) }
  }
}

extension SecretName {
  /// The words of `DB_PASSWORD`, `dbPassword` or `db-password`, in lower case.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    let bytes = Array(name.utf8)
    func close() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for (index, byte) in bytes.enumerated() {
      guard byte.isLetterOrDigit else {
        close()
        continue
      }
      let previous = index > 0 ? bytes[index - 1] : 0
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte.isUpper, previous.isLower || (previous.isUpper && next.isLower) { close() }
      word.append(byte.isUpper ? byte + 0x20 : byte)
    }
    close()
    return words
  }
}
