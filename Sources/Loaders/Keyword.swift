/// A word to switch over where there are many cases: those of another length, as nearly all are, are passed by without a
/// look at their letters.
struct Keyword {
  private let text: String
  private let length: Int

  init(_ text: String) {
    self.text = text
    length = text.utf8.count
  }

  @inline(__always)
  static func ~= (pattern: String, word: Keyword) -> Bool {
    pattern.utf8.count == word.length && pattern == word.text
  }
}
