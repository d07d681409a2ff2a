import Diagnostics
import Foundation
import Rules
import Testing

/// The blocks of the pages that are not written by hand: facts, the bad sample with its report, the good sample.
@Suite struct PageBlockTests {
  @Test(arguments: Catalog.all.map(\.id)) func theBlocksOfAPageAreCurrent(_ id: String) throws {
    let rule = try #require(Catalog.all.first { $0.id == id })
    let path = "docs/rules/\(id).md"
    let page = try #require(Project.text(path))
    var wanted = try replace("facts", in: page, with: facts(of: rule))
    wanted = try replace("bad", in: wanted, with: sample("bad", of: id, report: true))
    wanted = try replace("good", in: wanted, with: sample("good", of: id, report: false))
    if Project.rewrites, wanted != page { try Project.write(wanted, to: path) }
    #expect(wanted == page, "run UPDATE=1 swift test --filter PageBlockTests and look at the difference")
  }

  private func facts(of rule: Rule) -> String {
    """
    | | |
    |---|---|
    | Reports | \(rule.title) |
    | Gravest severity | \(rule.severity.name) |
    | Looks at | \(subject(of: rule)) |
    | Since | \(rule.since) |
    """
  }

  private func subject(of rule: Rule) -> String {
    switch rule.check {
    case .eachFunction: "each function"
    case .eachQueue: "each queue"
    case .eachTrigger: "each trigger of a function"
    case .wholeGraph, .eachLoop: "all resources together"
    case .whileReading: "the files as they are read"
    }
  }

  /// A sample in a fence, with the tool's own report where it was written down.
  private func sample(_ name: String, of id: String, report: Bool) throws -> String {
    let folder = "Samples/rules/\(id)"
    let text = try #require(Project.text("\(folder)/\(name).yaml"))
    var block = "```yaml\n\(text)```"
    if report, let expected = Project.text("\(folder)/\(name).expected"), !expected.isEmpty {
      block += "\n\n```text\n\(expected)\(expected.hasSuffix("\n") ? "" : "\n")```"
    }
    return block
  }

  private func replace(_ marker: String, in page: String, with block: String) throws -> String {
    let old = try #require(page.between("<!-- \(marker) -->", "<!-- /\(marker) -->"), "no block '\(marker)'")
    return page.replacingOccurrences(
      of: "<!-- \(marker) -->\(old)<!-- /\(marker) -->",
      with: "<!-- \(marker) -->\n\n\(block)\n\n<!-- /\(marker) -->")
  }
}
