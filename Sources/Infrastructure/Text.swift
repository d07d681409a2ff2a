/// A name, ARN, URL or other string as far as it is known before deployment: its canonical text.
///
/// Each part that isn't known stays in it as a symbol, `${…}`, so that two uses of the same unknown are equal texts:
/// a bucket named by a parameter is `${UploadsName}` wherever that name is written, and its ARN is
/// `arn:${AWS::Partition}:s3:::${UploadsName}`. A symbol that holds good inside one stack only is written
/// `${scope#symbol}`, such as the generated name of a resource without one.
package struct Text: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let raw: String
  /// Whether some part is not known.
  package let hasSymbols: Bool

  package init(_ raw: String) {
    self.raw = raw
    hasSymbols = Text.containsSymbol(raw)
  }

  package init(stringLiteral value: String) { self.init(value) }

  /// The text of one unknown, such as a parameter without a value.
  package static func symbol(_ name: String) -> Text { Text("${\(name)}") }

  /// The text of an unknown that means something only inside one stack.
  package static func symbol(_ name: String, scope: String) -> Text { Text("${\(scope)#\(name)}") }

  /// The string, when every part of it is known.
  package var known: String? { hasSymbols ? nil : raw }

  package var isEmpty: Bool { raw.isEmpty }

  /// The text without the scopes of its symbols, for people.
  package var description: String {
    guard hasSymbols, raw.utf8.contains(UInt8(ascii: "#")) else { return raw }
    var result = ""
    for piece in pieces {
      switch piece {
      case .literal(let literal): result += literal
      case .symbol(let symbol):
        let name = symbol.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).last ?? symbol[...]
        result += "${" + name + "}"
      }
    }
    return result
  }

  package static func + (left: Text, right: Text) -> Text { Text(left.raw + right.raw) }

  private static func containsSymbol(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if previous == UInt8(ascii: "$"), byte == UInt8(ascii: "{") { return true }
      previous = byte
    }
    return false
  }
}

extension Text {
  /// A part of a canonical text.
  package enum Piece: Hashable, Sendable {
    case literal(String)
    /// What stands between `${` and its closing brace.
    case symbol(String)
  }

  /// The text taken apart into what is known and what is not; nested braces belong to the outer symbol.
  package var pieces: [Piece] {
    guard hasSymbols else { return raw.isEmpty ? [] : [.literal(raw)] }
    var result: [Piece] = []
    var literal: [UInt8] = []
    let bytes = Array(raw.utf8)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") else {
        literal.append(bytes[index])
        index += 1
        continue
      }
      let end = Text.closingBrace(in: bytes, from: index + 2)
      if !literal.isEmpty { result.append(.literal(String(decoding: literal, as: UTF8.self))) }
      literal = []
      result.append(.symbol(String(decoding: bytes[(index + 2)..<end], as: UTF8.self)))
      index = min(end + 1, bytes.count)
    }
    if !literal.isEmpty { result.append(.literal(String(decoding: literal, as: UTF8.self))) }
    return result
  }

  private static func closingBrace(in bytes: [UInt8], from start: Int) -> Int {
    var depth = 1
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return index }
      index += 1
    }
    return bytes.count
  }

  /// Whether some letter or digit of it is known: a text of symbols alone names nothing outside its own stack.
  package var hasLiteralPart: Bool {
    guard hasSymbols else { return !raw.isEmpty }
    return pieces.contains { piece in
      guard case .literal(let literal) = piece else { return false }
      return literal.utf8.contains { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      }
    }
  }

  /// The text with symbols replaced where the closure knows them.
  package func replacingSymbols(_ replacement: (String) -> String?) -> Text {
    guard hasSymbols else { return self }
    var result = ""
    for piece in pieces {
      switch piece {
      case .literal(let literal): result += literal
      case .symbol(let symbol): result += replacement(symbol) ?? "${\(symbol)}"
      }
    }
    return Text(result)
  }

  /// The text with symbols replaced by the values that they have unless somebody overrides them.
  func assuming(_ values: [String: String]) -> Text { values.isEmpty ? self : replacingSymbols { values[$0] } }

  /// The parts between the occurrences of a separator that stand outside symbols.
  package func split(on separator: Character, maxSplits: Int = .max) -> [Text] {
    let bytes = Array(raw.utf8)
    guard let mark = separator.asciiValue else { return [self] }
    var parts: [Text] = []
    var start = 0
    var depth = 0
    var previous: UInt8 = 0
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "{"), depth > 0 || previous == UInt8(ascii: "$") { depth += 1 }
      if byte == UInt8(ascii: "}"), depth > 0 { depth -= 1 }
      if byte == mark, depth == 0, parts.count < maxSplits {
        parts.append(Text(String(decoding: bytes[start..<index], as: UTF8.self)))
        start = index + 1
      }
      previous = byte
    }
    parts.append(Text(String(decoding: bytes[start...], as: UTF8.self)))
    return parts
  }
}
