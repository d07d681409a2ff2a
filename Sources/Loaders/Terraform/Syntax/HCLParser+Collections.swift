import Diagnostics

extension HCLParser {
  mutating func tuple() throws(Problem) -> HCLExpression {
    let start = position
    position += 1
    return try withNewlines(ignored: true) { parser throws(Problem) in
      parser.skipSpace()
      if parser.isAtLoop() { return try parser.loop(from: start, closing: "]") }
      var items: [HCLExpression] = []
      while let byte = parser.byte, byte != UInt8(ascii: "]") {
        items.append(try parser.expression())
        parser.skipSpace()
        guard parser.take(",") else { break }
        parser.skipSpace()
      }
      guard parser.take("]") else { throw parser.never(closed: "this list", "]", from: start) }
      return try parser.node(.tuple(items), from: start, depth: (items.map(\.depth).max() ?? 0) + 1)
    }
  }

  mutating func object() throws(Problem) -> HCLExpression {
    let start = position
    position += 1
    let mark = position
    skipSpace(newlines: true)
    if isAtLoop() {
      return try withNewlines(ignored: true) { parser throws(Problem) in try parser.loop(from: start, closing: "}") }
    }
    position = mark
    return try withNewlines(ignored: false) { parser throws(Problem) in try parser.items(from: start) }
  }

  private mutating func items(from start: Int) throws(Problem) -> HCLExpression {
    var items: [HCLItem] = []
    var depth = 0
    while true {
      skipSpace(newlines: true)
      guard let byte = byte, byte != UInt8(ascii: "}") else { break }
      let item = try item()
      depth = max(depth, item.key.depth, item.value.depth)
      items.append(item)
      skipSpace(newlines: false)
      if take(",") { continue }
      guard let after = self.byte, after != 0x0A, after != 0x0D else { continue }
      break
    }
    guard take("}") else { throw never(closed: "this object", "}", from: start) }
    return try node(.object(items), from: start, depth: depth + 1)
  }

  private mutating func item() throws(Problem) -> HCLItem {
    var key = try expression()
    if case .name(let name) = key.kind { key = HCLExpression(.template([.literal(name)]), key.span) }
    if case .bool(let bool) = key.kind { key = HCLExpression(.template([.literal("\(bool)")]), key.span) }
    if case .null = key.kind { key = HCLExpression(.template([.literal("null")]), key.span) }
    skipSpace()
    guard byte != UInt8(ascii: "=") || byte(ahead: 1) != UInt8(ascii: "="), take("=") || take(":") else {
      throw unexpected(expecting: "'=' after the key")
    }
    return HCLItem(key: key, value: try expression())
  }

  /// Whether `for name` follows, rather than a name that happens to be `for`.
  private func isAtLoop() -> Bool {
    var ahead = self
    guard ahead.takeWord("for") else { return false }
    ahead.skipSpace(newlines: true)
    return ahead.identifierEnd() != nil
  }

  /// The rest of a `for` expression after its opening bracket.
  private mutating func loop(from start: Int, closing: StaticString) throws(Problem) -> HCLExpression {
    _ = takeWord("for")
    let names = try loopNames()
    let collection = try expression()
    skipSpace()
    guard take(":") else { throw unexpected(expecting: "':' of the 'for'") }
    var value = try expression()
    var key: HCLExpression?
    var groups = false
    skipSpace()
    if take("=>") {
      key = value
      value = try expression()
      skipSpace()
      groups = take("...")
      skipSpace()
    }
    var condition: HCLExpression?
    if takeWord("if") {
      condition = try expression()
      skipSpace()
    }
    guard take(closing) else { throw never(closed: "this 'for'", "\(closing)", from: start) }
    let loop = HCLLoop(
      keyName: names.key, valueName: names.value, collection: collection, key: key, value: value,
      condition: condition, groups: groups)
    return try node(
      .loop(loop), from: start, over: collection.depth, key?.depth ?? 0, value.depth, condition?.depth ?? 0)
  }

  /// `key, value in` or `value in` of a `for`.
  mutating func loopNames() throws(Problem) -> (key: String?, value: String) {
    skipSpace()
    guard let first = identifier() else { throw unexpected(expecting: "the name of the loop's value") }
    skipSpace()
    var names: (key: String?, value: String) = (nil, first)
    if take(",") {
      skipSpace()
      guard let second = identifier() else { throw unexpected(expecting: "the name of the loop's value") }
      names = (first, second)
      skipSpace()
    }
    guard takeWord("in") else { throw unexpected(expecting: "'in'") }
    return names
  }
}
