import Diagnostics
import Foundation
import LambdaAudit
import Rules
import TestSupport
import Testing

/// What the config file and its options change, and what is said of a value that can't be meant.
@Suite struct ConfigurationTests {
  private static let template = """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Orders:
        Type: AWS::SQS::Queue
        Properties:
          VisibilityTimeout: 40
          RedrivePolicy:
            deadLetterTargetArn: !GetAtt Failures.Arn
            maxReceiveCount: 3
      Failures:
        Type: AWS::SQS::Queue
      Handle:
        Type: AWS::Serverless::Function
        Properties:
          Handler: order.handler
          Runtime: nodejs22.x
          MemorySize: 256
          Timeout: 10
          ReservedConcurrentExecutions: 950
          Events:
            Order:
              Type: SQS
              Properties:
                Queue: !GetAtt Orders.Arn
    """

  private func audit(
    _ rule: String, config: String, template: String = template, change: (inout AuditRequest) -> Void = { _ in }
  ) throws -> Audit.Outcome {
    let scratch = try Scratch(["template.yaml": template, ".lambda-audit.yml": config + "\n"])
    var request = AuditRequest(paths: [scratch.file("template.yaml")])
    request.only = [rule]
    change(&request)
    return Audit.run(request)
  }

  private func messages(_ outcome: Audit.Outcome) -> [String] {
    outcome.report.findings.map { "\($0.severity.name): \($0.message)" }
  }

