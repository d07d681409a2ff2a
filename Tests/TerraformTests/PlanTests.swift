import Analyses
import Diagnostics
import Documents
import Infrastructure
import TestSupport
import Testing

@testable import Loaders

/// A plan with one root module, from its parts as JSON.
struct PlanText {
  var resources: [String] = []
  var unknown: [String: String] = [:]
  var configuration: [String] = []
  var extra = ""

  /// Adds a resource of the root module.
  ///
  /// - Parameters:
  ///   - values: the known attributes; `unknown` and `expressions` as the plan spells them.
  mutating func add(
    _ address: String, values: String = "{}", unknown: String = "{}", expressions: String = "{}", key: String? = nil,
    isData: Bool = false
  ) {
    let parts = (isData ? String(address.dropFirst(5)) : address).split(separator: ".").map(String.init)
    let index = key.map { "\"index\": \($0)," } ?? ""
    let bracket = key.map { "[\($0)]".replacing("\"", with: "\\\"") } ?? ""
    let mode = isData ? "data" : "managed"
    resources.append(
      """
      {"address": "\(address)\(bracket)", "mode": "\(mode)", "type": "\(parts[0])", "name": "\(parts[1])", \(index)
       "values": \(values)}
      """)
    self.unknown["\(address)\(bracket)"] = unknown
    guard !configuration.contains(where: { $0.contains("\"address\": \"\(address)\"") }) else { return }
    configuration.append(
      """
      {"address": "\(address)", "mode": "\(mode)", "type": "\(parts[0])", "name": "\(parts[1])",
       "expressions": \(expressions)}
      """)
  }

  var json: String {
    let changes = unknown.sorted { $0.key < $1.key }.map { address, unknown in
      """
      {"address": "\(address)", "change": {"actions": ["create"], "before": null, "after_unknown": \(unknown)}}
      """
    }
    return """
      {"format_version": "1.2", "terraform_version": "1.11.4", \(extra)
       "planned_values": {"root_module": {"resources": [\(resources.joined(separator: ","))]}},
       "resource_changes": [\(changes.joined(separator: ","))],
       "configuration": {"root_module": {"resources": [\(configuration.joined(separator: ","))]}}}
      """
  }

  func load() throws -> LoadedGraph { try LoadedGraph(["plan.json": json]) }
}

