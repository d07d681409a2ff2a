/// The bytes of a text report as they grow, painted where a terminal shows colours.
struct Canvas {
  private(set) var bytes: [UInt8] = []
  private let ink: Ink

  init(_ ink: Ink) { self.ink = ink }

  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func write(_ number: Int) { write(String(number)) }

  mutating func write(_ text: String, _ role: Ink.Role) { paint(role) { $0.write(text) } }

  /// Everything that the closure writes gets a colour.
  mutating func paint(_ role: Ink.Role, _ content: (inout Canvas) -> Void) {
    guard ink.isColoured else { return content(&self) }
    write(Ink.opening(role))
    content(&self)
    write(Ink.closing)
  }

  /// Text of a file or a message on one line, with nothing in it that a terminal would obey.
  mutating func writePrintable(_ text: String) { write(CharacterWidth.printable(text)) }

  mutating func pad(_ count: Int) { write(" ", times: count) }

  mutating func write(_ character: Unicode.Scalar, times count: Int) {
    guard count > 0 else { return }
    bytes.append(contentsOf: repeatElement(UInt8(ascii: character), count: count))
  }

  mutating func newLine() { bytes.append(0x0A) }
}
