import Diagnostics

extension HCLParser {
  /// A term and the attributes, indexes and splats after it.
  mutating func postfix() throws(Problem) -> HCLExpression {
    skipSpace()
    let start = position
    var result = try term()
    while true {
      let end = position
      skipSpace()
      if starts(with: ".*") || starts(with: "[*]") {
        result = try splat(of: result, from: start)
      } else if let step = try step() {
        switch step {
        case .attribute(let name): result = try node(.attribute(result, name), from: start, over: result.depth)
        case .index(let index):
          result = try node(.index(result, index), from: start, over: result.depth, index.depth)
        }
      } else {
        position = end
        return result
      }
    }
  }

  /// `.name`, `.0` or `[expression]`; nil when there is none.
  private mutating func step() throws(Problem) -> HCLStep? {
    let start = position
    if byte == UInt8(ascii: "."), byte(ahead: 1) != UInt8(ascii: ".") {
      position += 1
      skipSpace()
      if let name = identifier() { return .attribute(name) }
      let digits = position
      while let digit = byte, HCLParser.isDigit(digit) { position += 1 }
      guard position > digits else { throw unexpected(expecting: "the name of an attribute") }
      return .index(HCLExpression(.number(text(from: digits, to: position)), span(from: digits)))
    }
    guard take("[") else { return nil }
    let index = try withNewlines(ignored: true) { parser throws(Problem) in
      let index = try parser.expression()
      parser.skipSpace()
      return index
    }
    guard take("]") else { throw never(closed: "this index", "]", from: start) }
    return .index(index)
  }

  private mutating func splat(of list: HCLExpression, from start: Int) throws(Problem) -> HCLExpression {
    let takesIndexes = take("[*]")
    if !takesIndexes { _ = take(".*") }
    var steps: [HCLStep] = []
    var depth = list.depth
    while true {
      let end = position
      skipSpace()
      let isStep = byte == UInt8(ascii: ".") ? byte(ahead: 1) != UInt8(ascii: "*") : takesIndexes
      guard isStep, !starts(with: "[*]"), let step = try step() else {
        position = end
        return try node(.splat(list, steps), from: start, depth: depth + 1)
      }
      if case .index(let index) = step { depth = max(depth, index.depth) }
      steps.append(step)
    }
  }

  private mutating func term() throws(Problem) -> HCLExpression {
    let start = position
    guard let byte = byte else { throw unexpected(expecting: "a value") }
    switch byte {
    case UInt8(ascii: "\""): return try quoted()
    case UInt8(ascii: "("): return try parenthesized()
    case UInt8(ascii: "["): return try tuple()
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "<"):
      guard starts(with: "<<") else { throw unexpected(expecting: "a value") }
      return try heredoc()
    case 0x30...0x39: return number()
    default: break
    }
    guard let name = identifier() else { throw unexpected(expecting: "a value") }
    return try word(name, from: start)
  }

  private mutating func word(_ name: String, from start: Int) throws(Problem) -> HCLExpression {
    var name = name
    while starts(with: "::") {
      position += 2
      guard let next = identifier() else { throw unexpected(expecting: "the name of a function") }
      name += "::" + next
    }
    let end = position
    skipSpace()
    if byte == UInt8(ascii: "(") { return try call(name, from: start) }
    position = end
    switch name {
    case "true": return HCLExpression(.bool(true), span(from: start))
    case "false": return HCLExpression(.bool(false), span(from: start))
    case "null": return HCLExpression(.null, span(from: start))
    default: return HCLExpression(.name(name), span(from: start))
    }
  }

  private mutating func number() -> HCLExpression {
    let start = position
    skipDigits()
    if byte == UInt8(ascii: "."), let next = byte(ahead: 1), HCLParser.isDigit(next) {
      position += 1
      skipDigits()
    }
    if let mark = byte, mark | 0x20 == UInt8(ascii: "e") {
      let isSigned = byte(ahead: 1) == UInt8(ascii: "+") || byte(ahead: 1) == UInt8(ascii: "-")
      if let digit = byte(ahead: isSigned ? 2 : 1), HCLParser.isDigit(digit) {
        position += isSigned ? 2 : 1
        skipDigits()
      }
    }
    return HCLExpression(.number(text(from: start, to: position)), span(from: start))
  }

  private mutating func skipDigits() {
    while let digit = byte, HCLParser.isDigit(digit) { position += 1 }
  }

  private mutating func parenthesized() throws(Problem) -> HCLExpression {
    let start = position
    position += 1
    let inner = try withNewlines(ignored: true) { parser throws(Problem) in
      let inner = try parser.expression()
      parser.skipSpace()
      return inner
    }
    guard take(")") else { throw never(closed: "this parenthesis", ")", from: start) }
    return try node(.parenthesized(inner), from: start, over: inner.depth)
  }

  private mutating func call(_ name: String, from start: Int) throws(Problem) -> HCLExpression {
    let open = position
    position += 1
    var arguments: [HCLExpression] = []
    var spreads = false
    try withNewlines(ignored: true) { parser throws(Problem) in
      parser.skipSpace()
      while let byte = parser.byte, byte != UInt8(ascii: ")"), !spreads {
        arguments.append(try parser.expression())
        parser.skipSpace()
        spreads = parser.take("...")
        parser.skipSpace()
        guard parser.take(",") else { break }
        parser.skipSpace()
      }
      parser.skipSpace()
    }
    guard take(")") else { throw never(closed: "the call of '\(name)'", ")", from: open) }
    let depth = (arguments.map(\.depth).max() ?? 0) + 1
    return try node(.call(name, arguments, spreads: spreads), from: start, depth: depth)
  }

  /// The error that a bracket has no end, or that something else stands before it.
  func never(closed what: String, _ bracket: String, from start: Int) -> Problem {
    guard position < limit else { return Problem(span(from: start, to: start + 1), "\(what) is never closed") }
    return unexpected(expecting: "',' or '\(bracket)'")
  }
}
