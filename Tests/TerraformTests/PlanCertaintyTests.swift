import Analyses
import Diagnostics
import Infrastructure
import Rules
import TestSupport
import Testing

@testable import Loaders

/// How sure the links of a plan are, and what findings make of that.
@Suite("Certainty of a plan's links")
struct PlanCertaintyTests {
  private static func ref(_ target: String, _ attribute: String) -> String {
    "{\"references\": [\"\(target).\(attribute)\", \"\(target)\"]}"
  }

  /// A function under a role, by the names of both.
  private static func function(_ name: String, role: String, in plan: inout PlanText) {
    plan.add(
      "aws_lambda_function.\(name)",
      values: #"{"function_name": "\#(name)", "timeout": 30, "reserved_concurrent_executions": 5}"#,
      unknown: #"{"arn": true, "role": true}"#, expressions: #"{"role": \#(ref("aws_iam_role.\(role)", "arn"))}"#)
  }

  /// A role with a policy that mentions resources and whose text is lost.
  private static func role(_ name: String, mentions: [String], in plan: inout PlanText) {
    plan.add("aws_iam_role.\(name)", values: #"{"name": "\#(name)"}"#, unknown: #"{"arn": true}"#)
    let references = mentions.map { "\"\($0).arn\", \"\($0)\"" }.joined(separator: ", ")
    plan.add(
      "aws_iam_role_policy.\(name)", values: #"{"role": "\#(name)"}"#, unknown: #"{"policy": true}"#,
      expressions: #"{"policy": {"references": [\#(references)]}}"#)
  }

  private static func mapping(
    _ queue: String, _ function: String, source: String? = nil, in plan: inout PlanText
  ) {
    let source = source ?? ref("aws_sqs_queue.\(queue)", "arn")
    plan.add(
      "aws_lambda_event_source_mapping.\(queue)",
      values: #"{"function_name": "\#(function)", "function_response_types": ["ReportBatchItemFailures"]}"#,
      unknown: #"{"event_source_arn": true}"#, expressions: #"{"event_source_arn": \#(source)}"#)
  }

  private static func queue(_ name: String, in plan: inout PlanText) {
    plan.add(
      "aws_sqs_queue.\(name)", values: #"{"name": "\#(name)", "visibility_timeout_seconds": 10}"#,
      unknown: #"{"arn": true}"#)
  }

  private static func writes(_ plan: PlanText) throws -> [String] {
    let graph = try plan.load().graph
    return EventFlow(graph).writes.map { "\(graph[$0.from].name) \($0.emission.actions) \(graph[$0.to].name)" }
  }

  private static func findings(_ plan: PlanText, _ rule: String) throws -> [Finding] {
    let facts = Facts(try plan.load().graph)
    return Catalog.all.filter { $0.id == rule }.flatMap { $0.findings(in: facts) }
  }

  /// A bucket that wakes one of two functions with the same role, whose policy mentions the bucket.
  private static func uploads(otherRole: String) -> PlanText {
    var plan = PlanText()
    plan.add("aws_s3_bucket.b", values: #"{"bucket": "uploads"}"#, unknown: #"{"arn": true}"#)
    role("shared", mentions: ["aws_s3_bucket.b"], in: &plan)
    role("other", mentions: [], in: &plan)
    function("reader", role: "shared", in: &plan)
    function("signer", role: otherRole, in: &plan)
    plan.add(
      "aws_s3_bucket_notification.n",
      values: #"{"bucket": "uploads", "lambda_function": [{"events": ["s3:ObjectCreated:*"], "filter_prefix": null}]}"#,
      unknown: #"{"lambda_function": [{"lambda_function_arn": true}]}"#,
      expressions: #"{"lambda_function": [{"lambda_function_arn": \#(ref("aws_lambda_function.reader", "arn"))}]}"#)
    return plan
  }

  @Test("A hidden policy may be for writing where the role serves a function that the resource does not lead to")
  func sharedRole() throws {
    let plan = Self.uploads(otherRole: "shared")
    #expect(
      try Self.writes(plan) == [
        #"aws_lambda_function.reader ["s3:PutObject"] aws_s3_bucket.b"#,
        #"aws_lambda_function.signer ["s3:PutObject"] aws_s3_bucket.b"#,
      ])
    let loop = try #require(try Self.findings(plan, "recursive-loop").first)
    #expect(
      loop.message
        == "a policy out of sight may let 'aws_lambda_function.reader' write to 'aws_s3_bucket.b', which wakes it again"
    )
    #expect(loop.severity == .info && loop.confidence == .possible)
    #expect(
      try Self.findings(plan, "s3-trigger-without-filter").map(\.message) == [
        "'aws_lambda_function.reader' runs for every object in 'aws_s3_bucket.b', whatever its key"
      ])
  }

  /// A bucket wakes `reader`, which may send to a queue, whose worker may read from the bucket or write to it.
  @Test("Two hops that hidden policies may allow are drawn, but no loop", arguments: [false, true])
  func twoGuesses(isKnown: Bool) throws {
    var plan = Self.uploads(otherRole: "other")
    Self.queue("jobs", in: &plan)
    Self.role("sender", mentions: isKnown ? [] : ["aws_sqs_queue.jobs"], in: &plan)
    if isKnown {
      plan.add(
        "aws_iam_role_policy.known",
        values: #"""
          {"role": "shared", "policy": "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sqs:SendMessage\",\"Resource\":\"arn:aws:sqs:eu-west-1:123456789012:jobs\"}]}"}
          """#)
    } else {
      plan.add(
        "aws_iam_role_policy.more", values: #"{"role": "shared"}"#, unknown: #"{"policy": true}"#,
        expressions: #"{"policy": \#(Self.ref("aws_sqs_queue.jobs", "arn"))}"#)
    }
    Self.role("worker", mentions: ["aws_s3_bucket.b"], in: &plan)
    Self.function("worker", role: "worker", in: &plan)
    Self.mapping("jobs", "worker", in: &plan)
    let writes = try Self.writes(plan)
    #expect(writes.contains(#"aws_lambda_function.reader ["sqs:SendMessage"] aws_sqs_queue.jobs"#))
    #expect(writes.contains(#"aws_lambda_function.worker ["s3:PutObject"] aws_s3_bucket.b"#))
    let loops = try Self.findings(plan, "recursive-loop")
    #expect(loops.map(\.severity) == (isKnown ? [.info] : []))
  }

  @Test("A function needs to read what wakes it, which explains the mention")
  func reader() throws {
    #expect(try Self.writes(Self.uploads(otherRole: "other")).isEmpty)
    var plan = PlanText()
    Self.queue("q", in: &plan)
    Self.role("r", mentions: ["aws_sqs_queue.q"], in: &plan)
    Self.function("f", role: "r", in: &plan)
    Self.mapping("q", "f", in: &plan)
    #expect(try Self.writes(plan).isEmpty)
  }

  @Test("A function that its own hidden policy mentions is no call of itself; another one may be called")
  func functions() throws {
    var plan = PlanText()
    Self.role("r", mentions: ["aws_lambda_function.f", "aws_lambda_function.g"], in: &plan)
    Self.role("other", mentions: [], in: &plan)
    Self.function("f", role: "r", in: &plan)
    Self.function("g", role: "other", in: &plan)
    let writes = try Self.writes(plan)
    #expect(writes == [#"aws_lambda_function.f ["lambda:InvokeFunction"] aws_lambda_function.g"#])
  }

  /// What a mapping's source is, and how sure the visibility timeout of the queue is then reported.
  @Test(
    "A finding is no surer than the link that it rests on",
    arguments: [
      (PlanCertaintyTests.ref("aws_sqs_queue.q", "arn"), ["certain"]),
      (#"{"references": ["local.source"]}"#, ["likely"]),
      (#"{"references": ["aws_sqs_queue.q", "aws_sqs_queue.p", "local.i"]}"#, []),
    ])
  func confidence(source: String, expected: [String]) throws {
    var plan = PlanText()
    Self.queue("q", in: &plan)
    if expected.isEmpty { Self.queue("p", in: &plan) }
    Self.role("r", mentions: [], in: &plan)
    Self.function("f", role: "r", in: &plan)
    Self.mapping("q", "f", source: source, in: &plan)
    let found = try Self.findings(plan, "short-visibility-timeout")
    #expect(found.map(\.confidence.name) == expected)
    #expect(found.allSatisfy { $0.resource == "aws_sqs_queue.q" && $0.severity == .error })
  }

  /// A queue that wakes a function which may send into it; the policy is readable, the mapping's source may be lost.
  private func loop(source: String) throws -> Finding? {
    var plan = PlanText()
    Self.queue("q", in: &plan)
    plan.add("aws_iam_role.r", values: #"{"name": "r"}"#, unknown: #"{"arn": true}"#)
    plan.add(
      "aws_iam_role_policy.r",
      values: #"""
        {"role": "r", "policy": "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sqs:SendMessage\",\"Resource\":\"arn:aws:sqs:eu-west-1:123456789012:q\"}]}"}
        """#)
    Self.function("f", role: "r", in: &plan)
    Self.mapping("q", "f", source: source, in: &plan)
    return try Self.findings(plan, "recursive-loop").first
  }

  @Test("A loop through an inferred link seems to be one")
  func inferredLoop() throws {
    let exact = try #require(try loop(source: Self.ref("aws_sqs_queue.q", "arn")))
    #expect(exact.severity == .error && exact.confidence == .likely)
    let inferred = try #require(try loop(source: #"{"references": ["local.source"]}"#))
    #expect(
      inferred.message == "'aws_lambda_function.f' seems to write to 'aws_sqs_queue.q', which wakes it again")
    #expect(inferred.severity == .warning && inferred.confidence == .possible)
  }

  @Test("Blocks that only their order tells apart")
  func oneOfSeveral() throws {
    var plan = PlanText()
    plan.add("aws_s3_bucket.b", values: #"{"bucket": "b"}"#)
    for name in ["f", "g"] {
      Self.function(name, role: "r", in: &plan)
      plan.add(
        "aws_lambda_permission.\(name)", values: #"{"function_name": "\#(name)", "source_arn": "arn:aws:s3:::b"}"#)
    }
    plan.add(
      "aws_s3_bucket_notification.n",
      values:
        #"{"bucket": "b", "lambda_function": [{"events": ["s3:ObjectCreated:*"]}, {"events": ["s3:ObjectRemoved:*"]}]}"#,
      unknown: #"{"lambda_function": [{"lambda_function_arn": true}, {"lambda_function_arn": true}]}"#,
      expressions: #"{"bucket": {"constant_value": "b"}}"#)
    let graph = try plan.load().graph
    #expect(
      graph.relations.map { "\(graph[$0.to].name) \($0.certainty)" } == [
        "aws_lambda_function.f oneOfSeveral", "aws_lambda_function.g oneOfSeveral",
      ])
    #expect(EventFlow(graph).edges.map(\.confidence) == [.possible, .possible])
    let findings = try Self.findings(plan, "s3-trigger-without-filter")
    #expect(findings.map(\.confidence.name) == ["possible", "possible"])
  }
}
