import Diagnostics

/// Reads JSON strictly, with exact spans and surrogate pairs, which libyaml can't.
struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let id: FileID
  private var index: Int

  /// The one value of a JSON text.
  static func read(_ bytes: [UInt8], from start: Int, id: FileID, problems: inout Problems) throws(Problem) -> Node {
    var noted = problems
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<Node, Problem> in
      var reader = JSONReader(bytes: buffer, id: id, index: start)
      do throws(Problem) {
        let root = try reader.value(depth: 0, problems: &noted)
        reader.skipBlanks()
        if reader.index < buffer.count { throw reader.problem("text after the end of the JSON value") }
        return .success(root)
      } catch { return .failure(error) }
    }
    problems = noted
    return try result.get()
  }

  private func span(from start: Int, to end: Int) -> Span {
    Span(file: id, start: UInt32(clamping: start), end: UInt32(clamping: end))
  }

  private func problem(_ message: String) -> Problem {
    Problem(span(from: min(index, bytes.count), to: min(index + 1, bytes.count)), message)
  }

  private mutating func skipBlanks() {
    while index < bytes.count, DocumentReader.isBlank(bytes[index]) { index += 1 }
  }

  private mutating func value(depth: Int, problems: inout Problems) throws(Problem) -> Node {
    skipBlanks()
    guard index < bytes.count else { throw problem("the JSON ends too early") }
    guard depth < DocumentReader.maximumDepth else {
      throw problem("nested more than \(DocumentReader.maximumDepth) levels deep")
    }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try object(depth: depth, problems: &problems)
    case UInt8(ascii: "["): return try array(depth: depth, problems: &problems)
    case UInt8(ascii: "\""):
      let start = index
      let text = try string()
      return Node(.scalar(.init(text, .quoted)), span(from: start, to: index))
    default: return try literal()
    }
  }

  private mutating func object(depth: Int, problems: inout Problems) throws(Problem) -> Node {
    let start = index
    index += 1
    var entries: [Node.Entry] = []
    var keys = KeySet()
    skipBlanks()
    if index < bytes.count, bytes[index] == UInt8(ascii: "}") {
      index += 1
      return Node(.mapping([]), span(from: start, to: index))
    }
    while true {
      skipBlanks()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        throw expected("a key in quotes", in: start)
      }
      let keyStart = index
      let key = try string()
      let keySpan = span(from: keyStart, to: index)
      skipBlanks()
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else {
        throw expected("':' after the key", in: start)
      }
      index += 1
      let value = try value(depth: depth + 1, problems: &problems)
      keys.add(key, at: keySpan, among: entries, problems: &problems)
      entries.append(Node.Entry(key: key, keySpan: keySpan, value: value))
      if try endsCollection(with: UInt8(ascii: "}"), openedAt: start) { break }
    }
    return Node(.mapping(entries), span(from: start, to: index))
  }

  private mutating func array(depth: Int, problems: inout Problems) throws(Problem) -> Node {
    let start = index
    index += 1
    var items: [Node] = []
    skipBlanks()
    if index < bytes.count, bytes[index] == UInt8(ascii: "]") {
      index += 1
      return Node(.sequence([]), span(from: start, to: index))
    }
    while true {
      items.append(try value(depth: depth + 1, problems: &problems))
      if try endsCollection(with: UInt8(ascii: "]"), openedAt: start) { break }
    }
    return Node(.sequence(items), span(from: start, to: index))
  }

  /// Steps over a comma or the closing bracket, and says whether it was the latter.
  private mutating func endsCollection(with close: UInt8, openedAt start: Int) throws(Problem) -> Bool {
    skipBlanks()
    guard index < bytes.count, bytes[index] == close || bytes[index] == UInt8(ascii: ",") else {
      throw expected("',' or '\(Character(UnicodeScalar(close)))'", in: start)
    }
    index += 1
    return bytes[index - 1] == close
  }

  private func expected(_ what: String, in start: Int) -> Problem {
    let opening = span(from: start, to: start + 1)
    return Problem(
      problem("").span, index < bytes.count ? "expected \(what)" : "the JSON ends too early; expected \(what)",
      related: [Label(opening, "opened here")])
  }

  private mutating func literal() throws(Problem) -> Node {
    let start = index
    while index < bytes.count, !JSONReader.endsLiteral(bytes[index]) { index += 1 }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
    let span = span(from: start, to: index)
    if text == "null" { return Node(.null, span) }
    guard text == "true" || text == "false" || Double(text) != nil, !text.isEmpty else {
      index = start
      throw problem(text.isEmpty ? "expected a value" : "'\(text.prefix(40))' is no JSON value")
    }
    return Node(.scalar(.init(text, .plain)), span)
  }

  private static func endsLiteral(_ byte: UInt8) -> Bool {
    DocumentReader.isBlank(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "[")
      || byte == UInt8(ascii: "{")
  }

  private mutating func string() throws(Problem) -> String {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
      if bytes[index] == 0x0A { throw unclosed(start) }
      index += 1
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[(start + 1)..<index]), as: UTF8.self)
      index += 1
      return text
    }
    return try escapedString(start)
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
    case UInt8(ascii: "u"): text += Array(String(try scalar()).utf8)
    default:
      index -= 1
      throw problem("'\\\(Character(UnicodeScalar(byte)))' is no JSON escape")
    }
  }

  /// The character of `\uXXXX`, or of two that are a surrogate pair; a lone surrogate becomes U+FFFD.
  private mutating func scalar() throws(Problem) -> Character {
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
    guard index + 4 <= bytes.count,
      let value = UInt32(
        String(decoding: UnsafeBufferPointer(rebasing: bytes[index..<(index + 4)]), as: UTF8.self), radix: 16)
    else { throw problem("'\\u' needs four hexadecimal digits") }
    index += 4
    return value
  }
}
