import Diagnostics
import Foundation
import Reporters
import Testing

/// Bytes are looked at many at once: what is special is found wherever it stands.
@Suite struct QuotingTests {
  @Test(arguments: ["\"", "\\", "\n", "\r", "\t", "\u{1}", "\u{1F}", "\u{7F}", "é", "日本", "\u{1F600}"])
  func aStringIsReadBackAsItWas(_ special: String) throws {
    for length in 0...33 {
      let text = String(repeating: "a", count: length) + special + String(repeating: "b", count: 33 - length)
      let bytes = JSON.array([.string(text)]).bytes
      let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String]
      #expect(read == [text])
      #expect(bytes.dropLast().allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    }
  }

  @Test(arguments: [0, 7, 8, 9, 10, 99, 100, 12_345, -1, -120, Int.max, Int.min])
  func aNumberIsWrittenInDigits(_ number: Int) {
    #expect(JSON.int(number).bytes == Array("\(number)\n".utf8))
  }
}
