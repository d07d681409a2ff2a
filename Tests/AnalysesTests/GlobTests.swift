import Infrastructure
import Testing

@testable import Analyses

/// The pattern arithmetic against plain enumeration of all short texts over two letters.
struct GlobTests {
  static let texts: [String] = {
    var result = [""]
    var last = [""]
    for _ in 0..<7 {
      last = last.flatMap { [$0 + "a", $0 + "b"] }
      result += last
    }
    return result
  }()

  /// The obvious recursive definition.
  static func matches(_ pattern: Substring, _ text: Substring) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let rest = pattern.dropFirst()
    if first == "*" { return matches(rest, text) || (!text.isEmpty && matches(pattern, text.dropFirst())) }
    guard let letter = text.first else { return false }
    return (first == "?" || first == letter) && matches(rest, text.dropFirst())
  }

  static func random(_ letters: [Character], upTo length: Int, _ random: inout FixedRandom) -> String {
    String((0..<Int.random(in: 0...length, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
  }

  @Test func aNameMatchesAsDefined() {
    var numbers = FixedRandom(seed: 1)
    for _ in 0..<3_000 {
      let pattern = GlobTests.random(["a", "b", "*", "?"], upTo: 5, &numbers)
      let text = GlobTests.random(["a", "b"], upTo: 5, &numbers)
      let found = Glob(pattern: Text(pattern)).covers(Glob(literal: Text(text)))
      #expect(found == GlobTests.matches(pattern[...], text[...]), "\(pattern) on \(text)")
    }
  }

  @Test func twoPatternsIntersectWhereSomeTextMatchesBoth() {
    var numbers = FixedRandom(seed: 2)
    for _ in 0..<2_000 {
      let left = GlobTests.random(["a", "b", "*", "?"], upTo: 3, &numbers)
      let right = GlobTests.random(["a", "b", "*", "?"], upTo: 3, &numbers)
      let expected = GlobTests.texts.contains {
        GlobTests.matches(left[...], $0[...]) && GlobTests.matches(right[...], $0[...])
      }
      #expect(Glob(pattern: Text(left)).intersects(Glob(pattern: Text(right))) == expected, "\(left) and \(right)")
    }
  }

  @Test func coveringIsNeverClaimedWrongly() {
    var numbers = FixedRandom(seed: 3)
    var claims = 0
    for _ in 0..<3_000 {
      let wide = GlobTests.random(["a", "b", "*", "?"], upTo: 3, &numbers)
      let narrow = GlobTests.random(["a", "b", "*", "?"], upTo: 3, &numbers)
      guard Glob(pattern: Text(wide)).covers(Glob(pattern: Text(narrow))) else { continue }
      claims += 1
      let missed = GlobTests.texts.first {
        GlobTests.matches(narrow[...], $0[...]) && !GlobTests.matches(wide[...], $0[...])
      }
      #expect(missed == nil, "\(wide) covers \(narrow)")
    }
    #expect(claims > 100)
  }

  @Test func whatIsLeftBehindANameIsExact() {
    var numbers = FixedRandom(seed: 4)
    for _ in 0..<2_000 {
      let pattern = GlobTests.random(["a", "b", "*", "?"], upTo: 5, &numbers)
      let name = GlobTests.random(["a", "b"], upTo: 3, &numbers)
      let rest = GlobTests.random(["a", "b"], upTo: 3, &numbers)
      let left = Glob(pattern: Text(pattern)).residuals(after: Glob(literal: Text(name)).items)
      let found = left.contains { $0.covers(Glob(literal: Text(rest))) }
      #expect(found == GlobTests.matches(pattern[...], (name + rest)[...]), "\(pattern) behind \(name) on \(rest)")
    }
  }

  @Test func objectKeysAreDisjointExactlyWhereNoKeyIsInBoth() {
    var numbers = FixedRandom(seed: 5)
    for _ in 0..<4_000 {
      let keys = GlobTests.random(["a", "b", "*", "?"], upTo: 4, &numbers)
      let prefix = GlobTests.random(["a", "b"], upTo: 2, &numbers)
      let suffix = GlobTests.random(["a", "b"], upTo: 2, &numbers)
      let expected = GlobTests.texts.contains {
        GlobTests.matches(keys[...], $0[...]) && $0.hasPrefix(prefix) && $0.hasSuffix(suffix)
      }
      let language = KeyLanguage(prefix: Text(prefix), suffix: Text(suffix))
      #expect(language.intersects(Glob(pattern: Text(keys))) == expected, "\(keys) in \(prefix)*\(suffix)")
    }
  }

  @Test(arguments: [
    ("${P}/out/*", "${P}/in/*", false), ("${P}/*", "${P}/in/*", true), ("${P}/out/*", "in/*", true),
    ("${P}.orders", "${P}.users", false), ("${P}.orders", "${Q}.users", false), ("${P}.orders", "${Q}.orders", true),
    ("${aws:username}/in", "x/in", true),
  ])
  func unknownPartsAreEqualToThemselvesAndMayBeAnything(left: String, right: String, expected: Bool) {
    #expect(Glob(pattern: Text(left)).intersects(Glob(pattern: Text(right))) == expected)
  }
}
