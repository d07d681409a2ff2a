import Diagnostics
import Testing

@Suite struct FingerprintTests {
  @Test func sixteenDigits() {
    #expect(Fingerprint(0).text == "0000000000000000")
    #expect(Fingerprint(0xA1).text == "00000000000000a1")
    #expect(Fingerprint(UInt64.max).text == "ffffffffffffffff")
    #expect(Fingerprint(0x0123_4567_89AB_CDEF).text == "0123456789abcdef")
  }

  /// The published values of FNV-1a with 64 bits.
  @Test func itIsTheKnownFunction() {
    #expect(Fingerprint("").text == "cbf29ce484222325")
    #expect(Fingerprint("a").text == "af63dc4c8601ec8c")
    #expect(Fingerprint("foobar").text == "85944171f73967e8")
  }

  @Test func textsAreJoinedWithSeparatorsBetweenThem() {
    for texts in [[], ["a"], ["a", ""], ["", "", ""], ["é", "日本", "c"]] as [[String]] {
      #expect(texts.joined(by: "; ") == texts.joined(separator: "; "))
    }
  }
}
