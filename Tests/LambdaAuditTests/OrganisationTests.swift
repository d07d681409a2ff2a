import Diagnostics
import Foundation
import LambdaAudit
import TestSupport
import Testing

/// Three stacks in three directories that loop only together.
@Suite struct OrganisationTests {
  static let directories = ["orders", "billing", "shipping"]
  static let folder = "Samples/organisation"

  private func command(_ arguments: [String], in directory: String) throws -> Command {
    try Command(arguments, in: Project.root.appendingPathComponent(OrganisationTests.folder + "/" + directory).path)
  }

  /// The graphs of directories as their own runs write them, in a folder of their own.
  private func graphs(of directories: [String]) throws -> Scratch {
    let scratch = try Scratch()
    for directory in directories {
      let run = try command(["graph", "--format", "json"], in: directory)
      #expect(run.status == 0)
      try scratch.write(Data(run.output.utf8), to: directory + ".json")
    }
    return scratch
  }

  private func loops(_ paths: [String], in directory: String) throws -> [[String: Any]] {
    let run = try command(["--format", "json", "--only", "recursive-loop"] + paths, in: directory)
    #expect(run.status != 2, "\(run.errors)")
    let root = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    return try #require(root["findings"] as? [[String: Any]])
  }

  private func paths(of finding: [String: Any]) -> Set<String> {
    let related = (finding["related"] as? [[String: Any]] ?? []).map { $0["location"] }
    return Set(([finding["location"]] + related).compactMap { ($0 as? [String: Any])?["path"] as? String })
  }

  private func fingerprint(of finding: [String: Any]) -> String { finding["fingerprint"] as? String ?? "" }

  @Test(arguments: directories) func silentAlone(_ directory: String) throws {
    #expect(try loops([], in: directory).isEmpty)
  }

  @Test func foundTogether() throws {
    let found = try loops(OrganisationTests.directories, in: "")
    #expect(found.count == 1)
    let finding = try #require(found.first)
    #expect(
      paths(of: finding) == ["orders/template.yaml", "billing/serverless.yml", "shipping/template.yaml"])
    #expect(finding["confidence"] as? String == "likely")
  }

  @Test(arguments: directories) func foundFromTwoGraphsAndATemplate(_ directory: String) throws {
    let others = OrganisationTests.directories.filter { $0 != directory }
    let scratch = try graphs(of: others)
    let found = try loops(["."] + others.map { scratch.file($0 + ".json") }, in: directory)
    #expect(found.count == 1)
    let finding = try #require(found.first)
    let template = directory == "billing" ? "serverless.yml" : "template.yaml"
    #expect(paths(of: finding) == Set([template] + others.map { scratch.file($0 + ".json") }))
    #expect((finding["location"] as? [String: Any])?["path"] as? String == template)
    let together = try loops(OrganisationTests.directories, in: "")
    #expect(fingerprint(of: finding) == together.map(fingerprint).first)
  }

  @Test func foundFromGraphsAlone() throws {
    let scratch = try graphs(of: OrganisationTests.directories)
    let found = try loops([scratch.path], in: "orders")
    #expect(found.count == 1)
    let finding = try #require(found.first)
    #expect(paths(of: finding).count == 3)
    #expect(fingerprint(of: finding) == (try loops(OrganisationTests.directories, in: "")).map(fingerprint).first)
    let messages = (finding["related"] as? [[String: Any]] ?? []).compactMap { $0["message"] as? String }
    #expect(
      Set(messages) == [
        "'Accept' may write to 'Placed' here (sns:Publish), in template.yaml:23",
        "'Placed' wakes 'charge' here, in serverless.yml:17",
        "'charge' may write to 'Receipts' here (s3:PutObject), in serverless.yml:15",
        "'Receipts' wakes 'Ship' here, in template.yaml:8",
        "'Ship' may write to 'Orders' here (sqs:SendMessage), in template.yaml:33",
        "'Orders' wakes 'Accept' here, in template.yaml:25",
      ])
  }

  @Test func spanIsTheEntryOfTheGraph() throws {
    let scratch = try graphs(of: ["billing", "shipping"])
    Project.enter()
    var request = AuditRequest(paths: [OrganisationTests.folder + "/orders", scratch.path])
    request.only = ["recursive-loop"]
    let outcome = Audit.run(request)
    let finding = try #require(outcome.report.findings.first)
    let sources = outcome.report.sources
    #expect(sources[finding.span.file].text(of: finding.span) == "Order")
    #expect(finding.message == "'Accept', 'charge' and 'Ship' wake each other through 'Orders'")
    let waking = try #require(finding.related.first { $0.message.hasPrefix("'Placed' wakes 'charge' here") })
    let text = sources[waking.span.file].text(of: waking.span)
    #expect(text.hasPrefix("{\"from\": \"shop-order-placed\", \"to\": \"charge\", \"kind\": \"trigger\""))
    #expect(text.hasSuffix("\"line\": 17}"))
  }

  /// A function that loops by itself is its own repository's business.
  @Test func loopsOfOneGraphAreNotRepeated() throws {
    let scratch = try Scratch()
    let graph = try Command(["graph", "--format", "json", ContractTests.story])
    try scratch.write(Data(graph.output.utf8), to: "other.json")
    for paths in [[scratch.file("other.json")], [".", scratch.file("other.json")]] {
      let run = try command(["--format", "json"] + paths, in: "orders")
      #expect(!run.output.contains("\"Convert\""))
      #expect(!run.output.contains("\"rule\": \"recursive-loop\""))
    }
  }

  /// What a repository says of itself doesn't change because others are beside it.
  @Test func otherFindingsStay() throws {
    let scratch = try graphs(of: ["billing", "shipping"])
    let alone = try command(["--format", "github", "--skip", "recursive-loop"], in: "orders")
    let joined = try command(["--format", "github", "--skip", "recursive-loop", ".", scratch.path], in: "orders")
    #expect(alone.output.contains("template.yaml"))
    #expect(joined.output == alone.output)
  }

  @Test func graphOfOwnModuleIsSkipped() throws {
    let scratch = try Scratch([
      "main.tf": """
      resource "aws_lambda_function" "work" {
        function_name = "work"
        handler       = "index.handler"
        runtime       = "python3.13"
        role          = "arn:aws:iam::123456789012:role/work"
      }
      """
    ])
    let graph = try Command(["graph", "--format", "json"], in: scratch.path)
    try scratch.write(Data(graph.output.utf8), to: "graph.json")
    let run = try Command(["--format", "json", "--fail-on", "never"], in: scratch.path)
    #expect(run.output.contains("\"path\": \"graph.json\", \"format\": \"graph\", \"status\": \"skipped\""))
  }

  @Test func graphOfOwnFilesIsSkipped() throws {
    let scratch = try Scratch(["template.yaml": Story.template])
    let graph = try Command(["graph", "--format", "json"], in: scratch.path)
    try scratch.write(Data(graph.output.utf8), to: "graph.json")
    let run = try Command(["--format", "json", "--only", "recursive-loop"], in: scratch.path)
    #expect(
      run.output.contains(
        "\"path\": \"graph.json\", \"format\": \"graph\", \"status\": \"skipped\", \"functions\": 0"))
    #expect(run.output.contains("\"summary\": {\"error\": 1, \"warning\": 0, \"info\": 0}"))
  }
}
