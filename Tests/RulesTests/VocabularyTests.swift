import Testing

@testable import Rules

/// Names are asked first how their words begin; that must never hide a word.
@Suite struct VocabularyTests {
  private static let words = ["ab", "b1", "1a", "abba"]
  private static let vocabulary: Vocabulary = ["ab", "b1", "1a", "abba"]

  /// All texts of up to five characters that a name's words are told by.
  private static var names: [String] {
    var (all, longest) = ([""], [""])
    for _ in 0..<5 {
      longest = longest.flatMap { text in ["a", "b", "A", "B", "1", "_", "é"].map { text + $0 } }
      all += longest
    }
    return all
  }

  @Test func aWordIsFoundWhereverTheNameHasIt() {
    var found = 0
    for name in VocabularyTests.names {
      let isThere = Words.of(name).contains(where: VocabularyTests.words.contains)
      if isThere { found += 1 }
      #expect(VocabularyTests.vocabulary.occurs(in: name) == isThere, "\(name)")
    }
    #expect(found > 500)
  }

  @Test func theFirstTwoBytesTell() {
    let beginnings = Beginnings(of: ["AWS_REGION", "_HANDLER", "~z"])
    for text in ["AWS_REGION", "AW", "_HANDLER", "_H", "~z"] { #expect(beginnings.mayBe(text)) }
    for text in ["", "A", "WA", "aws", "éA", "Aé", "H_", "z~"] { #expect(!beginnings.mayBe(text)) }
  }

  @Test func aSetHoldsTheBytesThatWentIn() {
    let bytes: [UInt8] = [0, 1, 63, 64, 65, 126, 127]
    let set = ByteSet(bytes + [128, 200, 255])
    for byte in UInt8.min...UInt8.max { #expect(set.contains(byte) == bytes.contains(byte)) }
  }
}
