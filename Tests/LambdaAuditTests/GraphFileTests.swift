import Analyses
import Diagnostics
import Documents
import Foundation
import Infrastructure
import LambdaAudit
import Loaders
import Reporters
import TestSupport
import Testing

/// Graph files: what is written can be read again without loss, and what can't be read is said.
@Suite struct GraphFileTests {
  static let samples = ["rules", "formats", "sam-events", "csv-to-json", "organisation", "terraform", "event-flow"]
    .flatMap {
      folder in
      ["yaml", "yml", "json", "tf"].flatMap { Project.files(below: "Samples/" + folder, extension: $0) }
    }

  /// All that matters of the loops and hops of a graph.
  private static func description(_ facts: Facts) -> [String] {
    let graph = facts.graph
    let loops = facts.flow.loops().map { loop in
      let path = loop.hops.map { "\(graph[$0.from].name) (\(graph[$0.from].kind.name))" }
      let doubts = loop.doubts.map(\.sentence)
      let burn = loop.burn.map { "\($0.dollarsPerHour) \($0.concurrency) \($0.isAccountLimit)" } ?? "unknown"
      return
        "\(path) \(loop.evidence) \(doubts) \(loop.isFailureOnly) \(loop.awsGuard) \(loop.guardNote ?? "") \(loop.further) "
        + burn
    }
    let edges = facts.flow.edges.map { edge in
      "\(graph[edge.from].name) \(edge.kind) \(graph[edge.to].name) \(edge.mode) \(edge.via) \(edge.confidence) "
        + "\(edge.cut ?? "open")"
    }
    return loops.sorted() + edges.sorted()
  }

  /// The arrows of a picture, red or not.
  private static func arrows(_ drawing: Drawing) -> [Substring] {
    String(decoding: drawing.dot, as: UTF8.self).split(separator: "\n").filter {
      $0.contains("->") && !$0.contains("invis")
    }.sorted()
  }

  private static func read(_ bytes: [UInt8]) throws -> Facts {
    var context = LoadContext(inputs: LoadInputs(), files: MemoryFiles([:]))
    let input = try context.readInput(SourceFile(path: "graph.json", bytes: bytes), isNeeded: true)
    let (id, documents, format) = try #require(input)
    #expect(format == .graph)
    _ = try Loader.load(.graph, file: id, documents: documents, into: &context)
    return Facts(context.builder.finish())
  }

  @Test(arguments: samples) func sameLoopsFromItsGraph(_ path: String) throws {
    Project.enter()
    let outcome = Audit.run(AuditRequest(paths: [path]))
    guard outcome.status != .failed else { return }
    let drawing = Drawing(outcome.facts, sources: outcome.report.sources)
    let again = try GraphFileTests.read(drawing.json(formats: outcome.report.formats))
    #expect(GraphFileTests.arrows(Drawing(again, sources: Sources())) == GraphFileTests.arrows(drawing))
    #expect(GraphFileTests.description(again) == GraphFileTests.description(outcome.facts))
  }

  struct Broken: CustomTestStringConvertible, Sendable {
    let text: String
    let complaint: String
    var testDescription: String { text }

    init(_ text: String, _ complaint: String) {
      self.text = text
      self.complaint = complaint
    }
  }

  private static let node =
    "{\"id\": \"F\", \"kind\": \"function\", \"name\": \"F\", \"path\": \"t.yaml\", \"line\": 1}"

