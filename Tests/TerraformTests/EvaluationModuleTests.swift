import Diagnostics
import Infrastructure
import TestSupport
import Testing

@testable import Loaders

@Suite struct EvaluationModuleTests {
  private static let queue = """
    variable "name" { type = string }
    variable "options" {
      type = object({ delay = optional(number, 5), fifo = optional(bool), tags = optional(map(string), {}) })
      default = {}
    }
    resource "aws_sqs_queue" "this" {
      name          = var.name
      delay_seconds = var.options.delay
    }
    output "arn" { value = aws_sqs_queue.this.arn }
    """

  /// Modules that are no local directories, where `terraform init` has put them.
  private static func initialized(_ directory: String) -> [String: String] {
    [
      "main.tf": """
      module "orders" {
        source  = "acme/queues/aws"
        version = "~> 1.2"
        prefix  = "orders"
      }
      module "inner" { source = "./inner" }
      """,
      "inner/main.tf": """
      module "mails" {
        source = "git::https://git.example.com/queues.git"
        prefix = "mails"
      }
      """,
      ".terraform/modules/modules.json": """
      {"Modules": [{"Key": "", "Source": "", "Dir": "."},
        {"Key": "orders", "Source": "registry.terraform.io/acme/queues/aws", "Version": "1.2.0", "Dir": "\(directory)"},
        {"Key": "inner", "Source": "./inner", "Dir": "inner"},
        {"Key": "inner.mails", "Source": "git::https://git.example.com/queues.git", "Dir": "\(directory)"},
        {"Key": "orders.queue", "Source": "./queue", "Dir": "\(directory)/queue"}]}
      """,
      "\(directory)/main.tf": """
      variable "prefix" {}
      module "queue" {
        source = "./queue"
        name   = "${var.prefix}-jobs"
      }
      """,
      "\(directory)/queue/main.tf": queue,
    ]
  }

