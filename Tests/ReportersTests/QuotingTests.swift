import Diagnostics
import Foundation
import Reporters
import Testing

/// Bytes are looked at many at once: what is special is found wherever it stands.
@Suite struct QuotingTests {
  private static let specials =
    (0..<0x20).map { String(Unicode.Scalar(UInt8($0))) }
    + ["\"", "\\", "/", "\u{7F}", "\u{80}", "\u{9F}", "é", "\u{2028}", "\u{2029}", "日本", "\u{FFFF}", "\u{1F600}"]

  @Test(arguments: specials)
  func aStringIsReadBackAsItWas(_ special: String) throws {
    for length in 0...33 {
      let text = String(repeating: "a", count: length) + special + String(repeating: "b", count: 33 - length)
      let bytes = JSON.array([.string(text)]).bytes
      let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String]
      #expect(read == [text])
      #expect(bytes.dropLast().allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    }
  }

  @Test(arguments: [0.5, -0.5, 1, 1e16, 1e100, 1e-300, -1e300])
  func aFractionIsReadBackAsItWas(_ number: Double) throws {
    let read = try JSONSerialization.jsonObject(with: Data(JSON.array([.double(number)]).bytes)) as? [Double]
    #expect(read == [number])
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan])
  func whatIsNoNumberIsNull(_ number: Double) { #expect(JSON.double(number).bytes == Array("null\n".utf8)) }

  @Test(arguments: [0, 7, 8, 9, 10, 99, 100, 12_345, -1, -120, Int.max, Int.min])
  func aNumberIsWrittenInDigits(_ number: Int) {
    #expect(JSON.int(number).bytes == Array("\(number)\n".utf8))
  }
}
