import Diagnostics
import Testing

@testable import LambdaAudit

/// Findings are sorted as pairs of numbers; what they say decides only between those on the same bytes.
@Suite struct FindingOrderTests {
  private static func finding(_ file: Int, _ start: UInt32, _ end: UInt32, _ rule: String, _ message: String) -> Finding
  {
    Finding(
      .init(rule: rule, message: message), severity: .info, confidence: .certain,
      span: Span(file: FileID(file), start: start, end: end))
  }

  private static let sources: Sources = {
    var sources = Sources()
    for path in ["z.yaml", "a.yaml", "z.yaml"] { _ = sources.add(SourceFile(path: path, bytes: [])) }
    return sources
  }()

  /// In the order of reports: by path, then by place, rule and message.
  private static let sorted = [
    finding(1, 0, 5, "rule", "one"), finding(1, .max - 1, .max, "rule", "one"),
    finding(0, 0, 0, "z", "z"), finding(0, 0, 9, "a", "b"), finding(0, 0, 9, "a", "c"), finding(0, 0, 9, "b", "a"),
    finding(0, 0, .max, "a", "a"), finding(0, 8, 9, "a", "a"), finding(0, 1 << 31, 1 << 31, "a", "a"),
    finding(0, .max, .max, "a", "a"), finding(2, 0, 1, "a", "a"),
  ]

  @Test(arguments: 0..<8) func itIsThatOfReports(_ turn: Int) {
    var shuffler = Shuffler(state: UInt64(turn))
    let findings = FindingOrderTests.sorted.shuffled(using: &shuffler)
    var order = FindingOrder(findings.indices, of: findings)
    order.arrange(findings, FindingOrderTests.sources)
    let found = order.positions.map { FindingOrderTests.text(findings[$0]) }
    #expect(found == FindingOrderTests.sorted.map(FindingOrderTests.text))
  }

  private static func text(_ finding: Finding) -> String { "\(finding.span) \(finding.rule) \(finding.message)" }

  @Test func onlySomeAreSorted() {
    let findings = FindingOrderTests.sorted
    #expect(Array(FindingOrder([4, 1], of: findings).positions) == [4, 1])
    #expect(Array(FindingOrder([1, 4], of: findings).positions) == [4, 1])
    var none = FindingOrder([], of: findings)
    none.arrange(findings, FindingOrderTests.sources)
    #expect(Array(none.positions).isEmpty)
  }

  private struct Shuffler: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
}

/// Files are searched for marks before anything else is done with them.
@Suite struct ByteSearchTests {
  @Test func aTextIsFoundWhereverItStands() {
    for length in 0..<40 {
      for end in ["", "a", "abc", "source"] {
        let bytes = Array((String(repeating: "s", count: length) + "source" + end).utf8)
        #expect(FileSystem.contains(bytes, "source"))
        #expect(FileSystem.contains(Array(bytes.dropLast(end.utf8.count)), "source"))
        #expect(!FileSystem.contains(bytes, "sourcet"))
      }
    }
  }

  @Test(arguments: ["", "s", "sourc", "ource", "sourcsourc", "so urce", "SOURCE"])
  func whatIsNotThereIsNotFound(_ text: String) { #expect(!FileSystem.contains(Array(text.utf8), "source")) }
}