  @Test func modulesThatInitHasFetched() {
    let configuration = Configuration(Self.initialized(".terraform/modules/queues"))
    #expect(
      configuration.addresses == [
        "module.orders.module.queue.aws_sqs_queue.this", "module.inner.module.mails.module.queue.aws_sqs_queue.this",
      ])
    #expect(configuration.text("module.orders.module.queue.aws_sqs_queue.this", "name") == "orders-jobs")
    #expect(configuration.text("module.inner.module.mails.module.queue.aws_sqs_queue.this", "name") == "mails-jobs")
  }

  @Test func modulesOutsideTheProjectStayUnread() {
    #expect(Configuration(Self.initialized("../elsewhere")).addresses.isEmpty)
    #expect(Configuration(Self.initialized("/usr/share/elsewhere")).addresses.isEmpty)
    var files = Self.initialized(".terraform/modules/queues")
    files[".terraform/modules/modules.json"] = "{\"Modules\": [{\"Key\""
    let broken = Configuration(files)
    #expect(broken.addresses.isEmpty && broken.failures.isEmpty)
  }

  @Test func twoLevelsAndForEach() {
    let configuration = Configuration(
      [
        "stack/main.tf": """
        module "inner" {
          source   = "./inner"
          for_each = { a = 1, b = 2 }
          key      = each.key
        }
        resource "aws_lambda_event_source_mapping" "m" { event_source_arn = module.inner["b"].queue_arn }
        resource "r" "all" { v = [for k, m in module.inner : m.queue_arn] }
        resource "r" "none" { v = module.inner["c"].queue_arn }
        """,
        "stack/inner/main.tf": """
        variable "key" {}
        module "queue" {
          source  = "../queue"
          name    = "q-${var.key}"
          options = { fifo = true }
        }
        output "queue_arn" { value = module.queue.arn }
        """,
        "stack/queue/main.tf": EvaluationModuleTests.queue,
      ], directory: "stack")
    let sqs = "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:q-"
    #expect(configuration.text("aws_lambda_event_source_mapping.m", "event_source_arn") == sqs + "b")
    #expect(configuration.text("r.all", "v") == "[\(sqs)a, \(sqs)b]")
    let queue = #"module.inner["a"].module.queue.aws_sqs_queue.this"#
    #expect(configuration.text(queue, "delay_seconds") == "5")
    #expect(configuration[queue]?.module == #"module.inner["a"].module.queue"#)
    #expect(configuration[queue].map { configuration.context.sources[$0.span.file].path } == "stack/queue/main.tf")
  }

  @Test func variableFilesAndTheCommandLine() {
    var inputs = LoadInputs()
    inputs.terraformVariables = ["d": "cli", "n": "5", "l": "[\"x\", \"y\"]"]
    inputs.terraformVariableFiles = ["extra.tfvars"]
    let configuration = Configuration(
      [
        "main.tf": """
        variable "a" { default = "default" }
        variable "b" { default = "default" }
        variable "c" { default = "default" }
        variable "d" { default = "default" }
        variable "e" { default = "default" }
        variable "n" { type = number }
        variable "l" { type = list(string) }
        resource "r" "v" { v = [var.a, var.b, var.c, var.d, var.e, var.n + 1, var.l[1]] }
        """,
        "terraform.tfvars": "b = \"file\"\nc = \"file\"\nd = \"file\"\ne = \"file\"",
        "x.auto.tfvars.json": #"{"c": "auto", "d": "auto"}"#,
        "extra.tfvars": "e = \"extra\"",
      ], inputs: inputs)
    #expect(configuration.text("r.v", "v") == "[default, file, auto, cli, extra, 6, y]")
  }

  @Test func valuesPointAtTheirUseAndKnowTheirDefinition() throws {
    let configuration = Configuration(
      """
      variable "memory" { default = 128 }
      locals { timeout = 30 }
      resource "aws_lambda_function" "f" {
        memory_size = var.memory
        timeout     = local.timeout
        environment {
          variables = { KEY = var.memory }
        }
      }
      """)
    #expect(configuration.source("aws_lambda_function.f", "memory_size") == "var.memory")
    let span = try #require(configuration["aws_lambda_function.f"]?.attributes.entry("timeout")?.value.span)
    let graph = configuration.context.builder.finish()
    let origin = try #require(graph.origins[span])
    #expect(configuration.context.sources[origin.file].text(of: origin) == "30")
    let variables = configuration["aws_lambda_function.f"]?.attributes["environment"]?["variables"]
    let key = try #require(variables?.entry("KEY"))
    #expect(configuration.context.sources[key.keySpan.file].text(of: key.keySpan) == "KEY")
    #expect(key.value.origin == .variable(name: "memory", isSensitive: false))
  }

  @Test func filesOfTheProject() {
    let configuration = Configuration(
      [
        "app/main.tf": """
        resource "r" "v" {
          a = file("${path.module}/a.txt")
          b = templatefile("b.tpl", { name = "n", list = [1, 2] })
          c = try(file("missing.txt"), "none")
          d = fileexists("a.txt")
          e = file("../../secret")
        }
        """,
        "app/a.txt": "text", "app/b.tpl": "${name}:%{ for i in list }${i};%{ endfor }",
      ], directory: "app")
    #expect(configuration.text("r.v", "a") == "text")
    #expect(configuration.text("r.v", "b") == "n:1;2;")
    #expect(configuration.text("r.v", "c") == "?app/main.tf#file('missing.txt')")
    #expect(configuration.text("r.v", "d") == "true")
    #expect(configuration.text("r.v", "e") == "?app/main.tf#file('../../secret')")
  }

  @Test func policyDocuments() {
    let configuration = Configuration(
      """
      resource "aws_s3_bucket" "b" {}
      data "aws_caller_identity" "me" {}
      data "aws_iam_policy_document" "base" {
        statement {
          sid       = "Read"
          actions   = ["s3:GetObject"]
          resources = ["${aws_s3_bucket.b.arn}/&{aws:username}/*"]
        }
      }
      data "aws_iam_policy_document" "d" {
        source_policy_documents = [data.aws_iam_policy_document.base.json]
        dynamic "statement" {
          for_each = ["sqs:SendMessage"]
          content {
            effect    = "Deny"
            actions   = [statement.value]
            resources = ["*"]
            principals {
              type        = "AWS"
              identifiers = [data.aws_caller_identity.me.account_id]
            }
            condition {
              test     = "StringEquals"
              variable = "aws:SourceArn"
              values   = ["x"]
            }
          }
        }
      }
      resource "aws_iam_policy" "p" { policy = data.aws_iam_policy_document.d.json }
      resource "r" "text" { v = data.aws_iam_policy_document.base.json }
      """)
    #expect(
      configuration.text("aws_iam_policy.p", "policy.Statement.0")
        == "{Sid: Read, Effect: Allow, Action: [s3:GetObject], Resource: "
        + "[arn:${AWS::Partition}:s3:::${main.tf#aws_s3_bucket.b}/${aws:username}/*]}")
    #expect(
      configuration.text("aws_iam_policy.p", "policy.Statement.1")
        == "{Effect: Deny, Action: [sqs:SendMessage], Resource: [*], Principal: {AWS: [${AWS::AccountId}]}, "
        + "Condition: {StringEquals: {aws:SourceArn: [x]}}}")
    #expect(configuration.text("r.text", "v").hasPrefix(#"{"Statement":[{"Action":["s3:GetObject"],"Effect":"Allow""#))
  }

  @Test func jsonSyntax() {
    let native = Configuration(
      """
      locals { name = "jobs" }
      resource "aws_sqs_queue" "q" { name = "${local.name}-q" }
      resource "aws_lambda_function" "f" {
        timeout = 60
        environment {
          variables = { URL = aws_sqs_queue.q.url, "A-${local.name}" = "$${x}" }
        }
        tags = { a = "b" }
      }
      resource "aws_lambda_permission" "p" {
        for_each      = toset(["a"])
        function_name = aws_lambda_function.f.function_name
      }
      """)
    let json = Configuration([
      "main.tf": "",
      "a.tf.json": #"""
      {"//": "comment", "locals": [{"name": "jobs"}],
       "resource": [{"aws_sqs_queue": {"q": {"//": {"metadata": {"path": "x"}}, "name": "${local.name}-q"}}},
        {"aws_lambda_function": {"f": [{"timeout": 60, "environment":
          {"variables": {"URL": "${aws_sqs_queue.q.url}", "A-${local.name}": "$${x}"}}, "tags": {"a": "b"}}]},
         "aws_lambda_permission": {"p": {"for_each": "${toset([\"a\"])}",
           "function_name": "${aws_lambda_function.f.function_name}"}}}]}
      """#,
    ])
    #expect(native.addresses == json.addresses)
    for instance in native.stack.instances {
      let one = Configuration.text(instance.attributes)
      let other = json[instance.address].map { Configuration.text($0.attributes) } ?? "absent"
      #expect(
        HCLFunctionCall.split(one, on: "main.tf#").joined() == HCLFunctionCall.split(other, on: ".#").joined())
    }
    #expect(json.source("aws_sqs_queue.q", "name") == #""${local.name}-q""#)
  }

  @Test func aBrokenFileLeavesTheOthers() {
    let configuration = Configuration([
      "a.tf": "resource \"aws_sqs_queue\" \"q\" {\n  name = \n}\n", "b.tf": "resource \"aws_sns_topic\" \"t\" {}",
    ])
    #expect(configuration.addresses == ["aws_sns_topic.t"])
    let problem = configuration.failures.first
    #expect(problem?.message == "the line ends where a value belongs")
    let place = problem.map { configuration.context.sources[$0.span.file].position(at: $0.span.start) }
    #expect(place == Position(line: 2, column: 10))
  }

  @Test func theErrorIsTheDirectorysOwn() {
    var context = LoadContext(
      inputs: LoadInputs(),
      files: MemoryFiles(["a.tf": "x = [", "b.tf": "resource \"aws_lambda_function\" \"f\" {}", "c.tf": "}"]))
    #expect(throws: Problem(Span(file: FileID(0), start: 4, end: 5), "this list is never closed")) {
      try TerraformConfigurationLoader.load(directory: "", files: ["a.tf", "b.tf", "c.tf"], into: &context)
    }
    #expect(context.builder.functionCount == 1)
    #expect(context.problems.all.map(\.message) == ["expected an attribute or a block, found '}'"])
  }

  @Test func overrides() {
    let configuration = Configuration([
      "a.tf": "resource \"aws_sqs_queue\" \"q\" {\n  name = \"a\"\n  delay_seconds = 1\n}",
      "a_override.tf": "resource \"aws_sqs_queue\" \"q\" {\n  name = \"b\"\n}",
    ])
    #expect(configuration.text("aws_sqs_queue.q", "name") == "b")
    #expect(configuration.text("aws_sqs_queue.q", "delay_seconds") == "1")
  }

  @Test func rootModules() {
    var context = LoadContext(
      inputs: LoadInputs(),
      files: MemoryFiles([
        "app/main.tf": "module \"q\" { source = \"../modules/queue\" }", "modules/queue/main.tf": "",
        "other/main.tf": "", "ring/a/main.tf": "module \"b\" { source = \"../b\" }",
        "ring/b/main.tf": "module \"a\" { source = \"../a\" }",
      ]))
    let roots = TerraformConfigurationLoader.roots(
      of: ["app", "modules/queue", "other", "ring/a", "ring/b"], into: &context)
    #expect(roots == ["app", "other", "ring/a"])
  }
}
