import Analyses
import Diagnostics
import Documents
import Infrastructure
import Loaders
import TestSupport
import Testing

/// Plans and states of the same stacks, made by Terraform itself; they are not part of the project.
@Suite(
  "Plans beside states",
  .enabled(if: !CorpusFiles.plans.isEmpty, "LAMBDA_AUDIT_CORPUS is not set to a folder with plans"))
struct PlanCorpusTests {
  @Test("A plan's event flow holds nothing that the applied state lacks", arguments: CorpusFiles.plans)
  func isSubset(plan: String) throws {
    let state = plan.replacingSuffix(".plan.json", with: ".state.json")
    let planned = try CorpusFiles.flow(plan)
    let applied = try CorpusFiles.flow(state)
    #expect(planned.subtracting(applied).sorted() == [])
  }

  /// What is missing is a function that its own hidden policy mentions: a call of itself, or nothing of the kind.
  @Test("Plans show at least 98 % of the event flow of their states")
  func isNearlyComplete() throws {
    var missing: [String] = []
    var total = 0
    for plan in CorpusFiles.plans {
      let planned = try CorpusFiles.flow(plan)
      let applied = try CorpusFiles.flow(plan.replacingSuffix(".plan.json", with: ".state.json"))
      total += applied.count
      for edge in applied.subtracting(planned).sorted() { missing.append("\(Path.name(plan)): \(edge)") }
    }
    #expect(total > 50)
    #expect(missing.count * 100 <= total * 2, "\(missing.joined(separator: "\n"))")
  }
}

/// The folder that `LAMBDA_AUDIT_CORPUS` names.
enum CorpusFiles {
  static let plans: [String] = {
    guard let root = Environment.value("LAMBDA_AUDIT_CORPUS") else { return [] }
    return DiskFiles.list(root + "/plans").filter { $0.hasSuffix(".plan.json") }.map { "\(root)/plans/\($0)" }
  }()

  /// The relations and the writes of a file.
  static func flow(_ path: String) throws -> Set<String> {
    let graph = try graph(path)
    let writes = EventFlow(graph).writes.map { edge(graph, $0.from, "write", $0.to) }
    return Set(graph.relations.map { edge(graph, $0.from, $0.via.rawValue, $0.to) } + writes)
  }

  private static func edge(_ graph: ResourceGraph, _ from: ResourceID, _ via: String, _ to: ResourceID) -> String {
    "\(name(graph[from])) -\(via)-> \(name(graph[to]))"
  }

  /// What lies outside the files is called by its name, which the two accounts of the same stack may spell differently.
  private static func name(_ resource: Resource) -> String {
    resource.isExternal ? "\(resource.kind.name) outside" : resource.name
  }

  static func graph(_ path: String) throws -> ResourceGraph {
    var context = LoadContext(inputs: LoadInputs(), files: DiskFiles())
    let file = context.open(path, from: "")
    let opened = try #require(file)
    let root = try #require(opened.documents.first)
    let format = try #require(Loader.detect(root: root, path: path))
    _ = try Loader.load(format, file: opened.id, documents: opened.documents, into: &context)
    return context.builder.finish()
  }
}
