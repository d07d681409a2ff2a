/// Values that stand for a secret without being one.
enum Placeholder {
  private static let words: Set<String> = [
    "true", "false", "null", "none", "nil", "undefined", "yes", "no", "on", "off", "default", "empty", "na", "n/a",
    "changeme", "change_me", "change-me", "todo", "tbd", "fixme", "dummy", "test", "testing", "example", "sample",
    "secret", "password", "pass", "passwd", "token", "key", "apikey", "api_key", "api-key", "foo", "bar", "baz", "abc",
    "abc123", "value", "string", "redacted", "hidden", "masked", "placeholder", "fake", "mock", "local", "localstack",
    "postgres", "mysql", "root", "admin", "user", "username", "guest", "replace", "replaceme", "replace_me", "insert",
    "mypassword", "mysecret", "my-secret", "authorization", "bearer", "basic", "enabled", "disabled", "plaintext",
  ]
  private static let fragments = [
    "your", "changeme", "change-me", "change_me", "replace", "placeholder", "example", "dummy", "xxxx", "****", "....",
    "insert", "todo", "redacted", "<", "{{", "${", "my-", "my_", "enter", "put-", "put_", "goes-here", "goes_here",
    "_here", "-here", "not-set", "notset", "fake", "sample",
  ]

  /// Whether a value is a stand-in, a flag, a number or anything else that no attacker wants.
  static func matches(_ value: String) -> Bool {
    let text = trimmed(value.lowercased())
    if text.isEmpty || words.contains(text) || isFiller(text) { return true }
    if fragments.contains(where: { text.contains($0) }) { return true }
    return variety(of: text.utf8) <= 2 && text.utf8.count > 2
  }

  /// Whether a text consists of filler such as `xxxxxxxx` or an ascending run.
  static func isFiller(_ text: String) -> Bool {
    let lower = text.lowercased()
    if lower.contains("xxxxxx") || lower.contains("000000000000") || lower.contains("********") { return true }
    return lower == "1234567890" || lower == "abcdefghijklmnopqrstuvwxyz"
  }

  /// How many different bytes a text has.
  static func variety<Bytes: Sequence>(of bytes: Bytes) -> Int where Bytes.Element == UInt8 {
    var seen: Set<UInt8> = []
    for byte in bytes { seen.insert(byte) }
    return seen.count
  }

  private static func trimmed(_ text: String) -> String {
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, first == 0x20 || first == 0x22 || first == 0x27 || first == 0x0A {
      bytes.removeFirst()
    }
    while let last = bytes.last, last == 0x20 || last == 0x22 || last == 0x27 || last == 0x0A { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
