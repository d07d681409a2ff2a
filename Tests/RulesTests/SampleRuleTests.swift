import Analyses
import Diagnostics
import Foundation
import Rules
import TestSupport
import Testing

/// Every sample of a rule, against the rule itself: `bad*` is reported, `good*` is not.
@Suite struct SampleRuleTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let rule: String
    let name: String

    var testDescription: String { "\(rule)/\(name)" }

    static let all: [Sample] = Catalog.all.flatMap { rule -> [Sample] in
      guard case .whileReading = rule.check else {
        return Project.names(in: "Samples/rules/\(rule.id)").filter { $0.hasSuffix(".yaml") }
          .map { Sample(rule: rule.id, name: $0) }
      }
      return []
    }
  }

  @Test(arguments: Sample.all) func aSampleIsReportedIfItIsBad(_ sample: Sample) throws {
    let rule = try #require(Catalog.all.first { $0.id == sample.rule })
    let text = try #require(Project.text("Samples/rules/\(sample.rule)/\(sample.name)"))
    let loaded = try LoadedGraph(template: text)
    let findings = rule.findings(in: Facts(loaded.graph))
    #expect(findings.isEmpty == sample.name.hasPrefix("good"))
    for finding in findings {
      #expect(finding.rule == rule.id && finding.severity <= rule.severity)
      #expect(!finding.span.isEmpty, "a finding points at text")
      #expect(!finding.message.hasSuffix(".") && finding.help != nil)
      #expect(finding.message.count <= 90, "'\(finding.message)' is too long for a line")
    }
  }
}
