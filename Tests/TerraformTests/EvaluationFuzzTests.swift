import Diagnostics
import Infrastructure
import TestSupport
import Testing

@testable import Loaders

/// Whatever still parses is evaluated and mapped without a crash or a hang.
@Suite struct EvaluationFuzzTests {
  private static let seed = """
    variable "m" { default = { a = { arn = "x", n = [1, 2] }, b = null } }
    variable "on" {}
    locals {
      names = { for k, v in var.m : k => try(v.arn, upper(k)) if v != null }
      all   = merge(local.names, { z = format("%s-%d", "q", 3) })
    }
    resource "aws_sqs_queue" "q" {
      for_each = local.all
      name     = "${each.key}-${each.value}"
      redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dlq[0].arn, maxReceiveCount = 3 })
    }
    resource "aws_sqs_queue" "dlq" { count = var.on ? 2 : 1 }
    data "aws_iam_policy_document" "d" {
      statement {
        actions   = ["sqs:SendMessage"]
        resources = [for q in aws_sqs_queue.q : q.arn]
      }
    }
    resource "aws_lambda_function" "f" {
      function_name = element(split("-", "a-b"), 1)
      timeout       = max(length(aws_sqs_queue.dlq[*].arn), 3) * 10
      dynamic "environment" {
        for_each = var.on == null ? [] : [1]
        content { variables = { Q = join(",", values(local.all)), P = data.aws_iam_policy_document.d.json } }
      }
    }
    module "w" {
      source               = "terraform-aws-modules/lambda/aws"
      function_name        = "w"
      event_source_mapping = { q = { event_source_arn = aws_sqs_queue.q["a"].arn } }
    }
    """

  private struct Sequence {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(bound, 1)))
    }
  }

  /// Words are exchanged for each other, so that most results still parse.
  @Test(arguments: 0..<6) func exchangedWords(_ stream: Int) {
    var random = Sequence(state: UInt64(stream + 1) &* 0x9E37_79B9_7F4A_7C15)
    let separators = Set(" \n(){}[],.\"=:?<>!+-*/$")
    var words: [String] = []
    for character in EvaluationFuzzTests.seed {
      if separators.contains(character) || words.isEmpty
        || words.last.map({ separators.contains($0.first ?? " ") }) == true
      {
        words.append(String(character))
      } else {
        words[words.count - 1].append(character)
      }
    }
    let places = words.indices.filter { !separators.contains(words[$0].first ?? " ") }
    let numbers = ["-1", "9999999999999999999", "1e300", "0", "null", "\"\"", "local.all", "each.value", "var.m", "[]"]
    var evaluated = 0
    for _ in 0..<60 {
      var changed = words
      for _ in 0...random.next(3) {
        let place = places[random.next(places.count)]
        changed[place] =
          random.next(3) == 0 ? numbers[random.next(numbers.count)] : words[places[random.next(places.count)]]
      }
      var context = LoadContext(inputs: LoadInputs(), files: MemoryFiles(["main.tf": changed.joined()]))
      do {
        try TerraformConfigurationLoader.load(directory: "", files: ["main.tf"], into: &context)
        evaluated += 1
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
    #expect(evaluated > 5)
  }

  @Test func theSeedIsWhole() {
    let configuration = Configuration(EvaluationFuzzTests.seed)
    #expect(configuration.failures.isEmpty)
    #expect(configuration.text("aws_lambda_function.f", "timeout") == "30")
    #expect(configuration.text(#"aws_sqs_queue.q["z"]"#, "name") == "z-q-3")
  }
}
