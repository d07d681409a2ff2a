import Diagnostics

extension HCLParser {
  mutating func file() throws(Problem) -> HCLBody {
    let body = try body(isFile: true)
    guard position >= limit else { throw unexpected(expecting: "an attribute or a block") }
    return body
  }

  /// Attributes and blocks up to the closing brace, or to the end of the file.
  private mutating func body(isFile: Bool) throws(Problem) -> HCLBody {
    let start = position
    var result = HCLBody(span: span(from: start, to: start))
    while true {
      skipSpace(newlines: true)
      guard let byte = byte, byte != UInt8(ascii: "}") else { break }
      try item(into: &result)
      skipSpace(newlines: false)
      guard let after = self.byte, after != 0x0A, after != 0x0D, after != UInt8(ascii: "}") else { continue }
      throw unexpected(expecting: "a new line")
    }
    result.span = span(from: start)
    return result
  }

  private mutating func item(into body: inout HCLBody) throws(Problem) {
    let start = position
    guard let name = identifier() else { throw unexpected(expecting: "an attribute or a block") }
    let nameEnd = position
    skipSpace(newlines: false)
    if byte == UInt8(ascii: "="), byte(ahead: 1) != UInt8(ascii: "=") {
      position += 1
      let value = try withNewlines(ignored: false) { parser throws(Problem) in try parser.expression() }
      body.attributes.append(HCLAttribute(name: name, nameSpan: span(from: start, to: nameEnd), value: value))
      return
    }
    let labels = try labels()
    let header = span(from: start, to: labels.end ?? nameEnd)
    let open = position
    guard take("{") else { throw unexpected(expecting: "'=' or '{' after '\(name)'") }
    let inner = try nested { parser throws(Problem) in try parser.body(isFile: false) }
    guard take("}") else {
      throw Problem(span(from: open, to: open + 1), "the block '\(name)' is never closed")
    }
    body.blocks.append(HCLBlock(type: name, labels: labels.names, header: header, body: inner))
  }

  private mutating func labels() throws(Problem) -> (names: [String], end: Int?) {
    var names: [String] = []
    var end: Int?
    while true {
      skipSpace(newlines: false)
      if byte == UInt8(ascii: "\"") {
        let start = position
        let label = try quoted()
        guard let text = label.literal else {
          throw Problem(span(from: start), "a label can't hold an interpolation")
        }
        names.append(text)
      } else if let name = identifier() {
        names.append(name)
      } else {
        return (names, end)
      }
      end = position
    }
  }
}
