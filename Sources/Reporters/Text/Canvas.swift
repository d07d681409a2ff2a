/// The bytes of a text report as they grow, painted where a terminal shows colours.
struct Canvas: ~Copyable {
  private var out: ByteWriter
  private let ink: Ink

  init(_ ink: Ink, capacity: Int) {
    self.ink = ink
    out = ByteWriter(capacity: capacity)
  }

  var bytes: [UInt8] { out.bytes }

  /// Text that stands in the program.
  @inline(__always)
  mutating func put(_ literal: StaticString) { out.put(literal) }

  @inline(__always)
  mutating func put(_ literal: StaticString, _ role: Ink.Role) { paint(role) { $0.put(literal) } }

  mutating func write(_ text: String) { out.write(text) }

  mutating func write(_ number: Int) { out.write(number) }

  /// Bytes of a line that is safe to print.
  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) { out.write(bytes) }

  /// Everything that the closure writes gets a colour.
  @inline(__always)
  mutating func paint(_ role: Ink.Role, _ content: (inout Canvas) -> Void) {
    if ink.isColoured { out.write(Ink.opening(role)) }
    content(&self)
    if ink.isColoured { out.write(Ink.closing) }
  }

  /// Text of a file or a message on one line, with nothing in it that a terminal would obey.
  mutating func writePrintable(_ text: String) {
    let isWritten = text.utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.isPlain else { return false }
      out.write(bytes)
      return true
    }
    if isWritten != true { out.write(CharacterWidth.printable(text)) }
  }

  @inline(__always)
  mutating func pad(_ count: Int) { write(" ", times: count) }

  @inline(__always)
  mutating func write(_ character: Unicode.Scalar, times count: Int) {
    out.put(UInt8(ascii: character), times: count)
  }

  @inline(__always)
  mutating func newLine() { out.put(0x0A) }
}
