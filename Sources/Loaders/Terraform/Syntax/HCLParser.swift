package import Diagnostics

/// Reads the native syntax of the Terraform language, straight from bytes: templates make a token stream of it awkward.
///
/// Written after hashicorp/hcl, hclsyntax/spec.md. Lenient where that costs nothing; the first error ends the file.
package struct HCLParser {
  /// Where the bytes stand in their file.
  enum Placement {
    /// The first byte is at this offset of the file.
    case offset(FileID, Int)
    /// The bytes are unescaped text of one value, whose span stands for every part of it.
    case within(Span)
  }

  /// How deep expressions and blocks may nest.
  static let depthLimit = 100

  let bytes: [UInt8]
  let placement: Placement
  /// One past the last byte that may be read: the end of the file or of the heredoc at hand.
  var limit: Int
  var position = 0
  /// Whether a line break is white space: inside parentheses, brackets and interpolations.
  var ignoresNewlines = false
  var nesting = 0

  init(_ bytes: [UInt8], placement: Placement) {
    self.bytes = bytes
    self.placement = placement
    limit = bytes.count
  }

  /// Reads a file.
  package static func parse(_ file: SourceFile, id: FileID) throws(Problem) -> HCLBody {
    var parser = HCLParser(file.bytes, placement: .offset(id, 0))
    if file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
    return try parser.file()
  }

  /// Reads one expression, such as the value of `--var`.
  package static func expression(_ text: String, at span: Span) throws(Problem) -> HCLExpression {
    var parser = HCLParser(Array(text.utf8), placement: .within(span))
    parser.ignoresNewlines = true
    let result = try parser.expression()
    parser.skipSpace()
    guard parser.position >= parser.limit else { throw parser.unexpected(expecting: "the end of the expression") }
    return result
  }

  /// Reads a template without quotes around it: a template file or a string of the JSON syntax.
  ///
  /// - Parameter span: of the text; its quotes are left out where the text was written as it is.
  package static func template(_ text: String, at span: Span, isQuoted: Bool = false) throws(Problem) -> HCLExpression {
    let bytes = Array(text.utf8)
    let isVerbatim = isQuoted && Int(span.end) - Int(span.start) == bytes.count + 2
    let placement: Placement = isVerbatim ? .offset(span.file, Int(span.start) + 1) : .within(span)
    var parser = HCLParser(bytes, placement: placement)
    let parts = try parser.template(.raw(indentation: 0))
    return HCLExpression(.template(parts), span, depth: parser.deepest)
  }

  /// The depth of the last template, for the expression around it.
  var deepest = 0
}

extension HCLParser {
  var byte: UInt8? { position < limit ? bytes[position] : nil }

  func byte(ahead count: Int) -> UInt8? {
    let index = position + count
    return index < limit ? bytes[index] : nil
  }

  func starts(with text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= limit else { return false }
    return text.withUTF8Buffer { buffer in
      for (offset, wanted) in buffer.enumerated() where bytes[position + offset] != wanted { return false }
      return true
    }
  }

  mutating func take(_ text: StaticString) -> Bool {
    guard starts(with: text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  func span(from start: Int, to end: Int? = nil) -> Span {
    let end = max(start, end ?? position)
    switch placement {
    case .within(let span): return span
    case .offset(let file, let base):
      return Span(file: file, start: UInt32(clamping: base + start), end: UInt32(clamping: base + end))
    }
  }

  func text(from start: Int, to end: Int) -> String {
    guard start < end, start >= 0, end <= bytes.count else { return "" }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Skips blanks and comments, and line breaks where they don't count.
  mutating func skipSpace() { skipSpace(newlines: ignoresNewlines) }

  mutating func skipSpace(newlines: Bool) {
    while let byte = byte {
      switch byte {
      case 0x20, 0x09: position += 1
      case 0x0A:
        guard newlines else { return }
        position += 1
      case 0x0D:
        guard newlines || self.byte(ahead: 1) == 0x0A else { return }
        if !newlines { return }
        position += 1
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "/"):
        if self.byte(ahead: 1) == UInt8(ascii: "/") { skipLine() } else if !skipBlockComment() { return }
      default: return
      }
    }
  }

  /// Moves to the end of the line.
  private mutating func skipLine() {
    while let byte = byte, byte != 0x0A { position += 1 }
  }

  /// Skips `/* … */`; false when there is none, or it has no end.
  private mutating func skipBlockComment() -> Bool {
    guard starts(with: "/*") else { return false }
    var index = position + 2
    while index + 1 < limit {
      if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
        position = index + 2
        return true
      }
      index += 1
    }
    return false
  }
}

extension HCLParser {
  static func startsIdentifier(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The identifier at hand, without moving.
  func identifierEnd() -> Int? {
    guard let first = byte, HCLParser.startsIdentifier(first) else { return nil }
    var end = position + 1
    while end < limit,
      HCLParser.startsIdentifier(bytes[end]) || HCLParser.isDigit(bytes[end]) || bytes[end] == UInt8(ascii: "-")
    {
      end += 1
    }
    return end
  }

  mutating func identifier() -> String? {
    guard let end = identifierEnd() else { return nil }
    defer { position = end }
    return text(from: position, to: end)
  }

  /// Takes a word that is not the beginning of a longer one.
  mutating func takeWord(_ word: StaticString) -> Bool {
    guard starts(with: word), identifierEnd() == position + word.utf8CodeUnitCount else { return false }
    position += word.utf8CodeUnitCount
    return true
  }

  /// The error that something else stands where a thing is expected.
  func unexpected(expecting: String) -> Problem {
    guard let byte = byte else {
      return Problem(span(from: limit, to: limit), "the file ends where \(expecting) belongs")
    }
    if byte == 0x0A || byte == 0x0D {
      return Problem(span(from: position, to: position), "the line ends where \(expecting) belongs")
    }
    let end = min(identifierEnd() ?? characterEnd(), position + 30)
    return Problem(
      span(from: position, to: end), "expected \(expecting), found '\(text(from: position, to: end))'")
  }

  /// The end of the UTF-8 character at hand.
  private func characterEnd() -> Int {
    var end = position + 1
    while end < limit, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// Runs a step one level deeper, within the limit.
  mutating func nested<Result>(_ body: (inout HCLParser) throws(Problem) -> Result) throws(Problem) -> Result {
    guard nesting < HCLParser.depthLimit else {
      throw Problem(span(from: position, to: position), "nested too deeply to be read")
    }
    nesting += 1
    defer { nesting -= 1 }
    return try body(&self)
  }

  /// Runs a step with other rules for line breaks.
  mutating func withNewlines<Result>(
    ignored: Bool, _ body: (inout HCLParser) throws(Problem) -> Result
  ) throws(Problem) -> Result {
    let outer = ignoresNewlines
    ignoresNewlines = ignored
    defer { ignoresNewlines = outer }
    return try body(&self)
  }

  /// An expression over others, one level deeper than the deepest of them.
  func node(_ kind: HCLExpression.Kind, from start: Int, over depths: Int...) throws(Problem) -> HCLExpression {
    try node(kind, from: start, depth: (depths.max() ?? 0) + 1)
  }

  func node(_ kind: HCLExpression.Kind, from start: Int, depth: Int) throws(Problem) -> HCLExpression {
    guard depth <= HCLParser.depthLimit * 2 else {
      throw Problem(span(from: start, to: start), "nested too deeply to be read")
    }
    return HCLExpression(kind, span(from: start), depth: depth)
  }
}
