package import Diagnostics
import Documents
package import Infrastructure
package import Loaders

/// The graph of files that exist in a test only.
package struct LoadedGraph {
  package let graph: ResourceGraph
  package let problems: [Problem]
  package let sources: Sources

  /// Loads files in the order of their paths; those that another one includes are named in `included`.
  ///
  /// - Parameter sizes: files that are only weighed, by their bytes.
  package init(
    _ contents: [String: String], included: Set<String> = [], inputs: LoadInputs = LoadInputs(),
    sizes: [String: Int] = [:]
  ) throws {
    var context = LoadContext(inputs: inputs, files: MemoryFiles(contents, sizes: sizes))
    for path in contents.keys.sorted() where !included.contains(path) {
      guard let opened = context.open(path, from: ""), let root = opened.documents.first,
        let format = Loader.detect(root: root, path: path)
      else { continue }
      _ = try Loader.load(format, file: opened.id, documents: opened.documents, into: &context)
    }
    problems = context.problems.all
    sources = context.sources
    graph = context.builder.finish()
  }

  /// Loads one file of the disk with everything that it refers to, or the Terraform files of a directory.
  package init(disk path: String, inputs: LoadInputs = LoadInputs()) throws {
    var context = LoadContext(inputs: inputs, files: DiskFiles())
    let files = DiskFiles.list(path).filter { $0.hasSuffix(".tf") || $0.hasSuffix(".tf.json") }
    if !files.isEmpty {
      _ = try Loader.loadTerraform(directory: path, files: files.map { "\(path)/\($0)" }, into: &context)
    } else if let opened = context.open(path, from: ""), let root = opened.documents.first,
      let format = Loader.detect(root: root, path: path)
    {
      _ = try Loader.load(format, file: opened.id, documents: opened.documents, into: &context)
    }
    problems = context.problems.all
    sources = context.sources
    graph = context.builder.finish()
  }

  /// Loads one template.
  package init(template: String, inputs: LoadInputs = LoadInputs()) throws {
    try self.init(["template.yaml": template], inputs: inputs)
  }

  /// Every relation as `From -via-> To`, in the order of the graph.
  package var relations: [String] {
    graph.relations.map { "\(graph[$0.from].name) -\($0.via.rawValue)-> \(graph[$0.to].name)" }
  }

  /// A function by the name that the user wrote.
  package func function(_ name: String) -> Function? {
    graph.functions.first { graph[$0.id].name == name }
  }

  /// The source text that a span covers.
  package func text(_ span: Span) -> String { sources[span.file].text(of: span) }
}
