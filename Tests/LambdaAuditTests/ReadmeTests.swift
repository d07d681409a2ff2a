import Diagnostics
import LambdaAudit
import Rules
import TestSupport
import Testing

/// What the README shows is what the tool prints.
@Suite struct ReadmeTests {
  @Test func readmeIsCurrent() throws {
    Project.enter()
    var request = AuditRequest(paths: ["Samples/csv-to-json/template.yaml"])
    request.only = ["recursive-loop"]
    let output =
      "```text\n$ lambda-audit --only recursive-loop Samples/csv-to-json/template.yaml\n\(Audit.run(request).text)```"
    let rows = Catalog.all.map { rule in
      "| [`\(rule.id)`](docs/rules/\(rule.id).md) | \(rule.severity.name) | \(rule.title) |"
    }
    let table = (["| Rule | Severity | What it finds |", "|---|---|---|"] + rows).joined(separator: "\n")
    let current = try #require(Project.text("README.md"))
    let wanted = try replacing("rules", in: replacing("output", in: current, with: output), with: table)
    Project.expect("README.md", toBe: wanted)
  }

  private func replacing(_ marker: String, in text: String, with block: String) throws -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0 == "<!-- \(marker) -->" })
    let end = try #require(lines.firstIndex { $0 == "<!-- /\(marker) -->" })
    return (lines[...start] + [block[...]] + lines[end...]).joined(separator: "\n")
  }
}
