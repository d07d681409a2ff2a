import Foundation
import TestSupport
import Testing

/// A file that can't be audited gets one clear line, and the others are audited still.
@Suite struct BadInputTests {
  struct Input: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: Data
    /// What standard error has to hold after the path.
    let complaint: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ complaint: String) { self.init(name, Data(text.utf8), complaint) }

    init(_ name: String, _ bytes: Data, _ complaint: String) {
      self.name = name
      self.bytes = bytes
      self.complaint = complaint
    }
  }

  static let bomb: String = {
    let levels = (1..<12).map {
      "a\($0): &a\($0) [" + Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ",") + "]"
    }
    return "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + levels.joined(separator: "\n") + "\nResources: *a11\n"
  }()

  /// A plan that ends in the middle of the last name, as when a pipe broke; its line is longer than what is read later.
  static let cutPlan: String = {
    let queues = (0..<400).map {
      #"{"address":"aws_sqs_queue.q[\#($0)]","type":"aws_sqs_queue","values":{"name":"q"}}"#
    }
    return #"{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"resources":["#
      + queues.joined(separator: ",") + #",{"address":"aws_sqs_queue.last","values":{"name":"la"#
  }()

  static let inputs = [
    Input("cut.json", cutPlan, ":1:\(cutPlan.utf8.count - 2): error: the string is not closed"),
    Input(
      "ended.json", String(cutPlan.dropLast(12)),
      ":1:\(cutPlan.utf8.count - 11): error: the JSON ends too early; expected"),
    Input(
      "version.json",
      "{\n  \"format_version\": \"2.0\", \"terraform_version\": \"3.0.0\",\n  \"planned_values\": {}\n}\n",
      ":2:21: error: format version '2.0' is newer than this reader, which knows 0.1 to 1.x"),
    Input(
      "syntax.tf", "resource \"aws_sqs_queue\" \"q\" {\n  name = [1,\n}\n", ":3:1: error: expected a value, found '}'"),
    Input("empty.yaml", "", ":1:1: error: the file is empty"),
    Input("binary.yaml", Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2]), ":1:5: error: binary"),
    Input("bytes.yaml", Data("Resources:\n  A: ".utf8) + Data([0xFF, 0xFA]), ":2:6: error: invalid UTF-8"),
    Input("bracket.yaml", "Resources:\n  A: [1, 2\n  B: 3\n", "error: '[' is not closed"),
    Input("tab.yaml", "Resources:\n\tA: 1\n", ":2:1: error: tab"),
    Input("bomb.yaml", bomb, "error: aliases"),
    Input("deep.json", String(repeating: "[", count: 100_000), ":1:201: error: nested"),
    Input("deep.yaml", "Resources: " + String(repeating: "[", count: 100_000), "error: nested"),
    Input("list.yaml", "Resources:\n  - A\n", ":1:1: error: 'Resources'"),
    Input("template.yaml", "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  - A\n", ":3:3: error: 'Resources'"),
    Input("other.yaml", "hello: 1\n", ":1:1: error: not a deployment config"),
  ]

  @Test(arguments: inputs) func badInput(_ input: Input) throws {
    let scratch = try Scratch(["good.yaml": Story.template])
    try scratch.write(input.bytes, to: input.name)
    let run = try Command(["--format", "json", input.name, "good.yaml"], in: scratch.path)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix(input.name + ":"))
    #expect(run.errors.contains(input.complaint), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.output.contains("\"rule\": \"recursive-loop\""))
  }

  @Test func missingFile() throws {
    let run = try Command(["nowhere.yaml"])
    #expect(run.status == 2)
    #expect(run.errors == "nowhere.yaml:1:1: error: no such file or directory\n")
  }

  @Test func circleOfLinks() throws {
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.file("a.yaml"), withDestinationPath: scratch.file("a.yaml"))
    let run = try Command(["a.yaml"], in: scratch.path)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("a.yaml:1:1: error: too many levels of symbolic links"))
  }

  @Test func directoryWithoutConfigs() throws {
    let scratch = try Scratch(["notes.txt": "hi", "package.json": "{\"name\": \"x\"}"])
    let run = try Command([], in: scratch.path)
    #expect(run.status == 2)
    #expect(run.errors == ".:1:1: error: no deployment config found in this directory\n")
  }

  @Test func tooLargeFile() throws {
    let scratch = try Scratch()
    try scratch.write(Data(repeating: 0x0A, count: 65 << 20), to: "huge.yaml")
    let run = try Command(["huge.yaml"], in: scratch.path)
    #expect(run.status == 2)
    #expect(run.errors == "huge.yaml:1:1: error: the file is larger than the limit of 64 MiB\n")
  }

  @Test func tooLargePlan() throws {
    let scratch = try Scratch()
    try scratch.write(Data("{\"format_version\": \"1.2\"".utf8), to: "plan.json")
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.file("plan.json")))
    try file.truncate(atOffset: 513 << 20)
    let run = try Command(["plan.json"], in: scratch.path)
    #expect(run.status == 2)
    #expect(run.errors == "plan.json:1:1: error: the file is larger than the limit of 512 MiB for JSON\n")
  }
}
