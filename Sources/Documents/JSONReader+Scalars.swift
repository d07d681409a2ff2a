import Diagnostics

extension JSONReader {
  /// A number, `true`, `false` or `null`.
  mutating func literal() throws(Problem) -> Node {
    let start = index
    while index < bytes.count, !JSONReader.endsLiteral(bytes[index]) { index += 1 }
    let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
    let text = String(decoding: word, as: UTF8.self)
    let span = span(from: start, to: index)
    guard JSONReader.isLiteral(word) else {
      index = start
      throw problem(text.isEmpty ? "expected a value" : "'\(text.prefix(40))' is no JSON value")
    }
    return Node(text == "null" ? .null : .scalar(.init(text, .plain)), span)
  }

  /// Whether a word is `true`, `false`, `null` or a number.
  static func isLiteral(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    switch word.first {
    case UInt8(ascii: "t"): word.elementsEqual("true".utf8)
    case UInt8(ascii: "f"): word.elementsEqual("false".utf8)
    case UInt8(ascii: "n"): word.elementsEqual("null".utf8)
    default: isNumber(word)
    }
  }

  static func endsLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"),
      UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "{"):
      true
    default: false
    }
  }

  /// Whether a word is a number by JSON's grammar: `-`, digits without leading zeros, a fraction, an exponent.
  private static func isNumber(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = word[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit)
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
    rest = rest.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      guard !fraction.isEmpty else { return false }
      rest = rest.dropFirst(fraction.count + 1)
    }
    guard let mark = rest.first else { return true }
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return false }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}

extension JSONReader {
  /// The string that begins at the index.
  mutating func string() throws(Problem) -> String {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
      if bytes[index] == 0x0A { throw unclosed(start) }
      index += 1
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return try escapedString(start) }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[(start + 1)..<index]), as: UTF8.self)
    index += 1
    return text
  }

  private func unclosed(_ start: Int) -> Problem {
    Problem(span(from: start, to: start + 1), "the string is not closed")
  }

  private mutating func escapedString(_ start: Int) throws(Problem) -> String {
    var text = Array(bytes[(start + 1)..<index])
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte == 0x0A { break }
      if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
    }
    throw unclosed(start)
  }

  private mutating func escape(into text: inout [UInt8]) throws(Problem) {
    guard index < bytes.count else { throw problem("the JSON ends too early") }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"): text += String(try character()).utf8
    default:
      index -= 1
      throw problem(
        byte < 0x80 ? "'\\\(Character(UnicodeScalar(byte)))' is no JSON escape" : "this is no JSON escape")
    }
  }

  /// The character of `\uXXXX`, or of two that are a surrogate pair; a lone surrogate becomes U+FFFD.
  private mutating func character() throws(Problem) -> Character {
    let high = try hexadecimal()
    if (0xD800..<0xDC00).contains(high), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      let mark = index
      index += 2
      let low = try hexadecimal()
      if (0xDC00..<0xE000).contains(low), let scalar = UnicodeScalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
      {
        return Character(scalar)
      }
      index = mark
    }
    return Character(UnicodeScalar(high) ?? "\u{FFFD}")
  }

  private mutating func hexadecimal() throws(Problem) -> UInt32 {
    guard index + 4 <= bytes.count, let value = JSONReader.hexadecimal(bytes[index..<(index + 4)]) else {
      throw problem("'\\u' needs four hexadecimal digits")
    }
    index += 4
    return value
  }

  static func hexadecimal(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    var value: UInt32 = 0
    for digit in digits {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(digit - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(digit - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(digit - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return value
  }
}
