import Analyses
import Diagnostics
import LambdaAudit
import Reporters
import TestSupport
import Testing

/// One folder for each way that events can come back.
///
/// `closes*` is reported; its twin `cut*` is not, and its drawing says why; `silent*` has no way round at all. Beside each
/// is what is reported, drawn and said of AWS's guard.
@Suite struct EventFlowSampleTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let way: String
    let name: String

    var path: String { "\(EventFlowSampleTests.folder)/\(way)/\(name).yaml" }
    var expected: String { "\(EventFlowSampleTests.folder)/\(way)/\(name).expected" }
    var isReported: Bool { name.hasPrefix("closes") }
    var isCut: Bool { name.hasPrefix("cut") }
    var testDescription: String { "\(way)/\(name)" }

    /// The sentence in the first line of the file.
    var title: String {
      String((Project.text(path) ?? "").prefix { $0 != "\n" }.drop { $0 == "#" || $0 == " " })
    }

    /// What an audit for loops says, the way round and the guard of each, and what the drawing shows as cut.
    func outcome() -> Audit.Outcome {
      Project.enter()
      var request = AuditRequest(paths: [path])
      request.only = ["recursive-loop"]
      return Audit.run(request)
    }
  }

  static let folder = "Samples/event-flow"

  static let all: [Sample] = Project.list(folder).flatMap { way in
    Project.list("\(folder)/\(way)").filter { $0.hasSuffix(".yaml") }.map {
      Sample(way: way, name: $0.replacingSuffix(".yaml", with: ""))
    }
  }

  @Test(arguments: all) func sample(_ sample: Sample) throws {
    let outcome = sample.outcome()
    #expect(outcome.status != .failed)
    #expect(sample.title.hasSuffix("."), "the first line says in a sentence what happens")
    #expect(outcome.reports("recursive-loop") == sample.isReported)
    let cuts = EventFlowSampleTests.cuts(outcome)
    if sample.isCut { #expect(!cuts.isEmpty, "the drawing shows what is cut, and why") }
    let guards = outcome.report.findings.compactMap(\.loop).map { loop in
      "guard: \(loop.awsGuard.rawValue) on \(loop.path.map { "\($0.resource) (\($0.kind))" }.joined(separator: " → "))\n"
    }
    Project.expect(sample.expected, toBe: outcome.text + (guards + cuts).joined())
  }

  @Test func everySampleIsOfAKnownKindAndEveryExpectationHasItsSample() {
    for way in Project.list(EventFlowSampleTests.folder) where !way.hasSuffix(".md") {
      let names = Project.list("\(EventFlowSampleTests.folder)/\(way)")
      #expect(names.contains { $0.hasPrefix("closes") || $0.hasPrefix("silent") }, "\(way) shows nothing")
      for name in names {
        #expect(["closes", "cut", "silent"].contains { name.hasPrefix($0) }, "\(way)/\(name)")
        guard name.hasSuffix(".expected") else { continue }
        #expect(names.contains(name.replacingSuffix(".expected", with: ".yaml")), "\(way)/\(name) has no sample")
      }
    }
  }

  /// The table of all samples, made from their first lines and outcomes.
  @Test func theTableIsCurrent() {
    var lines = [
      "# Ways round", "",
      "Written by `UPDATE=1 swift test --filter EventFlowSampleTests` from the samples; not to be edited.", "",
      "| Sample | What happens | Reported | AWS's guard |", "|---|---|---|---|",
    ]
    for sample in EventFlowSampleTests.all {
      let found = sample.outcome().report.findings.first { $0.rule == "recursive-loop" }
      let grade = found.map { "\($0.severity.name), \($0.confidence.name)" } ?? (sample.isCut ? "no: cut" : "no")
      let link = "[\(sample.way)/\(sample.name)](\(sample.way)/\(sample.name).yaml)"
      lines.append("| \(link) | \(sample.title) | \(grade) | \(found?.loop?.awsGuard.rawValue ?? "") |")
    }
    Project.expect("\(EventFlowSampleTests.folder)/README.md", toBe: lines.joined(separator: "\n") + "\n")
  }

  private static func cuts(_ outcome: Audit.Outcome) -> [String] {
    let drawing = Drawing(outcome.facts, sources: outcome.report.sources)
    return drawing.edges.compactMap { edge in
      edge.cut.map { "cut: \(drawing.nodes[edge.from].id) → \(drawing.nodes[edge.to].id): \($0)\n" }
    }
  }
}
