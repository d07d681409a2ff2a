/// Steps over well-formed JSON without making anything of it; whatever is wrong is left to the reader, which says what.
struct JSONScan {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the scan gives up.
  let end: Int

  @inline(__always)
  func blanks(from start: Int) -> Int {
    var index = start
    while index < end, DocumentReader.isBlank(bytes[index]) { index += 1 }
    return index
  }

  /// The index behind a value; nil where it is not well-formed, too deep, or not over before the end.
  func value(at start: Int, depth: Int) -> Int? {
    guard start < end else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "\""): return string(at: start)
    case UInt8(ascii: "{"): return object(at: start, depth: depth)
    case UInt8(ascii: "["): return array(at: start, depth: depth)
    default: return literal(at: start)
    }
  }

  private func object(at start: Int, depth: Int) -> Int? {
    guard depth < DocumentReader.maximumDepth else { return nil }
    var index = blanks(from: start + 1)
    if index < end, bytes[index] == UInt8(ascii: "}") { return index + 1 }
    while index < end {
      guard bytes[index] == UInt8(ascii: "\""), let close = string(at: index), let inner = colon(after: close),
        let after = value(at: inner, depth: depth + 1)
      else { return nil }
      index = blanks(from: after)
      guard index < end else { return nil }
      if bytes[index] == UInt8(ascii: "}") { return index + 1 }
      guard bytes[index] == UInt8(ascii: ",") else { return nil }
      index = blanks(from: index + 1)
    }
    return nil
  }

  private func array(at start: Int, depth: Int) -> Int? {
    guard depth < DocumentReader.maximumDepth else { return nil }
    var index = blanks(from: start + 1)
    if index < end, bytes[index] == UInt8(ascii: "]") { return index + 1 }
    while index < end {
      guard let after = value(at: index, depth: depth + 1) else { return nil }
      index = blanks(from: after)
      guard index < end else { return nil }
      if bytes[index] == UInt8(ascii: "]") { return index + 1 }
      guard bytes[index] == UInt8(ascii: ",") else { return nil }
      index = blanks(from: index + 1)
    }
    return nil
  }

  /// Where the value of a key begins.
  @inline(__always)
  func colon(after key: Int) -> Int? {
    let index = blanks(from: key)
    guard index < end, bytes[index] == UInt8(ascii: ":") else { return nil }
    return blanks(from: index + 1)
  }

  /// The index behind the closing quote.
  func string(at start: Int) -> Int? {
    var index = start + 1
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\""): return index + 1
      case UInt8(ascii: "\\"):
        guard let after = escape(at: index) else { return nil }
        index = after
      case 0x0A: return nil
      default: index += 1
      }
    }
    return nil
  }

  private func escape(at start: Int) -> Int? {
    guard start + 1 < end else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return start + 2
    case UInt8(ascii: "u"):
      guard start + 6 <= end, JSONReader.hexadecimal(bytes[(start + 2)..<(start + 6)]) != nil else { return nil }
      return start + 6
    default: return nil
    }
  }

  private func literal(at start: Int) -> Int? {
    var index = start
    while index < end, !JSONReader.endsLiteral(bytes[index]) { index += 1 }
    guard index < end, JSONReader.isLiteral(UnsafeBufferPointer(rebasing: bytes[start..<index])) else { return nil }
    return index
  }
}
