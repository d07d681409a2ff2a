import Analyses
import Infrastructure
import Loaders
import TestSupport
import Testing

/// One stack with five loops as Terraform itself plans, changes and stores it; not part of the project.
@Suite("One stack in all its forms", .enabled(if: PlanForms.folder != nil, "LAMBDA_AUDIT_TFPLANS is not set"))
struct PlanFormsTests {
  private static let resources: Set<String> = [
    "module.orders_queue.aws_sqs_queue.this", "aws_s3_bucket.media", "aws_dynamodb_table.state",
    "aws_cloudwatch_event_bus.app", "aws_sns_topic.t",
  ]

  @Test(
    "All five loops",
    arguments: [
      "plan_after_apply.json", "plan_replace.json", "plan_target.json", "plan_refreshonly.json", "state.json",
      "terraform.tfstate",
    ])
  func loops(file: String) throws { #expect(try looped(file) == Self.resources) }

  @Test("A fresh plan shows the loops whose policies it keeps or at least names, and all of them with its sources")
  func fresh() throws {
    #expect(try looped("plan.json") == ["aws_s3_bucket.media", "aws_sns_topic.t"])
    #expect(try looped("plan.json", withSources: true) == Self.resources)
  }

  @Test("A plan that only destroys declares nothing")
  func destroy() throws { #expect(try looped("plan_destroy.json").isEmpty) }

  /// The resources of the five loops that some loop of the file goes through.
  private func looped(_ file: String, withSources: Bool = false) throws -> Set<String> {
    let folder = try #require(PlanForms.folder)
    var inputs = LoadInputs()
    if withSources { inputs.terraformSource = folder }
    let graph = try LoadedGraph(disk: "\(folder)/\(file)", inputs: inputs).graph
    let names = Facts(graph).loops.flatMap(\.hops).flatMap { [graph[$0.from].name, graph[$0.to].name] }
    return Self.resources.intersection(names)
  }
}

enum PlanForms {
  static let folder = Environment.value("LAMBDA_AUDIT_TFPLANS").map { $0 + "/t5-aws-loops" }
}
