/// Bytes that grow: what reports are written into.
///
/// It is the one place of the reporters that writes through a pointer. A report of a large template has a hundred
/// thousand small pieces, and to append one to an array costs more than the piece itself. Everything goes through `grow`,
/// which makes the room first.
struct ByteWriter: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  /// - Parameter capacity: how many bytes are expected; it may be more.
  init(capacity: Int = 256) {
    self.capacity = max(capacity, 16)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// What was written.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// One piece after the other; makes room for a little more at the same time.
  mutating func write(_ pieces: [[UInt8]]) {
    reserve(pieces.reduce(1 << 10) { $0 + $1.count })
    for piece in pieces { piece.withUnsafeBufferPointer { write($0) } }
  }

  /// Adds uninitialised bytes, which the caller fills at once.
  @inline(__always)
  private mutating func grow(by more: Int) -> UnsafeMutablePointer<UInt8> {
    if more > capacity - count { reserve(max(capacity, more)) }
    defer { count += more }
    return start + count
  }

  @inline(never)
  private mutating func reserve(_ more: Int) {
    capacity = count + more
    let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    wider.initialize(from: start, count: count)
    start.deallocate()
    start = wider
  }
}

extension ByteWriter {
  @inline(__always)
  mutating func put(_ byte: UInt8) { grow(by: 1).initialize(to: byte) }

  @inline(__always)
  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let from = bytes.baseAddress else { return }
    grow(by: bytes.count).initialize(from: from, count: bytes.count)
  }

  /// Text that stands in the program.
  @inline(__always)
  mutating func put(_ literal: StaticString) {
    write(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func write(_ text: String) {
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { write($0) }
    if isWritten == nil { for byte in text.utf8 { put(byte) } }
  }

  @inline(__always)
  mutating func put(_ byte: UInt8, times count: Int) {
    guard count > 0 else { return }
    grow(by: count).initialize(repeating: byte, count: count)
  }

  /// A number in decimal digits.
  mutating func write(_ number: Int) {
    if number < 0 { put(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let length = decimalDigits(of: rest)
    let digits = grow(by: length)
    for place in stride(from: length - 1, through: 0, by: -1) {
      digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}

/// How many decimal digits a number has.
func decimalDigits(of number: UInt) -> Int {
  var (digits, rest) = (1, number / 10)
  while rest > 0 {
    digits += 1
    rest /= 10
  }
  return digits
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether all bytes are printable ASCII.
  var isPlain: Bool {
    // No way out in the middle, so that the compiler looks at sixteen at once.
    var highest: UInt8 = 0
    for byte in self { highest = Swift.max(highest, byte &- 0x20) }
    return highest < 0x7F - 0x20
  }
}
