import Infrastructure

/// The object keys that a glob allows and those that a notification's prefix and suffix let through.
enum KeyLanguage {
  /// What comparing the two sets of keys shows.
  enum Overlap: Equatable {
    case none
    /// Every key of the glob passes.
    case all
    case some
  }

  /// Compares a key glob with a prefix and a suffix.
  ///
  /// Exact where the glob holds a `*`: the heads must agree as far as both are known, and so must the tails. An unknown
  /// part counts as `*`.
  static func overlap(of glob: Text, prefix: Text?, suffix: Text?) -> Overlap {
    let units = self.units(glob)
    let head = self.units(prefix ?? "", isPrefix: true)
    let tail = self.units(suffix ?? "", isPrefix: false)
    guard units.contains(star) else { return fixed(units, head: head, tail: tail) }
    let start = Array(units.prefix { $0 != star })
    let end = Array(units.reversed().prefix { $0 != star })
    guard agree(start, head.units), agree(end, Array(tail.units.reversed())) else { return .none }
    let isInside =
      head.isKnown && tail.isKnown && start.count >= head.units.count && end.count >= tail.units.count
      && !start.prefix(head.units.count).contains(any) && !end.prefix(tail.units.count).contains(any)
    return isInside ? .all : .some
  }

  private static let star: UInt32 = 0x2A
  private static let any: UInt32 = 0x3F

  /// The part of a filter that is known from its fixed end on, and whether that is all of it.
  private static func units(_ filter: Text, isPrefix: Bool) -> (units: [UInt32], isKnown: Bool) {
    guard filter.hasSymbols else { return (filter.raw.unicodeScalars.map(\.value), true) }
    let pieces = filter.pieces
    guard case .literal(let literal)? = isPrefix ? pieces.first : pieces.last else { return ([], false) }
    return (literal.unicodeScalars.map(\.value), false)
  }

  private static func units(_ glob: Text) -> [UInt32] {
    glob.pieces.flatMap { piece -> [UInt32] in
      switch piece {
      case .literal(let literal): literal.unicodeScalars.map(\.value)
      case .symbol: [star]
      }
    }
  }

  private static func agree(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    zip(left, right).allSatisfy { $0 == $1 || $0 == any }
  }

  private static func fixed(
    _ key: [UInt32], head: (units: [UInt32], isKnown: Bool), tail: (units: [UInt32], isKnown: Bool)
  ) -> Overlap {
    guard key.count >= head.units.count, key.count >= tail.units.count, agree(key, head.units),
      agree(key.reversed(), tail.units.reversed())
    else { return .none }
    return head.isKnown && tail.isKnown && !key.contains(any) ? .all : .some
  }

  /// A filter value as the keys it means: S3 writes a space as `+` and other characters percent-encoded.
  static func decoded(_ value: Text) -> Text {
    guard value.raw.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else { return value }
    var result: [UInt8] = []
    var bytes = value.raw.utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "+"): result.append(0x20)
      case UInt8(ascii: "%"):
        guard let high = bytes.next(), let low = bytes.next(),
          let decoded = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
        else { return value }
        result.append(decoded)
      default: result.append(byte)
      }
    }
    return Text(String(decoding: result, as: UTF8.self))
  }
}
