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

  package init(_ raw: String) { self.init(raw, hasSymbols: raw.withBytes { Text.start(in: $0, from: 0) } != nil) }

  /// A string that is known to hold no symbol.
  package init(literal: String) { self.init(literal, hasSymbols: false) }

  /// A text between two strings.
  package init(_ head: String, _ middle: Text, _ tail: String) {
    let raw = String(joining: head, middle.raw, tail)
    self.init(raw, hasSymbols: middle.hasSymbols || Text(raw).hasSymbols)
  }

  package init(stringLiteral value: String) { self.init(value) }

  private init(_ raw: String, hasSymbols: Bool) {
    self.raw = raw
    self.hasSymbols = hasSymbols
  }

  /// The text of one unknown, such as a parameter without a value.
  package static func symbol(_ name: String) -> Text { Text(String(joining: "${", name, "}"), hasSymbols: true) }

  /// The text of an unknown that means something only inside one stack.
  package static func symbol(_ name: String, scope: String) -> Text {
    Text(String(joining: "${", scope, "#", name, "}"), hasSymbols: true)
  }

  package static func == (left: Text, right: Text) -> Bool { left.raw == right.raw }

  package func hash(into hasher: inout Hasher) { hasher.combine(raw) }

  /// The string, when every part of it is known.
  package var known: String? { hasSymbols ? nil : raw }

  package var isEmpty: Bool { raw.isEmpty }

  /// The text without the scopes of its symbols, for people.
  package var description: String {
    guard hasSymbols, raw.holds(UInt8(ascii: "#")) else { return raw }
    var result = ""
    for piece in pieces {
      switch piece {
      case .literal(let literal): result += literal
      case .symbol(let symbol):
        result += "${" + (symbol.halves(around: UInt8(ascii: "#"))?.tail ?? symbol) + "}"
      }
    }
    return result
  }

  package static func + (left: Text, right: Text) -> Text { Text(String(joining: left.raw, right.raw)) }
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
    return raw.withBytes { bytes in
      var result: [Piece] = []
      result.reserveCapacity(4)
      var index = 0
      while let symbol = Text.symbol(in: bytes, from: index) {
        if symbol.start > index { result.append(.literal(String(bytes, index..<symbol.start))) }
        result.append(.symbol(String(bytes, symbol.name)))
        index = symbol.end
      }
      if index < bytes.count { result.append(.literal(String(bytes, index..<bytes.count))) }
      return result
    }
  }

  /// Where a symbol stands in the bytes of a text.
  private struct Place {
    /// Its `$`.
    let start: Int
    /// What stands between its braces.
    let name: Range<Int>
    /// Behind its closing brace, or the end of the text where there is none.
    let end: Int

    var isClosed: Bool { end > name.upperBound }
  }

  /// The first symbol at or behind an offset.
  private static func symbol(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Place? {
    guard let start = start(in: bytes, from: offset) else { return nil }
    let end = closingBrace(in: bytes, from: start + 2)
    return Place(start: start, name: start + 2..<end, end: min(end + 1, bytes.count))
  }

  /// Where the first symbol at or behind an offset begins.
  private static func start(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int? {
    var brace = offset + 1
    while brace < bytes.count {
      if bytes[brace] == UInt8(ascii: "{"), bytes[brace - 1] == UInt8(ascii: "$") { return brace - 1 }
      brace += 1
    }
    return nil
  }

  private static func closingBrace(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
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
    return raw.withBytes { bytes in
      var index = 0
      while let symbol = Text.symbol(in: bytes, from: index) {
        if bytes[index..<symbol.start].contains(where: Text.isLetterOrDigit) { return true }
        index = symbol.end
      }
      return bytes[index...].contains(where: Text.isLetterOrDigit)
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// The text with symbols replaced where the closure knows them.
  package func replacingSymbols(_ replacement: (String) -> String?) -> Text {
    guard hasSymbols else { return self }
    return raw.withBytes { bytes in
      var result = ""
      // What lies before this offset is in the result.
      var done = 0
      var index = 0
      while let symbol = Text.symbol(in: bytes, from: index) {
        let name = String(bytes, symbol.name)
        index = symbol.end
        if let value = replacement(name) ?? (symbol.isClosed ? nil : "${\(name)}") {
          result += String(bytes, done..<symbol.start)
          result += value
          done = index
        }
      }
      if done == 0 { return self }
      return Text(result + String(bytes, done..<bytes.count))
    }
  }

  /// The text with symbols replaced by the values that they have unless somebody overrides them.
  func assuming(_ values: [String: String]) -> Text { values.isEmpty ? self : replacingSymbols { values[$0] } }

  /// The parts between the occurrences of a separator that stand outside symbols.
  package func split(on separator: Character, maxSplits: Int = .max) -> [Text] {
    guard let mark = separator.asciiValue else { return [self] }
    return raw.withBytes { bytes in
      var parts: [Text] = []
      parts.reserveCapacity(maxSplits < 8 ? maxSplits + 1 : 4)
      var start = 0
      var depth = 0
      for index in bytes.indices where parts.count < maxSplits {
        switch bytes[index] {
        case UInt8(ascii: "{") where depth > 0 || index > 0 && bytes[index - 1] == UInt8(ascii: "$"): depth += 1
        case UInt8(ascii: "}") where depth > 0: depth -= 1
        case mark where depth == 0:
          parts.append(part(bytes, start..<index))
          start = index + 1
        default: break
        }
      }
      parts.append(start == 0 ? self : part(bytes, start..<bytes.count))
      return parts
    }
  }

  private func part(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Text {
    let string = String(bytes, range)
    return hasSymbols ? Text(string) : Text(literal: string)
  }
}
