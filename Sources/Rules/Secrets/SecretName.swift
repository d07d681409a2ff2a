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

  private let name: String

  init(_ name: String) { self.name = name }

  var words: [String] { Words.of(name) }

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

  private static let connections: Set<String> = ["dsn", "connection", "conn", "connectionstring"]
  /// How the words begin without which a name promises nothing.
  private static let promising = Beginnings(of: [passwords, keys, databases, connections].joined())

  /// What the name promises; nil when it promises nothing secret.
  var kind: Kind? {
    guard SecretName.promising.mayOccur(in: name) else { return nil }
    return SecretName.kind(of: words)
  }

  private static func kind(of words: [String]) -> Kind? {
    guard let last = words.last, !exempt.contains(where: { holds($0, in: words) }) else { return nil }
    if addresses.contains(last) {
      if words.contains("webhook") { return .key }
      return words.dropLast().contains(where: databases.contains) ? .connection : nil
    }
    if last == "dsn" || isConnectionString(words) { return .connection }
    if properties.contains(last) { return nil }
    if words.contains(where: passwords.contains) { return .password }
    guard let word = words.last(where: keys.contains) else { return nil }
    return word == "key" && isHarmlessKey(words) ? nil : .key
  }

  private static func isConnectionString(_ words: [String]) -> Bool {
    guard let first = words.firstIndex(where: { $0 == "connection" || $0 == "conn" }), first + 1 < words.count else {
      return words.last == "connectionstring"
    }
    return ["string", "str", "uri", "url"].contains(words[first + 1])
  }

  private static func isHarmlessKey(_ words: [String]) -> Bool {
    guard let position = words.lastIndex(of: "key") else { return false }
    if position == 0 { return true }
    return harmlessKeys.contains(words[position - 1])
  }

  private static func holds(_ phrase: [String], in words: [String]) -> Bool {
    guard words.count >= phrase.count else { return false }
    return (0...(words.count - phrase.count)).contains { words[$0...].starts(with: phrase) }
  }
}
