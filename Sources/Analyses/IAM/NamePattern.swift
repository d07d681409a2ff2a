import Infrastructure

/// A resource name in a policy, with wildcards, matched against names of which parts may be unknown.
///
/// Each unknown counts as one character that equals only itself, so `${Stage}-*` matches the names that begin with the
/// same parameter and no others. IAM's own variables, such as `${aws:username}`, stand for anything.
struct NamePattern: Hashable {
  private let units: [UInt32]
  let hasWildcard: Bool

  init(_ text: Text, symbols: inout SymbolTable) {
    var units: [UInt32] = []
    for piece in text.pieces {
      switch piece {
      case .literal(let literal): units += literal.unicodeScalars.map(\.value)
      case .symbol(let symbol): units.append(NamePattern.isPolicyVariable(symbol) ? 0x2A : symbols.unit(symbol))
      }
    }
    self.units = units
    hasWildcard = units.contains(0x2A) || units.contains(0x3F)
  }

  /// Whether the pattern stands for every name.
  var isEverything: Bool { !units.isEmpty && units.allSatisfy { $0 == 0x2A } }

  func matches(_ name: NamePattern) -> Bool { Glob.matches(pattern: units, name.units) }

  /// The pattern without wildcards at its end; nil where others remain or there was none at the end.
  static func exactPart(of text: Text) -> Text? {
    guard text.raw.hasSuffix("*") else { return nil }
    var raw = text.raw
    while raw.hasSuffix("*") { raw.removeLast() }
    return raw.isEmpty || hasWildcard(Text(raw)) ? nil : Text(raw)
  }

  static func hasWildcard(_ text: Text) -> Bool {
    guard text.hasSymbols else { return text.raw.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") } }
    return text.pieces.contains { piece in
      switch piece {
      case .literal(let literal): literal.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
      case .symbol(let symbol): isPolicyVariable(symbol)
      }
    }
  }

  private static func isPolicyVariable(_ symbol: String) -> Bool {
    for prefix in ["aws:", "s3:", "cognito-identity.amazonaws.com:", "iot:", "saml:"] where symbol.hasPrefix(prefix) {
      return true
    }
    return false
  }
}

/// Gives each unknown a number of its own beyond Unicode.
struct SymbolTable {
  private var units: [String: UInt32] = [:]

  mutating func unit(_ symbol: String) -> UInt32 {
    if let unit = units[symbol] { return unit }
    let unit = 0x11_0000 + UInt32(clamping: units.count)
    units[symbol] = unit
    return unit
  }
}