  @Test func accountConcurrency() throws {
    let rule = "concurrency-over-account"
    #expect(
      messages(try audit(rule, config: "")) == [
        "error: 950 executions are reserved, but the account has 900 to reserve"
      ])
    #expect(messages(try audit(rule, config: "account-concurrency: 3000")) == [])
    let option = try audit(rule, config: "account-concurrency: 3000") { $0.accountConcurrency = 500 }
    #expect(messages(option) == ["error: 950 executions are reserved, but the account has 400 to reserve"])
  }

  @Test func visibilityFactor() throws {
    let rule = "short-visibility-timeout"
    #expect(
      messages(try audit(rule, config: "")) == [
        "warning: 'Orders' shows messages again after 40 s, under 6 × the 10 s of 'Handle'"
      ])
    #expect(messages(try audit(rule, config: "visibility-factor: 4")) == [])
    let strict = try audit(rule, config: "visibility-factor: 5")
    #expect(
      messages(strict) == ["warning: 'Orders' shows messages again after 40 s, under 5 × the 10 s of 'Handle'"])
    #expect(
      strict.report.findings.first?.help
        == "set VisibilityTimeout to at least 50 s (5 × the timeout), or lower the function's timeout")
  }

  @Test func receiveCount() throws {
    #expect(try audit("low-receive-count", config: "receive-count: 3").report.findings.isEmpty)
    let finding = try #require(try audit("low-receive-count", config: "").report.findings.first)
    #expect(finding.help == "set maxReceiveCount to at least 5")
  }

  @Test func memoryFloor() throws {
    #expect(messages(try audit("default-memory", config: "")) == [])
    #expect(messages(try audit("default-memory", config: "memory-floor: 256")) == [])
    let outcome = try audit("default-memory", config: "memory-floor: 512")
    #expect(messages(outcome) == ["info: 'Handle' has less memory than the 512 MB that are asked for"])
    let span = try #require(outcome.report.findings.first?.span)
    #expect(outcome.report.sources[span.file].text(of: span) == "256")
  }

  @Test func runtimesAreJudgedByTheDay() throws {
    func phase(_ day: String) throws -> [String] {
      messages(try audit("deprecated-runtime", config: "as-of: \(day)"))
    }
    #expect(try phase("2027-04-29") == [])
    #expect(try phase("2027-04-30") == ["warning: nodejs22.x of 'Handle' gets no security fixes since 2027-04-30"])
    #expect(
      try phase("2027-06-01") == ["error: nodejs22.x of 'Handle' can't be used for new functions since 2027-06-01"])
    #expect(try phase("2027-07-01") == ["error: nodejs22.x of 'Handle' can't be deployed since 2027-07-01"])
    let option = try audit("deprecated-runtime", config: "as-of: 2027-07-01") { $0.asOf = Day("2026-11-25") }
    #expect(messages(option) == [])
  }

  @Test func theClockIsAskedWhereNothingIsSaid() throws {
    let old = ConfigurationTests.template.replacingOccurrences(of: "nodejs22.x", with: "nodejs20.x")
    let outcome = try audit("deprecated-runtime", config: "", template: old)
    #expect(outcome.reports("deprecated-runtime"), "deprecated on 2026-04-30, and time does not run backwards")
  }

  @Test func theBoundOfALoopFollowsTheAccount() throws {
    let outcome = try audit("recursive-loop", config: "account-concurrency: 3000", template: Story.template)
    let help = try #require(outcome.report.findings.first?.help)
    #expect(help.hasSuffix("at most $23 an hour with the account's 3,000 executions of 128 MB busy"), "\(help)")
  }

  @Test func profiles() throws {
    let rule = "low-receive-count"
    #expect(try audit(rule, config: "profile: default").report.findings.map(\.severity) == [.info])
    #expect(try audit(rule, config: "profile: strict").report.findings.map(\.severity) == [.warning])
    #expect(try audit(rule, config: "profile: minimal").report.findings.isEmpty)
    let option = try audit(rule, config: "profile: strict") { $0.profile = .default }
    #expect(option.report.findings.map(\.severity) == [.info])
    #expect(option.status == .clean)
    #expect(try audit(rule, config: "profile: strict").status == .findings)
    let errors = try audit("concurrency-over-account", config: "profile: minimal")
    #expect(errors.report.findings.map(\.severity) == [.error])
  }

  @Test func strictRaisesEveryFindingToItsRule() throws {
    let outcome = try audit("", config: "profile: strict") { $0.only = [] }
    let severities = Dictionary(uniqueKeysWithValues: Catalog.all.map { ($0.id, $0.severity) })
    #expect(outcome.report.findings.count > 4)
    for finding in outcome.report.findings { #expect(finding.severity == severities[finding.rule]) }
  }

  @Test func aProfileChangesNoFingerprint() throws {
    let soft = try audit("low-receive-count", config: "").report.findings.map(\.fingerprint)
    let strict = try audit("low-receive-count", config: "profile: strict").report.findings.map(\.fingerprint)
    #expect(soft == strict && soft.count == 1)
  }

  struct Slip: CustomTestStringConvertible, Sendable {
    let config: String
    let text: String
    let message: String
    var testDescription: String { config }

    init(_ config: String, at text: String, _ message: String) {
      self.config = config
      self.text = text
      self.message = message
    }
  }

  @Test(arguments: [
    Slip("account-concurrency: lots", at: "lots", "'account-concurrency' must be a whole number from 1 to 1000000"),
    Slip("account-concurrency: 0", at: "0", "'account-concurrency' must be a whole number from 1 to 1000000"),
    Slip("visibility-factor: 1.5", at: "1.5", "'visibility-factor' must be a whole number from 1 to 1000000"),
    Slip("receive-count: [5]", at: "[5]", "'receive-count' must be a whole number from 1 to 1000000"),
    Slip("memory-floor: 64", at: "64", "'memory-floor' must be a whole number from 128 to 1000000"),
    Slip("profile: paranoid", at: "paranoid", "'profile' must be one of default, strict, minimal"),
    Slip("as-of: tomorrow", at: "tomorrow", "'as-of' must be a date as 2026-12-31"),
    Slip(
      "profil: strict", at: "profil",
      "unknown key 'profil'; a config file takes fail-on, min-confidence, only, skip, profile, as-of, "
        + "account-concurrency, visibility-factor, receive-count, memory-floor and ignore"),
  ])
  func aSlipIsAnErrorAtItsPlace(_ slip: Slip) throws {
    let outcome = try audit("low-receive-count", config: "fail-on: error\n" + slip.config)
    #expect(outcome.status == .failed)
    let problem = try #require(outcome.report.files.first { $0.path.hasSuffix(".lambda-audit.yml") }?.error)
    #expect(problem.message == slip.message)
    let source = outcome.report.sources[problem.span.file]
    #expect(source.text(of: problem.span) == slip.text)
    #expect(source.line(at: problem.span.start) == 1)
  }

  @Test func aSlipIsSaidWithLineAndColumn() throws {
    let scratch = try Scratch(["template.yaml": Story.template, ".lambda-audit.yml": "memory-floor: none\n"])
    let run = try Command(["--fail-on", "never", "template.yaml"], in: scratch.path)
    #expect(run.status == 2)
    #expect(
      run.errors
        == ".lambda-audit.yml:1:15: error: 'memory-floor' must be a whole number from 128 to 1000000\n")
  }

  @Test func everyKeyIsDocumented() throws {
    let page = try #require(Project.text("docs/configuration.md"))
    let slip = try audit("", config: "x: 1") { $0.only = [] }
    let message = try #require(slip.report.files.compactMap(\.error).first?.message)
    let keys = message.split(separator: " ").dropFirst(7).map { $0.trimmingCharacters(in: [","]) }
      .filter { $0 != "and" }
    #expect(keys.count == 11)
    for key in keys {
      #expect(page.contains("\n\(key): ") || page.contains("\n\(key):\n"), "\(key) is not on the page")
    }
  }
}
