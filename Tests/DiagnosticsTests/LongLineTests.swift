import Diagnostics
import Testing

@Suite("Columns in very long lines")
struct LongLineTests {
  @Test(
    "A column far into a line counts UTF-16 units",
    arguments: [0, 1, 4095, 4096, 4097, 8190, 8192, 12_290, 60_000])
  func columns(offset: Int) {
    let pattern = "aé€😀"
    let text = String(repeating: pattern, count: 10_000)
    let file = SourceFile(path: "plan.json", bytes: Array(text.utf8))
    let prefix = Array(text.utf8).prefix(offset).count { $0 & 0xC0 != 0x80 }
    let wide = Array(text.utf8).prefix(offset).count { $0 >= 0xF0 }
    #expect(file.position(at: UInt32(offset)) == Position(line: 1, column: prefix + wide + 1))
  }
}
