import Foundation
import Infrastructure
import Testing

/// Every number of AWS stands in one table, and the pages say what stands there.
///
/// A page writes a number with the name of its fact behind it, as in `29 s<!-- restIntegration -->`; UPDATE=1 brings the
/// numbers up to date.
@Suite struct FactTests {
  struct Fact {
    let name: String
    let unit: String
    let value: Int
    let comment: String
  }

  /// The facts of the table, as its source has them.
  static let facts: [Fact] = {
    var comment = ""
    return (Project.text("Sources/Infrastructure/Limits.swift") ?? "").split(separator: "\n").compactMap { line in
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.hasPrefix("/// ") {
        comment = String(line.dropFirst(4))
      } else if let name = line.between("static let ", " = "),
        let value = line.split(separator: " ").last.flatMap({ Int($0.replacingOccurrences(of: "_", with: "")) })
      {
        return Fact(name: name, unit: String(comment.prefix { $0 != " " }), value: value, comment: comment)
      }
      return nil
    }
  }()

  @Test func everyFactHasItsUnitAndSource() throws {
    #expect(FactTests.facts.count > 30)
    let units: Set<String> = [
      "Seconds", "Milliseconds", "Megabytes", "Bytes", "Times", "Status", "Receives", "Messages", "Records", "Retries",
      "Rounds", "Executions", "Layers", "Notifications",
    ]
    for fact in FactTests.facts {
      #expect(units.contains(fact.unit), "\(fact.name) begins with no unit")
      #expect(fact.comment.hasSuffix(").") && fact.comment.contains(" ("), "\(fact.name) names no source")
    }
    for table in ["Infrastructure/Limits.swift", "Infrastructure/Prices.swift", "Rules/Runtime.swift"] {
      let text = try #require(Project.text("Sources/\(table)"))
      #expect(text.contains(#/on 20\d\d-\d\d-\d\d/#), "\(table) doesn't say when it was read")
    }
  }

  /// How a page writes a fact, for the unit it uses; nil where that unit makes no sense.
  private static func phrase(_ name: String, unit: String) -> String? {
    if name == "provisionedGigabyteMonth" {
      let month = Prices.in("us-east-1").provisionedGigabyteSecond * Prices.monthSeconds
      return unit.isEmpty ? String(format: "$%.2f", month) : nil
    }
    guard let fact = facts.first(where: { $0.name == name }) else { return nil }
    func number(_ value: Int) -> String {
      let formatter = NumberFormatter()
      formatter.numberStyle = .decimal
      formatter.locale = Locale(identifier: "en_US_POSIX")
      formatter.groupingSeparator = ","
      formatter.groupingSize = 3
      formatter.usesGroupingSeparator = true
      return formatter.string(from: NSNumber(value: value)) ?? "\(value)"
    }
    switch (fact.unit, unit) {
    case ("Seconds", " s"), ("Milliseconds", " ms"), ("Megabytes", " MB"), ("Bytes", " bytes"):
      return number(fact.value) + unit
    case ("Milliseconds", " s"): return number(fact.value / 1_000) + unit
    case ("Bytes", " KB"): return number(fact.value / 1_024) + unit
    case ("Seconds", _), ("Milliseconds", _), ("Megabytes", _), ("Bytes", _): return nil
    default: return unit.isEmpty ? number(fact.value) : nil
    }
  }

  /// A number of a page's prose with its unit, and the fact it names.
  private static var token: Regex<(Substring, number: Substring, unit: Substring?, name: Substring?)> {
    #/(?<number>\$?\d[\d,.]*\d|\d)(?<unit> (?:s|ms|MB|GB|KB|bytes|minutes|hours|days)\b)?(?:<!-- (?<name>\w+) -->)?/#
  }
  /// What is no prose: written blocks, code, links, words with digits in them.
  private static var other: Regex<(Substring, block: Substring?)> {
    #/<!-- (?<block>facts|bad|good) -->(?s:.*?)<!-- /\k<block> -->|```(?s:.*?)```|`[^`]*`|<https?:[^>]*>|[A-Za-z]+[-\w]*\d[-\w]*/#
  }

