import Analyses
import Diagnostics
import Foundation
import Infrastructure
import Loaders
import Rules
import TestSupport
import Testing

/// The samples of this format, as users would run them.
@Suite struct SampleTests {
  private func findings(_ name: String) throws -> (found: [Finding], graph: LoadedGraph) {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "Samples/formats/serverless/\(name)"), encoding: .utf8)
    let graph = try loaded(text)
    #expect(graph.problems.map(\.message) == [])
    let facts = Facts(graph.graph)
    return (Catalog.all.flatMap { $0.findings(in: facts) }, graph)
  }

  @Test func theSeedStoryLoops() throws {
    let (found, graph) = try findings("bad.yml")
    let loop = try #require(found.first { $0.rule == "recursive-loop" })
    #expect(loop.severity == .error)
    #expect(loop.loop?.path.map(\.resource) == ["convert", "S3BucketCsvtojsondevuploads"])
    #expect(graph.text(loop.span) == "s3")
    #expect(found.contains { $0.rule == "s3-trigger-without-filter" && $0.resource == "convert" })
  }

  @Test func theSuffixRuleCutsTheLoop() throws {
    let (found, _) = try findings("good.yml")
    #expect(found.filter { $0.severity > .info }.map { "\($0.rule): \($0.message)" } == [])
  }

  @Test func everyRuleOfTheContractInThisFormat() throws {
    let (found, _) = try findings("every-rule.yml")
    let pairs = Set(found.map { "\($0.rule) \($0.resource ?? "")" })
    for expected in [
      "recursive-loop copy", "s3-trigger-without-filter copy", "timeout-exceeds-api-gateway report",
      "missing-reserved-concurrency report", "secret-in-environment charge", "vpc-without-nat charge",
    ] {
      #expect(pairs.contains(expected), "\(pairs.sorted())")
    }
  }
}
