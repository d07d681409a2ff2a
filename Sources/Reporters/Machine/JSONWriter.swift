import Threads

/// Writes JSON value by value, for reports that are too large to be trees first.
///
/// Collections are laid out as those of `JSON`: one that is flat stays on one line, with all that is in it.
struct JSONWriter: ~Copyable {
  private var out: ByteWriter
  /// How deep the collection lies that is being written.
  private var depth = 0
  private var isFlat = false
  /// Whether nothing is in it yet.
  private var isEmpty = true

  init(capacity: Int = 1 << 12) { out = ByteWriter(capacity: capacity) }

  /// What was written, and a line end.
  consuming func finish() -> [UInt8] {
    out.put(0x0A)
    return out.bytes
  }

  mutating func object(isFlat: Bool = false, _ members: (inout JSONWriter) -> Void) {
    collection(UInt8(ascii: "{"), UInt8(ascii: "}"), isFlat: isFlat, members)
  }

  mutating func array(isFlat: Bool = false, _ items: (inout JSONWriter) -> Void) {
    collection(UInt8(ascii: "["), UInt8(ascii: "]"), isFlat: isFlat, items)
  }

  private mutating func collection(
    _ opening: UInt8, _ closing: UInt8, isFlat: Bool, _ content: (inout JSONWriter) -> Void
  ) {
    let isOuterFlat = self.isFlat
    out.put(opening)
    (self.isFlat, isEmpty) = (isOuterFlat || isFlat, true)
    depth += 1
    content(&self)
    depth -= 1
    if !self.isFlat, !isEmpty { newLine() }
    out.put(closing)
    (self.isFlat, isEmpty) = (isOuterFlat, false)
  }

  private mutating func separate() {
    if !isEmpty { out.put(UInt8(ascii: ",")) }
    if !isFlat {
      newLine()
    } else if !isEmpty {
      out.put(0x20)
    }
    isEmpty = false
  }

  private mutating func newLine() {
    out.put(0x0A)
    out.put(0x20, times: 2 * depth)
  }
}

extension JSONWriter {
  /// The items of an array, written in pieces at the same time.
  mutating func items(_ count: Int, pieces: Int, _ write: @Sendable (Int, inout JSONWriter) -> Void) {
    let ranges = Workers.ranges(of: count, pieces: pieces)
    let (depth, isFlat, isEmpty) = (depth, isFlat, isEmpty)
    let written = Workers.map(pieces) { piece in
      var part = JSONWriter(capacity: JSONWriter.usualLength * ranges[piece].count)
      (part.depth, part.isFlat, part.isEmpty) = (depth, isFlat, isEmpty && ranges[piece].lowerBound == 0)
      for index in ranges[piece] { part.item { write(index, &$0) } }
      return part.out.bytes
    }
    out.write(written)
    if count > 0 { self.isEmpty = false }
  }

  /// Bytes of an item of a report.
  private static let usualLength = 1000

  /// An item of an array.
  mutating func item(_ write: (inout JSONWriter) -> Void) {
    separate()
    write(&self)
  }

  /// A member of an object.
  mutating func member(_ name: StaticString, _ write: (inout JSONWriter) -> Void) {
    separate()
    out.put(UInt8(ascii: "\""))
    out.put(name)
    out.put("\": ")
    write(&self)
  }

  mutating func member(_ name: StaticString, _ text: String) { member(name) { $0.write(text) } }

  mutating func member(_ name: StaticString, _ text: String?) {
    member(name) { if let text { $0.write(text) } else { $0.write(.null) } }
  }

  mutating func member(_ name: StaticString, _ number: Int) { member(name) { $0.write(number) } }

  mutating func member(_ name: StaticString, _ value: JSON) { member(name) { $0.write(value) } }

  mutating func write(_ text: String) { out.writeQuoted(text) }

  mutating func write(_ number: Int) { out.write(number) }

  mutating func write(_ value: JSON) {
    switch value {
    case .null: out.put("null")
    case .bool(let value): out.write(value ? "true" : "false")
    case .int(let value): out.write(value)
    case .double(let value): out.write(value.isFinite ? value.description : "null")
    case .string(let text): out.writeQuoted(text)
    case .array(let items):
      array(isFlat: value.isFlat) { for item in items { $0.item { $0.write(item) } } }
    case .object(let members):
      object(isFlat: value.isFlat) { for (name, value) in members { $0.write(value, as: name) } }
    case .line(let value):
      let isOuterFlat = isFlat
      isFlat = true
      write(value)
      isFlat = isOuterFlat
    }
  }

  private mutating func write(_ value: JSON, as name: String) {
    separate()
    out.writeQuoted(name)
    out.put(": ")
    write(value)
  }
}

extension ByteWriter {
  /// A string in quotes, with the escapes that JSON asks for and one for DEL, which YAML doesn't take.
  mutating func writeQuoted(_ text: String) {
    put(UInt8(ascii: "\""))
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { writeEscaped($0) }
    if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { writeEscaped($0) } }
    put(UInt8(ascii: "\""))
  }

  private mutating func writeEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes[...]
    while let special = rest.firstThatNeedsEscape {
      write(UnsafeBufferPointer(rebasing: rest[..<special]))
      writeEscape(bytes[special])
      rest = bytes[(special + 1)...]
    }
    write(UnsafeBufferPointer(rebasing: rest))
  }

  private mutating func writeEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): put("\\\"")
    case UInt8(ascii: "\\"): put("\\\\")
    case 0x0A: put("\\n")
    case 0x0D: put("\\r")
    case 0x09: put("\\t")
    default:
      put(byte < 0x10 ? "\\u000" : "\\u00")
      write(String(byte, radix: 16))
    }
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// The first byte that isn't written as it is; eight are looked at at once.
  fileprivate var firstThatNeedsEscape: Int? {
    let raw = UnsafeRawBufferPointer(base)
    var index = startIndex
    while index < endIndex {
      if index + 8 <= endIndex, !JSONWriter.needsEscape(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
        index += 8
        continue
      }
      switch base[index] {
      case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"): return index
      default: index += 1
      }
    }
    return nil
  }
}

extension JSONWriter {
  /// Whether one of eight bytes is a control character, a quote or a backslash.
  @inline(__always)
  fileprivate static func needsEscape(_ word: UInt64) -> Bool {
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    /// The top bits of bytes that are zero, and perhaps of some above them: what is borrowed goes upwards.
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    let controls = (word &- 0x20 &* ones) & ~word
    let others = zeros(word ^ 0x22 &* ones) | zeros(word ^ 0x5C &* ones) | zeros(word ^ 0x7F &* ones)
    return (controls | others) & tops != 0
  }
}