  private static let pages =
    Project.names(in: "docs/rules").filter { $0.hasSuffix(".md") }.map { "docs/rules/" + $0 } + [
      "docs/configuration.md"
    ]

  @Test(arguments: pages) func aPageStatesWhatTheTableHas(_ path: String) throws {
    let page = try #require(Project.text(path))
    var wanted = ""
    var rest = page[...]
    while !rest.isEmpty {
      let skipped = rest.firstMatch(of: FactTests.other)
      let end = skipped?.range.lowerBound ?? rest.endIndex
      wanted += checked(rest[..<end], path)
      wanted += rest[end..<(skipped?.range.upperBound ?? rest.endIndex)]
      rest = rest[(skipped?.range.upperBound ?? rest.endIndex)...]
    }
    if Project.rewrites, wanted != page { try Project.write(wanted, to: path) }
    #expect(wanted == page, "run UPDATE=1 swift test --filter FactTests and look at the difference")
  }

  /// A piece of prose with its numbers as they should be.
  private func checked(_ prose: Substring, _ page: String) -> String {
    String(prose).replacing(FactTests.token) { match -> String in
      let unit = String(match.unit ?? "")
      guard let name = match.name else {
        Issue.record("\(page) says '\(match.output.0)' and names no fact for it")
        return String(match.output.0)
      }
      guard let phrase = FactTests.phrase(String(name), unit: unit) else {
        Issue.record("\(page): '\(name)' is no fact, or has another unit than '\(unit)'")
        return String(match.output.0)
      }
      return "\(phrase)<!-- \(name) -->"
    }
  }

  /// Factors between units, and lengths of lists and masks, which rules may write as they are.
  private static let factors: Set<Int> = [0, 1, 2, 4, 8, 20, 999, 1_000, 1_024, 3_600]

  @Test(arguments: Project.names(in: "Sources/Rules/Catalog"))
  func aRuleTakesItsNumbersFromTheTable(_ file: String) throws {
    let text = try #require(Project.text("Sources/Rules/Catalog/\(file)"))
    for line in text.split(separator: "\n") where !line.contains("since:") && !line.contains("security:") {
      let code = String(line.prefix(upTo: line.range(of: "//")?.lowerBound ?? line.endIndex))
      for literal in code.matches(of: #/"(?:[^"\\]|\\.)*"/#) {
        let sentence = String(literal.output).replacing(#/\\\([^)]*\)+/#, with: "")
        #expect(
          !sentence.contains(#/\d (?:s|ms|MB|GB|KB|×|rounds|retries|layers|executions|times)\b/#),
          "\(file): \(sentence)")
      }
      for number in FactTests.numbers(in: code.replacing(#/"(?:[^"\\]|\\.)*"/#, with: "")) {
        #expect(FactTests.factors.contains(number), "\(file) writes \(number) itself")
      }
    }
  }

  /// The whole numbers of a text that are no part of a word, a fraction or a date.
  private static func numbers(in text: String) -> [Int] {
    text.matches(of: #/[\w.$"/:-]+/#).compactMap { match in
      let word = match.output.drop { $0 == "-" }
      return word.first?.isNumber == true ? Int(word.replacing("_", with: "")) : nil
    }
  }

  @Test(arguments: ["Analyses", "Infrastructure", "Loaders"])
  func noOtherFloorRepeatsTheTable(_ floor: String) {
    let common: Set<Int> = [300, 512, 1_000, 1_024, 4_096]
    let telling = Set(FactTests.facts.map(\.value).filter { $0 > 128 }).subtracting(common)
    for path in Project.sources(below: "Sources/\(floor)") where !path.hasSuffix("/Limits.swift") {
      for number in FactTests.numbers(in: Project.text(path) ?? "") {
        #expect(!telling.contains(number), "\(path) writes \(number)")
      }
    }
  }
}
