import Diagnostics
import Documents

/// Reads the directories of modules, each once.
struct ModuleReader {
  private var modules: [String: ModuleConfiguration] = [:]
  /// The errors that made files unreadable.
  private(set) var failures: [Problem] = []

  /// The configuration of a directory; nil when it holds no Terraform files.
  ///
  /// A file that can't be read is remembered and the others still count.
  mutating func module(_ directory: String, into context: inout LoadContext) -> ModuleConfiguration? {
    if let known = modules[directory] { return known }
    let files = context.files.list(directory).filter(ModuleReader.isConfiguration).map { Path.join(directory, $0) }
    guard !files.isEmpty else { return nil }
    return module(directory, files: files, into: &context)
  }

  /// The configuration of some files of a directory.
  mutating func module(_ directory: String, files: [String], into context: inout LoadContext) -> ModuleConfiguration {
    var result = ModuleConfiguration()
    let overrides = files.filter(ModuleReader.isOverride)
    for path in files where !overrides.contains(path) {
      if let body = read(path, into: &context) { result.add(body) }
    }
    for path in overrides {
      if let body = read(path, into: &context) { result.add(body, isOverride: true) }
    }
    modules[directory] = result
    return result
  }

  static func isConfiguration(_ name: String) -> Bool { name.hasSuffix(".tf") || name.hasSuffix(".tf.json") }

  private static func isOverride(_ path: String) -> Bool {
    let name = Path.name(path)
    return name == "override.tf" || name == "override.tf.json" || name.hasSuffix("_override.tf")
      || name.hasSuffix("_override.tf.json")
  }

  /// The body of one file in either syntax; nil when it is missing or broken, which is then remembered.
  mutating func read(_ path: String, into context: inout LoadContext) -> HCLBody? {
    guard let (file, id) = ModuleReader.source(path, into: &context) else { return nil }
    do throws(Problem) {
      guard path.hasSuffix(".json") else { return try HCLParser.parse(file, id: id) }
      let documents = try DocumentReader.read(file, id: id, problems: &context.problems)
      guard let root = documents.first(where: \.isMapping) else { return nil }
      if path.hasSuffix(".tfvars.json") { return JSONConfiguration.values(root) }
      let (body, problems) = JSONConfiguration.read(root)
      for problem in problems { context.problems.note(problem) }
      return body
    } catch {
      failures.append(error)
      return nil
    }
  }

  /// A file of the run, added to it when it is new.
  static func source(_ path: String, into context: inout LoadContext) -> (SourceFile, FileID)? {
    if let index = context.sources.files.firstIndex(where: { $0.path == path }) {
      return (context.sources.files[index], FileID(index))
    }
    guard let bytes = context.files.read(path) else { return nil }
    let file = SourceFile(path: path, bytes: bytes)
    return (file, context.sources.add(file))
  }
}
