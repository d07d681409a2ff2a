import Infrastructure

/// The grammar inside `${…}`: alternatives, literals, and what belongs to the Framework at all.
///
/// Accepts the union of what the Framework's versions accept.
enum VariableText {
  /// Whether what stands between `${` and `}` is the Framework's and not CloudFormation's or somebody else's.
  static func isFrameworks(_ inner: String) -> Bool {
    let text = trimmed(inner)
    if text.hasPrefix("${") { return true }
    guard let first = alternatives(text).first else { return false }
    return VariableSource(first) != nil
  }

  /// The alternatives between the commas that stand outside quotes, parentheses and nested variables.
  static func alternatives(_ inner: String) -> [String] {
    var parts: [String] = []
    var part: [UInt8] = []
    var depth = 0
    var quote: UInt8?
    for byte in inner.utf8 {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        if part.allSatisfy({ $0 == 0x20 }) { quote = byte }
      } else if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
      } else if byte == UInt8(ascii: ","), depth <= 0 {
        parts.append(trimmed(String(decoding: part, as: UTF8.self)))
        part = []
        continue
      }
      part.append(byte)
    }
    parts.append(trimmed(String(decoding: part, as: UTF8.self)))
    return parts
  }

  /// How deep `${` stands inside `${`, closed or not.
  static func levels(_ text: String) -> Int {
    var depth = 0
    var deepest = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "{"), previous == UInt8(ascii: "$") {
        depth += 1
        deepest = max(deepest, depth)
      } else if byte == UInt8(ascii: "}"), depth > 0 {
        depth -= 1
      }
      previous = byte
    }
    return deepest
  }

  /// What stands between the braces when the whole text is one variable.
  static func only(_ text: String) -> String? {
    guard text.hasPrefix("${"), text.hasSuffix("}"), case .symbol(let inner)? = Text(text).pieces.first,
      inner.utf8.count + 3 == text.utf8.count
    else { return nil }
    return inner
  }

  /// The text between quotes that stand at both ends.
  static func unquoted(_ text: String) -> String? {
    guard text.utf8.count >= 2, let first = text.first, first == "'" || first == "\"", text.last == first else {
      return nil
    }
    return String(text.dropFirst().dropLast())
  }

  static func trimmed(_ text: String) -> String {
    func isBlank(_ character: Character) -> Bool { character == " " || character == "\n" || character == "\t" }
    guard let first = text.first, let last = text.last, isBlank(first) || isBlank(last) else { return text }
    var slice = text[...]
    while let character = slice.first, isBlank(character) { slice.removeFirst() }
    while let character = slice.last, isBlank(character) { slice.removeLast() }
    return String(slice)
  }

  /// The keys of an address such as `custom.queues[0].name`.
  static func path(_ address: String) -> [String] {
    var keys: [String] = []
    for part in address.split(separator: ".", omittingEmptySubsequences: true) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      if let first = pieces.first, !first.isEmpty { keys.append(trimmed(String(first))) }
      for index in pieces.dropFirst() { keys.append(String(index.prefix { $0 != "]" })) }
    }
    return keys
  }
}

/// A custom `provider.variableSyntax`: other marks around variables than `${` and `}`.
struct VariableMarks {
  let open: String
  let close: String

  /// Reads the marks out of the regular expression; nil where they are the usual ones or can't be told.
  init?(syntax: String) {
    guard let first = syntax.firstIndex(of: "("), let last = syntax.lastIndex(of: ")"), first < last else { return nil }
    open = VariableMarks.literal(syntax[..<first])
    close = VariableMarks.literal(syntax[syntax.index(after: last)...])
    guard !open.isEmpty, !close.isEmpty, open != "${" else { return nil }
  }

  private static func literal(_ pattern: Substring) -> String { String(pattern.filter { $0 != "\\" }) }

  /// The text with the usual marks.
  func normalized(_ text: String) -> String {
    guard text.range(of: open) != nil else { return text }
    var result = ""
    var depth = 0
    var rest = text[...]
    while !rest.isEmpty {
      if rest.hasPrefix(open) {
        result += "${"
        depth += 1
        rest = rest.dropFirst(open.count)
      } else if depth > 0, rest.hasPrefix(close) {
        result += "}"
        depth -= 1
        rest = rest.dropFirst(close.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
