import Infrastructure

/// A set of texts: what an IAM pattern, a filter's prefix or suffix, or a name that is only partly known stands for.
struct Glob: Sendable, Hashable {
  enum Item: Sendable, Hashable {
    case byte(UInt8)
    /// `?`: any one character.
    case anyByte
    /// `*`: any run of characters, the empty one and separators included.
    case run
    /// A part that isn't known, equal to itself only.
    case symbol(String)
  }

  var items: [Item]

  init(items: [Item]) { self.items = items }

  /// An IAM pattern: `*` and `?` are wildcards and policy variables such as `${aws:username}` may be anything.
  init(pattern text: Text) {
    items = []
    for piece in text.pieces {
      switch piece {
      case .literal(let literal): for byte in literal.utf8 { append(pattern: byte) }
      case .symbol(let symbol): append(symbol: symbol)
      }
    }
  }

  /// A text without wildcards.
  init(literal text: Text) {
    items = []
    for piece in text.pieces {
      switch piece {
      case .literal(let literal):
        items.reserveCapacity(items.count + literal.utf8.count)
        for byte in literal.utf8 { items.append(.byte(byte)) }
      case .symbol(let symbol): items.append(.symbol(symbol))
      }
    }
  }

  static let everything = Glob(items: [.run])

  static func prefix(_ text: Text) -> Glob { Glob(items: Glob(literal: text).items + [.run]) }
  static func suffix(_ text: Text) -> Glob { Glob(items: [.run] + Glob(literal: text).items) }

  private mutating func append(pattern byte: UInt8) {
    switch byte {
    case UInt8(ascii: "*"): if items.last != .run { items.append(.run) }
    case UInt8(ascii: "?"): items.append(.anyByte)
    default: items.append(.byte(byte))
    }
  }

  private mutating func append(symbol: String) {
    switch symbol {
    case "*", "?", "$": items += symbol.utf8.map { .byte($0) }
    default:
      if !Glob.isPolicyVariable(symbol) {
        items.append(.symbol(symbol))
      } else if items.last != .run {
        items.append(.run)
      }
    }
  }

  /// Whether a symbol is a variable that IAM fills in for each request.
  ///
  /// Source: IAM User Guide, "IAM policy elements: variables and tags", 2026-11.
  static func isPolicyVariable(_ symbol: String) -> Bool {
    guard let colon = symbol.firstIndex(of: ":"), !symbol[symbol.index(after: colon)...].hasPrefix(":") else {
      return false
    }
    switch symbol[..<colon] {
    case "aws", "s3", "saml", "sts", "iot", "ec2", "cognito-identity.amazonaws.com", "www.amazon.com",
      "graph.facebook.com", "accounts.google.com", "redshift", "transfer":
      return true
    default: return false
    }
  }

  var hasWildcard: Bool { items.contains { $0 == .run || $0 == .anyByte } }

  /// The ASCII letters in lower case, for comparisons that ignore case.
  var lowercased: Glob {
    Glob(
      items: items.map { item in
        guard case .byte(let byte) = item, (0x41...0x5A).contains(byte) else { return item }
        return .byte(byte | 0x20)
      })
  }
}

extension Glob: CustomStringConvertible {
  /// As written, without the scopes of its symbols.
  var description: String {
    var raw: [UInt8] = []
    for item in items {
      switch item {
      case .byte(let byte): raw.append(byte)
      case .anyByte: raw.append(UInt8(ascii: "?"))
      case .run: raw.append(UInt8(ascii: "*"))
      case .symbol(let symbol): raw += "${\(symbol)}".utf8
      }
    }
    return Text(String(decoding: raw, as: UTF8.self)).description
  }

  /// The canonical text, with the scopes of its symbols.
  var text: Text {
    var raw: [UInt8] = []
    for item in items {
      switch item {
      case .byte(let byte): raw.append(byte)
      case .anyByte: raw.append(UInt8(ascii: "?"))
      case .run: raw.append(UInt8(ascii: "*"))
      case .symbol(let symbol): raw += "${\(symbol)}".utf8
      }
    }
    return Text(String(decoding: raw, as: UTF8.self))
  }
}
