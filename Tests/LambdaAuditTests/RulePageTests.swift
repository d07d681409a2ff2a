import Foundation
import Rules
import TestSupport
import Testing

@testable import LambdaAudit

/// The pages in the binary are those in docs/rules.
@Suite struct RulePageTests {
  @Test func pagesAreCurrent() {
    var text = """
      // Written by `UPDATE=1 swift test --filter RulePageTests` from docs/rules; not to be edited.
      // swift-format-ignore-file

      extension RulePages {
        static let all: [(rule: String, text: StaticString)] = [

      """
    for rule in Catalog.all.map(\.id) {
      guard let page = Project.text("docs/rules/\(rule).md").map(RulePageTests.shown) else { continue }
      text += "    (\n      \"\(rule)\",\n      ##\"\"\"\n"
      text += page.split(separator: "\n", omittingEmptySubsequences: false).dropLast(page.hasSuffix("\n") ? 1 : 0)
        .map { $0.isEmpty ? "\n" : "      \($0)\n" }.joined()
      text += "\n      \"\"\"##\n    ),\n"
    }
    Project.expect("Sources/LambdaAudit/RulePages+Generated.swift", toBe: text + "  ]\n}\n")
  }

  @Test(arguments: Catalog.all.map(\.id)) func explain(_ rule: String) throws {
    let page = try #require(Project.text("docs/rules/\(rule).md"), "docs/rules/\(rule).md is missing")
    #expect(RulePages.text(of: rule) == RulePageTests.shown(page))
  }

  /// A page without its comments: lines of one go with the blank line behind them.
  private static func shown(_ page: String) -> String {
    var lines: [Substring] = []
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = line[...]
      var text = ""
      while let start = rest.range(of: "<!--"), let end = rest.range(of: "-->") {
        text += rest[..<start.lowerBound]
        rest = rest[end.upperBound...]
      }
      text += rest
      if text.isEmpty, !line.isEmpty { continue }
      if text.isEmpty, lines.last?.isEmpty == true { continue }
      lines.append(text[...])
    }
    return lines.joined(separator: "\n")
  }
}
