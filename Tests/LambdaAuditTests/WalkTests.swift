import Analyses
import Diagnostics
import Infrastructure
import Loaders
import TestSupport
import Testing

@testable import LambdaAudit

/// Which files of a directory are audited.
@Suite struct WalkTests {
  @Test func passedOver() throws {
    let template = Story.template
    let scratch = try Scratch([
      ".gitignore": "/ignored/\n*.gen.yaml\n!kept.gen.yaml\n", ".git/x.yaml": template, "a/template.yaml": template,
      "node_modules/p/template.yaml": template, ".serverless/t.json": template, ".aws-sam/build/t.yaml": template,
      ".terraform/m/main.tf": "", "ignored/t.yaml": template, "b/ignored/t.yaml": template, "x.gen.yaml": template,
      "kept.gen.yaml": template, "package.json": "{\"name\": \"x\"}", "compose.yaml": "services: {}\n",
      "cdk.out/Stack.template.json": "{\"Resources\": {\"A\": {\"Type\": \"AWS::S3::Bucket\"}}}",
    ])
    let outcome = Audit.run(AuditRequest(paths: [scratch.path]))
    let paths = outcome.report.files.map { $0.path.dropFirst(scratch.path.count + 1) }
    #expect(paths == ["a/template.yaml", "b/ignored/t.yaml", "kept.gen.yaml"])
  }

  /// The modules of a directory that lies beside the working directory, or below a module there.
  @Test func modulesBesideTheWorkingDirectory() throws {
    let scratch = try Scratch([
      ".git/config": "", "here/x.txt": "", "infra/live/main.tf": "module \"f\" { source = \"../function\" }\n",
      "infra/function/main.tf": """
      resource "aws_lambda_function" "f" {
        function_name = "f"
        timeout       = 3
      }
      """,
    ])
    let run = try Command(["--format", "json", "../infra/live"], in: scratch.file("here"))
    #expect(run.output.contains("\"module.f.aws_lambda_function.f\""), "\(run.errors)")
  }

  @Test func nestedStackIsAuditedOnce() throws {
    let parent = """
      Resources:
        Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./child.yaml}}
      """
    let child = "Resources:\n  F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13}}\n"
    let scratch = try Scratch(["child.yaml": child, "parent.yaml": parent])
    let outcome = Audit.run(AuditRequest(paths: [scratch.path]))
    #expect(outcome.facts.graph.functions.count == 1)
    #expect(outcome.report.files.map(\.functions) == [0, 1])
  }

  struct Match: CustomTestStringConvertible, Sendable {
    let pattern: String
    let text: String
    let isMatch: Bool
    var testDescription: String { "\(pattern) \(isMatch ? "takes" : "leaves") \(text)" }

    init(_ pattern: String, _ text: String, _ isMatch: Bool) {
      self.pattern = pattern
      self.text = text
      self.isMatch = isMatch
    }
  }

  @Test(arguments: [
    Match("*.yaml", "a.yaml", true), Match("*.yaml", "d/a.yaml", false), Match("**/a", "a", true),
    Match("**/a", "x/y/a", true), Match("**/a", "xa", false), Match("a/**", "a/b/c", true),
    Match("a/**/b", "a/b", true), Match("a/**/b", "a/x/y/b", true), Match("a/**/b", "a/xb", false),
    Match("a?c", "abc", true), Match("a?c", "a/c", false), Match("[a-c]x", "bx", true), Match("[!a-c]x", "bx", false),
    Match("*a*b*c", "xxaxxbxxc", true), Match("*a*b*c", "xxaxxcxxb", false), Match("", "", true), Match("*", "", true),
  ])
  func glob(_ match: Match) { #expect(PathGlob.matches(match.pattern, match.text) == match.isMatch) }

  @Test func dates() {
    #expect(Day("1970-01-01")?.number == 0)
    #expect(Day("2000-03-01")?.number == 11_017)
    #expect(Day("2024-02-29")?.number == 19_782)
    #expect(Day("2024-2-29") == nil)
    #expect(Day("tomorrow") == nil)
  }
}
