import Diagnostics
import Testing

/// Lines are found eight bytes at a time: where they begin must not depend on where they lie.
@Suite("Lines of a file")
struct LineTests {
  /// All texts of a few bytes, behind up to eight others.
  private static let pieces: [[UInt8]] = (0..<256).map { number in
    (0..<4).map { [0x0A, 0x0D, 0x61, 0x8A][number >> (2 * $0) & 3] }
  }

  /// Where lines begin, byte by byte.
  private func starts(_ bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = [0]
    for (index, byte) in bytes.enumerated() {
      let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if byte == 0x0A || byte == 0x0D && !isPair { starts.append(UInt32(index + 1)) }
    }
    return starts
  }

  @Test(arguments: 0...8) func endsAreFoundAnywhere(_ before: Int) {
    for piece in LineTests.pieces {
      for after in [0, 1, 9] {
        let bytes = [UInt8](repeating: 0x61, count: before) + piece + [UInt8](repeating: 0x0B, count: after)
        #expect(SourceFile(path: "", bytes: bytes).lineStarts == starts(bytes), "\(bytes)")
      }
    }
  }

  @Test func linesOfOffsets() {
    let file = SourceFile(path: "", bytes: Array("one\ntwo\r\n\rfour".utf8))
    let lines = [0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 3, 3, 3, 3, 3, 3]
    for (offset, line) in lines.enumerated() {
      #expect(file.line(at: UInt32(offset)) == line)
      for known in 0...line { #expect(file.line(at: UInt32(offset), from: known) == line) }
    }
    #expect((0..<5).map { String(decoding: file.lineBytes($0), as: UTF8.self) } == ["one", "two", "", "four", ""])
    #expect(file.lineRange(-1).isEmpty)
    #expect(file.position(at: 99, onLine: 7).column == 15)
  }
}
