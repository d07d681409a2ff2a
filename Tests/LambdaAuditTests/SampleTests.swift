import LambdaAudit
import TestSupport
import Testing

/// Each rule's samples: bad ones report it, good ones don't, and the text report is what is written beside them.
@Suite struct SampleTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let rule: String
    let name: String

    var path: String { "Samples/rules/\(rule)/\(name)" }
    /// The report is kept beside the sample: `bad.yaml` has `bad.expected`.
    var expected: String { (name.contains(".") ? String(path.prefix { $0 != "." }) : path) + ".expected" }
    var testDescription: String { "\(rule)/\(name)" }
  }

  static let all: [Sample] = Project.list("Samples/rules").flatMap { rule in
    Project.list("Samples/rules/\(rule)").filter {
      ($0.hasPrefix("bad") || $0.hasPrefix("good")) && !$0.hasSuffix(".expected")
    }.map { Sample(rule: rule, name: $0) }
  }

  @Test(arguments: all) func sample(_ sample: Sample) throws {
    Project.enter()
    var request = AuditRequest(paths: [sample.path])
    request.only = [sample.rule]
    request.asOf = Day("2026-11-20")
    let outcome = Audit.run(request)
    #expect(outcome.status != .failed)
    let reports = outcome.reports(sample.rule)
    #expect(sample.name.hasPrefix("bad") ? reports : !reports)
    guard sample.name.hasPrefix("bad") else { return }
    Project.expect(sample.expected, toBe: outcome.text)
  }
}