  @Test(arguments: [
    Broken(
      "{\"schema\": 2, \"nodes\": [], \"edges\": []}",
      "1:12: error: graph of schema '2'; this version reads schema 1 only"),
    Broken("{\"schema\": 1, \"nodes\": []}", "1:1: error: the graph has no 'edges'"),
    Broken("{\"edges\": [], \"schema\": 1}", "1:1: error: the graph has no 'nodes'"),
    Broken("{\"schema\": 1, \"nodes\": {}, \"edges\": []}", "1:24: error: 'nodes' of a graph must be a list"),
    Broken("{\"schema\": 1, \"nodes\": [7], \"edges\": []}", "1:25: error: every entry of 'nodes' must be an object"),
    Broken("{\"schema\": 1, \"nodes\": [{\"id\": \"F\"}], \"edges\": []}", "1:25: error: 'name' is missing"),
    Broken(
      "{\"schema\": 1, \"nodes\": [\n  {\"id\": \"F\", \"kind\": \"robot\", \"name\": \"F\"}], \"edges\": []}",
      "2:23: error: 'robot' is no 'kind' that this version knows"),
    Broken(
      "{\"schema\": 1, \"nodes\": [\(node),\n  \(node)], \"edges\": []}", "2:10: error: two nodes have the id 'F'"),
    Broken(
      "{\"schema\": 1, \"nodes\": [], \"edges\": [\n{\"from\": \"A\", \"to\": \"B\", \"kind\": \"trigger\"}]}",
      "2:10: error: no node has the id 'A'"),
    Broken(
      "{\"schema\": 1, \"nodes\": [{\"id\": 3, \"kind\": \"queue\", \"name\": \"Q\"}], \"edges\": []}",
      "1:32: error: 'id' must be a string"),
    Broken("{\"schema\": 1, \"nodes\": [\n", "error: "),
  ])
  func brokenFile(_ test: Broken) throws {
    let scratch = try Scratch(["good.yaml": Story.template, "graph.json": test.text])
    let run = try Command(["--format", "json", "good.yaml", "graph.json"], in: scratch.path)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("graph.json:"))
    #expect(run.errors.contains(test.complaint), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.output.contains("\"rule\": \"recursive-loop\""))
  }

  /// Whatever bytes are wrong, the file is read or refused, and nothing ends the process.
  @Test func anyByteMayBeWrong() throws {
    Project.enter()
    let outcome = Audit.run(AuditRequest(paths: ["Samples/organisation", "Samples/event-flow/bus-rule"]))
    let bytes = Drawing(outcome.facts, sources: outcome.report.sources).json(formats: outcome.report.formats)
    var refused = 0
    for (number, place) in stride(from: 0, to: bytes.count, by: 7).enumerated() {
      var broken = bytes
      broken[place] = Array("\"{}[]0x,:$".utf8)[number % 10]
      var context = LoadContext(inputs: LoadInputs(), files: MemoryFiles([:]))
      do {
        let input = try context.readInput(SourceFile(path: "graph.json", bytes: broken), isNeeded: true)
        guard let input, input.format == .graph else { continue }
        _ = try Loader.load(.graph, file: input.id, documents: input.documents, into: &context)
        _ = Facts(context.builder.finish())
      } catch {
        refused += 1
      }
    }
    #expect(refused > 100)
  }

  /// The fields of the contract alone: what is drawn is what counts.
  @Test func graphWithoutRoles() throws {
    let scratch = try Scratch([
      "template.yaml": """
      Resources:
        Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}
        Work:
          Type: AWS::Serverless::Function
          Properties:
            Policies: [{Statement: [{Effect: Allow, Action: "sns:Publish", Resource: "arn:aws:sns:eu-west-1:1:done"}]}]
            Events: {Job: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn}}}
      """,
      "other/graph.json": """
      {"schema": 1,
       "nodes": [
         {"id": "done", "kind": "topic", "name": "done", "path": "main.tf", "line": 1},
         {"id": "Next", "kind": "function", "name": "Next", "path": "main.tf", "line": 9},
         {"id": "jobs", "kind": "queue", "name": "jobs", "path": "main.tf", "line": 20}],
       "edges": [
         {"from": "done", "to": "Next", "kind": "trigger", "mode": "async", "via": "SNS subscription", "confidence": "certain", "cut": null},
         {"from": "Next", "to": "jobs", "kind": "write", "mode": "async", "via": "sqs:SendMessage", "confidence": "likely", "cut": null}
       ]}
      """,
    ])
    let run = try Command(
      ["--format", "json", "--only", "recursive-loop", "template.yaml", "other/graph.json"], in: scratch.path)
    #expect(run.status == 1)
    #expect(run.output.contains("\"message\": \"'Work' and 'Next' wake each other through 'Jobs'\""))
    #expect(run.output.contains("\"path\": \"other/graph.json\", \"startLine\": 7"))
    #expect(run.output.contains("\"path\": \"other/graph.json\", \"startLine\": 8"))
    let cut = try String(contentsOfFile: scratch.file("other/graph.json"), encoding: .utf8)
      .replacingOccurrences(of: "\"likely\", \"cut\": null", with: "\"likely\", \"cut\": \"denied\"")
    try scratch.write(Data(cut.utf8), to: "other/graph.json")
    let silent = try Command(["--only", "recursive-loop", "template.yaml", "other/graph.json"], in: scratch.path)
    #expect(silent.status == 0, "\(silent.output)")
  }

  /// Names that mean something in one stack only don't meet those of another file, though the paths are equal.
  @Test func namesOfOneStackStayItsOwn() throws {
    let text = """
      Resources:
        Jobs: {Type: AWS::SQS::Queue}
        Work:
          Type: AWS::Serverless::Function
          Properties:
            Policies: [{Statement: [{Effect: Allow, Action: "sqs:*", Resource: SEND}]}]
            Events: {Job: {Type: SQS, Properties: {Queue: WAKE}}}
      """
    let (jobs, other) = ("!GetAtt Jobs.Arn", "arn:aws:sqs:eu-west-1:1:other")
    let scratch = try Scratch([
      "a/template.yaml": text.replacingOccurrences(of: "SEND", with: jobs).replacingOccurrences(
        of: "WAKE", with: other),
      "b/template.yaml": text.replacingOccurrences(of: "SEND", with: other).replacingOccurrences(
        of: "WAKE", with: jobs),
    ])
    let graph = try Command(["graph", "--format", "json"], in: scratch.file("b"))
    try scratch.write(Data(graph.output.utf8), to: "b.json")
    let run = try Command(["--only", "recursive-loop", ".", "../b.json"], in: scratch.file("a"))
    #expect(run.status == 0, "\(run.output)")
  }

  /// An export of one repository is what another one's import means.
  @Test func exportsMeetImports() throws {
    let scratch = try Scratch([
      "a/template.yaml": """
      Resources:
        Jobs: {Type: AWS::SQS::Queue}
        Work:
          Type: AWS::Serverless::Function
          Properties:
            Policies: [{Statement: [{Effect: Allow, Action: "sns:Publish", Resource: "arn:aws:sns:eu-west-1:1:done"}]}]
            Events: {Job: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn}}}
      Outputs:
        Jobs: {Value: !GetAtt Jobs.Arn, Export: {Name: jobs-arn}}
      """,
      "b/template.yaml": """
      Resources:
        Done: {Type: AWS::SNS::Topic, Properties: {TopicName: done}}
        Next:
          Type: AWS::Serverless::Function
          Properties:
            Policies: [{Statement: [{Effect: Allow, Action: "sqs:SendMessage", Resource: !ImportValue jobs-arn}]}]
            Events: {Job: {Type: SNS, Properties: {Topic: !Ref Done}}}
      """,
    ])
    for (here, there) in [("a", "b"), ("b", "a")] {
      let graph = try Command(["graph", "--format", "json"], in: scratch.file(there))
      try scratch.write(Data(graph.output.utf8), to: there + ".json")
      let run = try Command(["--only", "recursive-loop", ".", "../\(there).json"], in: scratch.file(here))
      #expect(run.status == 1, "\(run.output)")
      #expect(run.output.contains(" wake each other through "))
    }
  }
}
