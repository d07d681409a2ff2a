import Diagnostics

extension HCLParser {
  /// The literal text up to the next interpolation, directive or the end of the template.
  mutating func literal(_ form: TemplateForm) throws(Problem) -> [UInt8] {
    var result: [UInt8] = []
    if case .raw(let indentation) = form, position == 0 || bytes[position - 1] == 0x0A {
      skip(indentation: indentation)
    }
    while let byte = byte {
      if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%"), self.byte(ahead: 1) == UInt8(ascii: "{") {
        return result
      }
      if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%"), self.byte(ahead: 1) == byte,
        self.byte(ahead: 2) == UInt8(ascii: "{")
      {
        result += [byte, UInt8(ascii: "{")]
        position += 3
        continue
      }
      switch form {
      case .quoted:
        if byte == UInt8(ascii: "\"") || byte == 0x0A { return result }
        if byte == UInt8(ascii: "\\") {
          try escape(into: &result)
          continue
        }
        result.append(byte)
        position += 1
      case .raw(let indentation):
        position += 1
        if byte == 0x0D, self.byte == 0x0A { continue }
        result.append(byte)
        if byte == 0x0A { skip(indentation: indentation) }
      }
    }
    return result
  }

  private mutating func skip(indentation: Int) {
    var left = indentation
    while left > 0, let byte = byte, byte == 0x20 || byte == 0x09 {
      position += 1
      left -= 1
    }
  }

  private mutating func escape(into result: inout [UInt8]) throws(Problem) {
    let start = position
    position += 1
    let escaped = byte
    position += 1
    switch escaped {
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "\""): result.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): result.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "u"): try unicode(digits: 4, from: start, into: &result)
    case UInt8(ascii: "U"): try unicode(digits: 8, from: start, into: &result)
    default:
      position = min(position, limit)
      throw Problem(
        span(from: start), "'\(text(from: start, to: position))' is no escape; write '\\\\' for a backslash")
    }
  }

  private mutating func unicode(digits: Int, from start: Int, into result: inout [UInt8]) throws(Problem) {
    let hex = text(from: position, to: min(position + digits, limit))
    guard hex.utf8.count == digits, let code = UInt32(hex, radix: 16), let scalar = Unicode.Scalar(code) else {
      throw Problem(span(from: start, to: min(position, limit)), "this escape names no character")
    }
    result += Array(String(Character(scalar)).utf8)
    position += digits
  }
}

extension HCLParser {
  /// `<<MARK` or `<<-MARK`, the lines up to one with the mark alone, and the mark.
  mutating func heredoc() throws(Problem) -> HCLExpression {
    let start = position
    position += 2
    let isFlush = take("-")
    guard let mark = identifier() else { throw unexpected(expecting: "the mark of the heredoc") }
    skipBlanks()
    guard take("\n") else { throw unexpected(expecting: "a new line after the heredoc's mark") }
    let first = position
    guard let end = heredocEnd(Array(mark.utf8), from: first) else {
      throw Problem(span(from: start, to: first - 1), "this heredoc is never closed: no line '\(mark)'")
    }
    let outerLimit = limit
    limit = end.line
    let parts = try template(.raw(indentation: isFlush ? indentation(from: first, to: end.line) : 0), from: start)
    limit = outerLimit
    position = end.mark
    return try node(.template(parts), from: start, depth: deepest + 1)
  }

  private mutating func skipBlanks() {
    while let byte = byte, byte == 0x20 || byte == 0x09 || byte == 0x0D { position += 1 }
  }

  /// Where the closing line of a heredoc begins, and where its mark ends.
  private func heredocEnd(_ mark: [UInt8], from first: Int) -> (line: Int, mark: Int)? {
    var line = first
    while line < limit {
      var index = line
      while index < limit, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
      let end = index + mark.count
      if end <= limit, bytes[index..<end].elementsEqual(mark), isLineEnd(end) { return (line, end) }
      while index < limit, bytes[index] != 0x0A { index += 1 }
      line = index + 1
    }
    return nil
  }

  /// Whether no more of an identifier follows; a bracket or comma may, as in `jsonencode(<<EOF`.
  private func isLineEnd(_ index: Int) -> Bool {
    guard index < limit else { return true }
    let byte = bytes[index]
    return !HCLParser.startsIdentifier(byte) && !HCLParser.isDigit(byte) && byte != UInt8(ascii: "-")
      && (byte == 0x0A || byte == 0x0D || byte == 0x20 || byte == 0x09)
  }

  /// The smallest indentation of the lines that hold something.
  private func indentation(from first: Int, to end: Int) -> Int {
    var smallest = Int.max
    var line = first
    while line < end {
      var index = line
      while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
      if index < end, bytes[index] != 0x0A, bytes[index] != 0x0D { smallest = min(smallest, index - line) }
      while index < end, bytes[index] != 0x0A { index += 1 }
      line = index + 1
    }
    return smallest == Int.max ? 0 : smallest
  }
}

extension [UInt8] {
  fileprivate static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// What `~}` does to the literal after it.
  mutating func removeLeadingSpace() { self = Array(drop(while: [UInt8].isSpace)) }

  /// What `${~` does to the literal before it.
  mutating func removeTrailingSpace() {
    while let last = last, [UInt8].isSpace(last) { removeLast() }
  }
}
