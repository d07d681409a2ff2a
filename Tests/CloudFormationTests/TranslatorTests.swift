import Analyses
import Foundation
import Infrastructure
import TestSupport
import Testing

/// AWS's own SAM translator, where it is installed.
enum Translator {
  private static let script = """
    import json, sys
    from samtranslator.translator.transform import transform
    from samtranslator.yaml_helper import yaml_parse
    class Policies:
        def load(self): return {}
    print(json.dumps(transform(yaml_parse(sys.stdin.read()), {}, Policies())))
    """

  static let isInstalled = run("import samtranslator", input: "") != nil

  /// The CloudFormation template that SAM makes of a template; nil where the translator fails.
  static func expand(_ template: String) -> String? { run(script, input: template) }

  private static func run(_ script: String, input: String) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-W", "ignore", "-c", script]
    process.environment = ProcessInfo.processInfo.environment.merging(["AWS_DEFAULT_REGION": "us-east-1"]) { $1 }
    let (output, entry) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = entry
    guard (try? process.run()) != nil else { return nil }
    entry.fileHandleForWriting.write(Data(input.utf8))
    try? entry.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}

@Suite("SAM input and what AWS's translator makes of it")
struct TranslatorTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Samples/sam-events").standardized
  static let samples = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test("There are at least twenty samples")
  func enough() { #expect(Self.samples.count >= 20) }

  @Test(
    "The graphs are equal", .enabled(if: Translator.isInstalled, "aws-sam-translator is not installed"),
    arguments: samples)
  func equalGraphs(sample: String) throws {
    let source = try String(contentsOf: Self.folder.appendingPathComponent(sample), encoding: .utf8)
    let expanded = try #require(Translator.expand(source), "the translator refused \(sample)")
    let native = try LoadedGraph(template: source)
    let translated = try LoadedGraph(template: expanded)
    #expect(Self.edges(native.graph) == Self.edges(translated.graph))
    #expect(Self.functions(native.graph) == Self.functions(translated.graph))
  }

  /// Every relation and permission, with what matters of its settings.
  private static func edges(_ graph: ResourceGraph) -> [String] {
    let relations = graph.relations.map { relation in
      "\(graph[relation.from].name) -\(relation.via.rawValue), \(relation.mode.rawValue), "
        + "\(relation.isEnabled.value ?? true), \(shape(relation.filter)), \(settings(relation))-> \(graph[relation.to].name)"
    }
    let writes = EventFlow(graph).writes.map { write in
      "\(graph[write.from].name) may \(write.emission.actions.sorted().joined(separator: ",")) \(graph[write.to].name)"
    }
    return Set(relations + writes).sorted()
  }

  private static func shape(_ filter: EventFilter) -> String {
    switch filter {
    case .all: "all"
    case .objects(let filter): "\(filter.prefix.value?.raw ?? "")*\(filter.suffix.value?.raw ?? "")"
    case .patterns(let patterns): "\(patterns.map(\.fields))"
    case .message(let pattern, let overBody): "\(pattern.fields) \(overBody)"
    case .logLines(let pattern): pattern.raw
    case .calls(let names): "\(names)"
    case .recipients(let addresses): "\(addresses)"
    case .unresolved: "unresolved"
    }
  }

  private static func settings(_ relation: Relation) -> String {
    guard let polling = relation.polling else { return "" }
    return "\(polling.batchSize.value ?? 10) \(polling.reportsBatchItemFailures.value ?? false)"
  }

  private static func functions(_ graph: ResourceGraph) -> [String] {
    graph.functions.map { function in
      "\(graph[function.id].name) \(function.effectiveTimeout ?? -1) \(function.effectiveMemory ?? -1) "
        + "\(function.url?.authorization.value ?? "no url") \(function.publishesAlias)"
    }.sorted()
  }
}
