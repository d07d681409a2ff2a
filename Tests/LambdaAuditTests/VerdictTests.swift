import Diagnostics
import Foundation
import LambdaAudit
import TestSupport
import Testing

/// What hides findings, and what is said of a hiding place that hides nothing.
@Suite struct VerdictTests {
  private func audit(
    _ template: String, config: String? = nil, change: (inout AuditRequest) -> Void = { _ in }
  ) throws -> Audit.Outcome {
    var files = ["template.yaml": template]
    files[".lambda-audit.yml"] = config
    let scratch = try Scratch(files)
    var request = AuditRequest(paths: [scratch.file("template.yaml")])
    request.only = ["recursive-loop", "unused-ignore"]
    change(&request)
    return Audit.run(request)
  }

  private func story(line: String, becomes text: String) -> String {
    Story.template.replacingOccurrences(of: line + "\n", with: text + "\n")
  }

  @Test(arguments: [
    "        Uploaded:  # lambda-audit: ignore[recursive-loop] the handler skips JSON",
    "        # lambda-audit: ignore[recursive-loop] the handler skips JSON\n        Uploaded:",
    "        # lambda-audit: ignore[s3-trigger-without-filter, recursive-loop]\n        Uploaded:",
  ])
  func comment(_ text: String) throws {
    let outcome = try audit(story(line: "        Uploaded:", becomes: text))
    #expect(outcome.report.findings.isEmpty)
    #expect(outcome.report.suppressed == 1)
    #expect(outcome.status == .clean)
  }

  @Test func noSuppressions() throws {
    let text = story(line: "        Uploaded:", becomes: "        Uploaded: # lambda-audit: ignore[recursive-loop]")
    let outcome = try audit(text) { $0.honoursSuppressions = false }
    #expect(outcome.report.findings.map(\.rule) == ["recursive-loop"])
    #expect(outcome.report.suppressed == 0)
  }

  @Test func commentThatHidesNothing() throws {
    let text = story(line: "      Timeout: 30", becomes: "      Timeout: 30 # lambda-audit: ignore[recursive-loop]")
    let outcome = try audit(text)
    #expect(outcome.report.findings.map(\.rule) == ["unused-ignore", "recursive-loop"])
    #expect(outcome.report.findings.first?.message == "ignore of 'recursive-loop' hides nothing")
    let span = try #require(outcome.report.findings.first?.span)
    #expect(outcome.report.sources[span.file].text(of: span) == "# lambda-audit: ignore[recursive-loop]")
  }

  @Test func metadata() throws {
    let text = story(
      line: "    Type: AWS::Serverless::Function",
      becomes: """
            Type: AWS::Serverless::Function
            Metadata:
              lambda-audit: {ignore: [{rule: recursive-loop, reason: the handler skips JSON}]}
        """)
    let outcome = try audit(text)
    #expect(outcome.report.findings.isEmpty)
    #expect(outcome.report.suppressed == 1)
  }

  @Test func configFile() throws {
    let outcome = try audit(Story.template, config: "ignore:\n  - {rule: recursive-loop, resource: Conv*}\n")
    #expect(outcome.report.findings.isEmpty)
    #expect(outcome.report.suppressed == 1)
  }

  @Test func ignoreThatEnded() throws {
    let outcome = try audit(Story.template, config: "ignore:\n  - {rule: recursive-loop, until: 2020-01-31}\n")
    #expect(outcome.report.findings.map(\.rule) == ["unused-ignore", "recursive-loop"])
    #expect(outcome.report.findings.first?.message == "ignore of 'recursive-loop' ended on 2020-01-31")
  }

  @Test func ignoreThatLasts() throws {
    let outcome = try audit(Story.template, config: "ignore:\n  - {rule: recursive-loop, until: 2999-12-31}\n")
    #expect(outcome.report.findings.isEmpty)
  }

  @Test(arguments: [
    "ingore: []", "fail-on: sometimes", "skip: [no-such-rule]", "ignore: [{rule: recursive-loop, until: tomorrow}]",
    "ignore: [{resource: X}]",
  ])
  func brokenConfigFile(_ config: String) throws {
    let outcome = try audit(Story.template, config: config + "\n")
    #expect(outcome.status == .failed)
    #expect(outcome.report.files.first?.error != nil)
    #expect(outcome.reports("recursive-loop"))
  }

  @Test func threshold() throws {
    let outcome = try audit(Story.template, config: "fail-on: never\n")
    #expect(outcome.status == .clean)
    let louder = try audit(Story.template, config: "fail-on: never\n") { $0.threshold = .error }
    #expect(louder.status == .findings)
  }

  @Test func baseline() throws {
    let scratch = try Scratch(["template.yaml": Story.template])
    let write = try Command(["--write-baseline", "base.json", "template.yaml"], in: scratch.path)
    #expect(write.status == 0)
    let again = try Command(["--baseline", "base.json", "template.yaml"], in: scratch.path)
    #expect(again.status == 0)
    #expect(again.output.contains("no findings"))
    try scratch.write(Data(("# a line more\n" + Story.template).utf8), to: "template.yaml")
    let moved = try Command(["--baseline", "base.json", "template.yaml"], in: scratch.path)
    #expect(moved.status == 0)
    let second = Story.template.replacingOccurrences(of: "Convert:", with: "Transform:")
    try scratch.write(Data(second.utf8), to: "template.yaml")
    let new = try Command(["--baseline", "base.json", "template.yaml"], in: scratch.path)
    #expect(new.status == 1)
  }

  @Test func secretsAreMaskedEverywhere() throws {
    let secret = "wJalrXUtnFEMIK7MDENGbPxRfiCYzK9mTqLv4sWe"
    let text = story(
      line: "      Timeout: 30",
      becomes: "      Timeout: 30\n      Environment: {Variables: {API_SECRET_KEY: \"\(secret)\"}}")
    let scratch = try Scratch(["template.yaml": text])
    for format in ["text", "json", "sarif", "github", "gitlab", "junit", "markdown"] {
      let run = try Command(["--format", format, "template.yaml"], in: scratch.path)
      #expect(run.output.contains("secret-in-environment"))
      #expect(!run.output.contains(secret.prefix(5)), "\(format): \(run.output)")
    }
  }
}