@Suite("Terraform plans")
struct PlanTests {
  private static func ref(_ references: String...) -> String {
    "{\"references\": [\(references.map { "\"\($0)\"" }.joined(separator: ","))]}"
  }

  /// Two queues, one function and a mapping whose ends are known only after apply.
  private func mapping(source: String, function: String = "aws_lambda_function.f.arn") throws -> [String] {
    var plan = PlanText()
    for key in ["0", "1"] {
      plan.add("aws_sqs_queue.q", values: #"{"name": "q-\#(key)"}"#, unknown: #"{"arn": true}"#, key: key)
    }
    plan.add("aws_sqs_queue.single", values: "{}", unknown: #"{"arn": true, "name": true}"#)
    plan.add("aws_lambda_function.f", values: #"{"function_name": "f"}"#, unknown: #"{"arn": true}"#)
    plan.add(
      "aws_lambda_event_source_mapping.m", unknown: #"{"event_source_arn": true, "function_name": true}"#,
      expressions:
        #"{"event_source_arn": \#(source), "function_name": \#(Self.ref(function, "aws_lambda_function.f"))}"#,
      key: "1")
    return try plan.load().relations
  }

  @Test("A source known after apply is the resource that its expression refers to")
  func follows() throws {
    #expect(
      try mapping(source: Self.ref("aws_sqs_queue.single.arn", "aws_sqs_queue.single"))
        == ["aws_sqs_queue.single -event source mapping-> aws_lambda_function.f"])
    #expect(
      try mapping(source: Self.ref("aws_sqs_queue.q[0].arn", "aws_sqs_queue.q[0]", "aws_sqs_queue.q"))
        == ["aws_sqs_queue.q[0] -event source mapping-> aws_lambda_function.f"])
  }

  @Test("An index by count means the instance of the same number")
  func ownIndex() throws {
    #expect(
      try mapping(source: Self.ref("aws_sqs_queue.q", "count.index"))
        == ["aws_sqs_queue.q[1] -event source mapping-> aws_lambda_function.f"])
  }

  @Test("A reference that could mean several instances means none of them")
  func ambiguous() throws {
    let relations = try mapping(source: Self.ref("aws_sqs_queue.q", "local.i"))
    #expect(relations.count == 1)
    #expect(relations.allSatisfy { !$0.hasPrefix("aws_sqs_queue") && $0.hasSuffix("-> aws_lambda_function.f") })
  }

  @Test("A queue through two module levels and a for_each")
  func modules() throws {
    let loaded = try Self.sample()
    #expect(
      loaded.relations == [
        """
        module.pipelines["images"].module.queue.aws_sqs_queue.this -event source mapping-> \
        module.pipelines["images"].module.consumer.aws_lambda_function.this
        """,
        """
        module.pipelines["texts"].module.queue.aws_sqs_queue.this -event source mapping-> \
        module.pipelines["texts"].module.consumer.aws_lambda_function.this
        """,
      ])
    #expect(EventFlow(loaded.graph).writes.isEmpty)
    #expect(
      loaded.problems.map(\.message) == [
        "the plan hides the texts of 2 policies: loops through it go unseen without --source"
      ])
  }

  @Test("The sources of a plan tell what its policies allow")
  func sources() throws {
    let loaded = try Self.sample(withSources: true)
    #expect(loaded.problems.isEmpty)
    #expect(
      EventFlow(loaded.graph).writes.map { loaded.graph[$0.to].name } == [
        #"module.pipelines["images"].module.queue.aws_sqs_queue.this"#,
        #"module.pipelines["texts"].module.queue.aws_sqs_queue.this"#,
      ])
  }

  private static func sample(withSources: Bool = false) throws -> LoadedGraph {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = "/\(root)/Samples/terraform/nested-modules"
    var inputs = LoadInputs()
    if withSources { inputs.terraformSource = folder }
    return try LoadedGraph(disk: "\(folder)/plan.json", inputs: inputs)
  }

  @Test("Keys with dots, brackets and quotes stay whole")
  func keys() {
    #expect(
      TerraformAddress.steps(#"module.a["x.y]\"z"].aws_sqs_queue.q[0].arn"#) == [
        .name("module"), .name("a"), .key("x.y]\"z"), .name("aws_sqs_queue"), .name("q"), .key("0"), .name("arn"),
      ])
  }

  @Test("A policy document that waits for a bucket is rebuilt, with an unknown key")
  func policyDocument() throws {
    var plan = PlanText()
    plan.add("aws_s3_bucket.b", values: #"{"bucket": "uploads"}"#, unknown: #"{"arn": true}"#)
    plan.add("aws_iam_role.r", values: #"{"name": "r"}"#, unknown: #"{"arn": true}"#)
    plan.add(
      "data.aws_iam_policy_document.d",
      values: #"{"statement": [{"effect": null, "actions": ["s3:PutObject"], "condition": []}]}"#,
      unknown: #"{"json": true, "statement": [{"actions": [false], "resources": [true]}]}"#,
      expressions: #"""
        {"statement": [{"actions": {"constant_value": ["s3:PutObject"]},
          "resources": {"references": ["aws_s3_bucket.b.arn", "aws_s3_bucket.b"]}}]}
        """#, isData: true)
    plan.add(
      "aws_iam_role_policy.p", values: #"{"role": "r"}"#, unknown: #"{"policy": true}"#,
      expressions: #"""
        {"policy": {"references": ["data.aws_iam_policy_document.d.json", "data.aws_iam_policy_document.d"]}}
        """#)
    let loaded = try plan.load()
    let statement = try #require(loaded.graph.roles.first?.statements.first)
    guard case .only(let actions) = statement.actions, case .only(let resources) = statement.resources else {
      Issue.record("not a list")
      return
    }
    #expect(actions.map(\.value) == ["s3:PutObject"])
    #expect(
      resources.map(\.value.raw) == [
        "arn:${AWS::Partition}:s3:::uploads",
        "arn:${AWS::Partition}:s3:::uploads/${plan.json#data.aws_iam_policy_document.d.keys}",
      ])
    #expect(loaded.graph.roles.first?.isComplete == true)
    #expect(loaded.problems.isEmpty)
  }

  @Test("A policy whose text is lost leaves the role incomplete and is said once")
  func hiddenPolicy() throws {
    var plan = PlanText()
    plan.add("aws_sqs_queue.q", values: #"{"name": "q"}"#, unknown: #"{"arn": true}"#)
    plan.add("aws_iam_role.r", values: #"{"name": "r"}"#, unknown: #"{"arn": true}"#)
    plan.add(
      "aws_iam_role_policy.p", values: #"{"role": "r"}"#, unknown: #"{"policy": true}"#,
      expressions: #"{"policy": {"references": ["aws_sqs_queue.q.arn", "aws_sqs_queue.q"]}}"#)
    let loaded = try plan.load()
    #expect(loaded.graph.roles.first?.isComplete == false)
    #expect(
      loaded.problems.map(\.message) == [
        "the plan hides the text of a policy: loops through it go unseen without --source"
      ])
    #expect(loaded.problems.map(\.severity) == [.info])
    #expect(loaded.problems.map { loaded.text($0.span) } == [#""aws_iam_role_policy.p""#])
  }

  @Test("Blocks that the provider fills in are not configured")
  func computedBlocks() throws {
    var plan = PlanText()
    plan.add(
      "aws_lambda_function.f", values: #"{"function_name": "f", "reserved_concurrent_executions": -1}"#,
      unknown: #"{"arn": true, "tracing_config": true, "ephemeral_storage": true, "logging_config": true}"#)
    let function = try #require(try plan.load().function("aws_lambda_function.f"))
    #expect(function.reservedConcurrency.isUnset)
    #expect(function.logGroup == nil)
    #expect(function.vpc == nil)
  }

  @Test("An environment that is unknown as a whole is open")
  func openEnvironment() throws {
    var plan = PlanText()
    plan.add("aws_sqs_queue.q", values: #"{"name": "q"}"#, unknown: #"{"url": true}"#)
    plan.add(
      "aws_lambda_function.f", values: #"{"function_name": "f", "environment": [{}]}"#,
      unknown: #"{"environment": [{"variables": true}]}"#,
      expressions: #"{"environment": [{"variables": {"references": ["aws_sqs_queue.q.url", "aws_sqs_queue.q"]}}]}"#)
    let function = try #require(try plan.load().function("aws_lambda_function.f"))
    #expect(function.environmentIsOpen)
    #expect(function.environment.isEmpty)
  }

  @Test("Sensitive values are masked on the way in")
  func sensitive() throws {
    let json = """
      {"format_version": "1.0", "terraform_version": "1.11.4", "values": {"root_module": {"resources": [
        {"address": "aws_lambda_function.f", "mode": "managed", "type": "aws_lambda_function", "name": "f",
         "values": {"function_name": "f", "environment": [{"variables": {"TOKEN": "hunter2hunter2", "STAGE": "dev"}}]},
         "sensitive_values": {"environment": [{"variables": {"TOKEN": true}}]}}]}}}
      """
    let function = try #require(try LoadedGraph(["state.json": json]).function("aws_lambda_function.f"))
    #expect(function.environment.map(\.name) == ["TOKEN", "STAGE"])
    #expect(function.environment.map(\.value.raw) == ["", "dev"])
    #expect(function.environment.first?.origin == .variable(name: "sensitive", isSensitive: true))
  }

  @Test("A state file of version 4 masks what it marks, and builds addresses with keys")
  func stateFile() throws {
    let json = #"""
      {"version": 4, "terraform_version": "1.11.4", "resources": [
        {"module": "module.a[\"k\"]", "mode": "managed", "type": "aws_lambda_function", "name": "f", "instances": [
          {"index_key": "x", "attributes": {"function_name": "f", "timeout": 7,
             "environment": [{"variables": {"TOKEN": "hunter2hunter2"}}]},
           "sensitive_attributes": [[{"type": "get_attr", "value": "environment"},
             {"type": "index", "value": {"value": 0, "type": "number"}}, {"type": "get_attr", "value": "variables"},
             {"type": "index", "value": {"value": "TOKEN", "type": "string"}}]]}]}]}
      """#
    let loaded = try LoadedGraph(["terraform.tfstate": json])
    let function = try #require(loaded.function(#"module.a["k"].aws_lambda_function.f["x"]"#))
    #expect(function.timeout.value == 7)
    #expect(loaded.text(function.timeout.span) == "7")
    #expect(function.environment.map(\.value.raw) == [""])
  }

  @Test(
    "What can't be read says why, at its place",
    arguments: [
      (#"{"format_version": "2.0", "planned_values": {}}"#, #""2.0""#),
      (#"{"version": 3, "terraform_version": "0.11.1", "modules": []}"#, "3"),
    ])
  func refusals(json: String, place: String) throws {
    do {
      _ = try LoadedGraph(["plan.json": json])
      Issue.record("was read")
    } catch let problem as Problem {
      let file = SourceFile(path: "plan.json", bytes: Array(json.utf8))
      #expect(file.text(of: problem.span) == place)
    }
  }

  @Test("Plans that failed or only destroy say so")
  func unusualPlans() throws {
    var plan = PlanText()
    plan.extra = #""errored": true,"#
    plan.add("aws_sqs_queue.q", values: #"{"name": "q"}"#)
    #expect(
      try plan.load().problems.map(\.message) == [
        "the plan stopped with an error, so resources may be missing from it"
      ])
    let destroy = """
      {"format_version": "1.2", "planned_values": {"root_module": {}},
       "resource_changes": [{"address": "aws_sqs_queue.q", "change": {"actions": ["delete"]}}]}
      """
    #expect(
      try LoadedGraph(["plan.json": destroy]).problems.map(\.message) == [
        "the plan only destroys, so there is nothing to audit"
      ])
  }

  @Test("A target that was not planned is still there as it was")
  func targets() throws {
    let json = """
      {"format_version": "1.2", "planned_values": {"root_module": {"resources": []}},
       "resource_changes": [{"address": "aws_sqs_queue.gone", "change": {"actions": ["delete"]}}],
       "prior_state": {"values": {"root_module": {"resources": [
         {"address": "aws_sqs_queue.gone", "mode": "managed", "type": "aws_sqs_queue", "name": "gone", "values": {}},
         {"address": "aws_sqs_queue.kept", "mode": "managed", "type": "aws_sqs_queue", "name": "kept", "values": {}}
       ]}}}}
      """
    let loaded = try LoadedGraph(["plan.json": json])
    #expect(loaded.graph.resources.map(\.name) == ["aws_sqs_queue.kept"])
  }
}
