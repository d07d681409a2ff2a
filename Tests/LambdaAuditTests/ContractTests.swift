import Foundation
import TestSupport
import Testing

/// What users and scripts rely on, tried from the outside.
@Suite struct ContractTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let status: Int32
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ line: String, _ status: Int32) {
      arguments = line.split(separator: " ").map(String.init)
      self.status = status
    }
  }

  static let story = "Samples/csv-to-json/template.yaml"

  @Test(arguments: [
    Case("\(story)", 1), Case("--fail-on error \(story)", 1), Case("--fail-on never \(story)", 0),
    Case("--format json \(story)", 1), Case("--format sarif --fail-on never \(story)", 0),
    Case("--only queue-without-dlq \(story)", 0), Case("--min-confidence certain --fail-on error \(story)", 0),
    Case("nowhere.yaml", 2), Case("\(story) nowhere.yaml", 2), Case("--fail-on never nowhere.yaml", 2),
    Case("--config nowhere.yml \(story)", 2), Case("--baseline nowhere.json \(story)", 2),
    Case("--output json=/nowhere/at/all \(story)", 2),
    Case("--bogus", 64), Case("--format pdf", 64), Case("--only no-such-rule", 64), Case("--output json", 64),
    Case("--profile loud", 64), Case("--account-concurrency 0", 64), Case("--as-of soon", 64),
    Case("--profile strict \(story)", 1), Case("--profile minimal \(story)", 1), Case("--as-of 2026-12-31 \(story)", 1),
    Case("--parameter x", 64), Case("explain no-such-rule", 64), Case("graph --around Nobody \(story)", 64),
    Case("--help", 0), Case("--version", 0), Case("help graph", 0), Case("graph \(story)", 0), Case("rules", 0),
    Case("rules --format json", 0), Case("explain recursive-loop", 0),
  ])
  func exitStatus(_ test: Case) throws {
    let run = try Command(test.arguments)
    #expect(run.status == test.status, "\(run.errors)")
  }

  @Test("Paths alone, which pass the parser by, are the same call as paths with an option at its default")
  func pathsAlone() throws {
    let alone = try Command([ContractTests.story, "Samples/sam-events"])
    let parsed = try Command(["--format", "text", ContractTests.story, "Samples/sam-events"])
    #expect(alone.status == parsed.status)
    #expect(alone.output == parsed.output)
    #expect(!alone.output.isEmpty)
  }

  @Test func standardInput() throws {
    let run = try Command(["--format", "json", "-"], input: Story.template)
    #expect(run.status == 1)
    #expect(run.output.contains("\"path\": \"-\", \"startLine\": 21"))
  }

  @Test func jsonHasEveryField() throws {
    let run = try Command(["--format", "json", "--only", "recursive-loop", ContractTests.story])
    let root = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(Set(root.keys) == ["schema", "tool", "files", "findings", "suppressed", "summary"])
    #expect(root["schema"] as? Int == 1)
    let file = try #require((root["files"] as? [[String: Any]])?.first)
    #expect(file["path"] as? String == ContractTests.story)
    #expect(file["format"] as? String == "sam")
    #expect(file["status"] as? String == "audited")
    #expect(file["functions"] as? Int == 1)
    #expect(file["error"] is NSNull)
    let finding = try #require((root["findings"] as? [[String: Any]])?.first)
    #expect(
      Set(finding.keys) == [
        "rule", "severity", "confidence", "message", "help", "resource", "function", "variable", "location", "related",
        "loop", "fingerprint",
      ])
    let location = try #require(finding["location"] as? [String: Any])
    #expect(location["startLine"] as? Int == 21)
    #expect(location["startColumn"] as? Int == 9)
    #expect(location["endColumn"] as? Int == 17)
    let loop = try #require(finding["loop"] as? [String: Any])
    let path = try #require(loop["path"] as? [[String: String]])
    #expect(path == [["resource": "Convert", "kind": "function"], ["resource": "Uploads", "kind": "bucket"]])
    #expect(loop["awsGuard"] as? String == "covered")
    #expect((root["summary"] as? [String: Int]) == ["error": 1, "warning": 0, "info": 0])
  }

  @Test func graphAsJSON() throws {
    let run = try Command(["graph", "--format", "json", ContractTests.story])
    let root = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let nodes = try #require(root["nodes"] as? [[String: Any]])
    #expect(nodes.map { $0["id"] as? String } == ["Convert", "Uploads"])
    #expect(nodes.map { $0["kind"] as? String } == ["function", "bucket"])
    let edges = try #require(root["edges"] as? [[String: Any]])
    #expect(edges.contains { $0["kind"] as? String == "trigger" && $0["from"] as? String == "Uploads" })
    #expect(edges.contains { $0["kind"] as? String == "write" && $0["to"] as? String == "Uploads" })
    #expect(edges.allSatisfy { $0["cut"] is NSNull })
  }

  @Test func severalReportsFromOneRun() throws {
    let scratch = try Scratch(["template.yaml": Story.template])
    let run = try Command(
      ["--output", "json=a.json", "--output", "markdown=a.md", "--dot", "a.dot", "template.yaml"], in: scratch.path)
    #expect(run.status == 1)
    #expect(run.output.hasSuffix("in 1 file with 1 function\n"))
    for (name, beginning) in [("a.json", "{"), ("a.md", "### lambda-audit"), ("a.dot", "digraph")] {
      let text = try String(contentsOfFile: scratch.file(name), encoding: .utf8)
      #expect(text.hasPrefix(beginning))
    }
  }

  @Test func sameBytesTwice() throws {
    let first = try Command(["--format", "json", "Samples"])
    let second = try Command(["--format", "json", "Samples"])
    #expect(first.output == second.output)
  }
}
