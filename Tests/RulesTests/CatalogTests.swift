import Diagnostics
import Foundation
import Rules
import Testing

@Suite struct CatalogTests {
  /// What a file in `Catalog/` declares: the name of its constant and the id of its rule.
  private static func declared() -> [(name: String, id: String)] {
    Project.names(in: "Sources/Rules/Catalog").compactMap { file in
      guard let text = Project.text("Sources/Rules/Catalog/\(file)"),
        let name = text.between("static let ", " = Rule("), let id = text.between("id: \"", "\"")
      else { return nil }
      return (name, id)
    }
  }

  @Test func theCatalogListsExactlyTheFilesInItsFolder() throws {
    let declared = CatalogTests.declared().sorted { $0.id < $1.id }
    #expect(declared.count == Project.names(in: "Sources/Rules/Catalog").count)
    let list = declared.map { "    .\($0.name),\n" }.joined()
    let wanted = """
      /// All rules, in alphabetical order of their ids.
      package enum Catalog {
        package static let all: [Rule] = [
      \(list)  ]
      }

      """
    let path = "Sources/Rules/Catalog.swift"
    let isCurrent = Project.text(path) == wanted
    if Project.rewrites, !isCurrent { try Project.write(wanted, to: path) }
    #expect(isCurrent, "run UPDATE=1 swift test --filter CatalogTests and look at the difference")
  }

  @Test func everyIDIsThereOnceAndInOrder() {
    let ids = Catalog.all.map(\.id)
    #expect(ids == Array(Set(ids)).sorted())
  }

  @Test func noPageAndNoSampleIsAnOrphan() {
    let ids = Set(Catalog.all.map(\.id))
    let pages = Project.names(in: "docs/rules").filter { $0.hasSuffix(".md") && $0 != "README.md" }
    #expect(Set(pages.map { String($0.dropLast(3)) }).subtracting(ids) == [])
    #expect(Set(Project.names(in: "Samples/rules")).subtracting(ids) == [])
  }

  @Test(arguments: Catalog.all.map(\.id)) func aRuleIsComplete(_ id: String) throws {
    let rule = try #require(Catalog.all.first { $0.id == id })
    #expect(rule.id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "an id is in kebab case")
    #expect(rule.title.first?.isUppercase == true && !rule.title.hasSuffix("."))
    #expect(rule.since.split(separator: ".").count == 2)
    let samples = Project.names(in: "Samples/rules/\(id)")
    #expect(samples.contains { $0.hasPrefix("bad") && !$0.hasSuffix(".expected") })
    #expect(samples.contains { $0.hasPrefix("good") })
    // What is found while reading has no settings that could be unknown.
    if case .whileReading = rule.check { return }
    #expect(samples.contains("good-unresolved.yaml"), "unknown settings must neither fire a rule nor hide one")
  }

  /// Every severity that a page promises is shown by the report of a sample, and no other; the gravest is the rule's.
  @Test(arguments: Catalog.all.map(\.id)) func everyPromisedSeverityHasItsSample(_ id: String) throws {
    let rule = try #require(Catalog.all.first { $0.id == id })
    let page = try #require(Project.text("docs/rules/\(id).md")?.between("## What it reports", "<!-- bad -->"))
    let stated = page.matches(of: #/(?:`|\| )(error|warning|info)(?:`| \|)/#).map { String($0.output.1) }
    let reports = Project.names(in: "Samples/rules/\(id)").filter { $0.hasSuffix(".expected") }
      .compactMap { Project.text("Samples/rules/\(id)/\($0)") }
    let shown = Severity.allCases.filter { severity in
      reports.contains { $0.contains("\(severity.name)[\(id)]") }
    }
    #expect(Set(stated) == Set(shown.map(\.name)))
    #expect(shown.max() == rule.severity)
  }

  @Test(arguments: Catalog.all.map(\.id)) func aPageHasTheFixedHeadings(_ id: String) throws {
    let page = try #require(Project.text("docs/rules/\(id).md"), "there is no page docs/rules/\(id).md")
    let headings = page.split(separator: "\n").filter { $0.hasPrefix("#") }.map(String.init)
    #expect(
      headings == [
        "# \(id)", "## Why it matters", "## What it reports", "## How to fix", "## Limits", "## References",
      ])
  }
}

extension String {
  /// What stands between two texts, at the first place where both occur.
  func between(_ start: String, _ end: String) -> String? {
    guard let from = range(of: start), let to = range(of: end, range: from.upperBound..<endIndex) else { return nil }
    return String(self[from.upperBound..<to.lowerBound])
  }
}
