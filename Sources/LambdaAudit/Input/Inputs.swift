import Diagnostics
import Documents
import Loaders

/// The inputs of a run, read and told apart, ready to be loaded in an order in which no file comes twice.
struct Inputs {
  /// One thing that a loader takes.
  private struct Unit {
    enum Content {
      case document(FileID, [Node])
      case terraform(directory: String, files: [String])
    }

    let path: String
    let format: Format
    let content: Content

    /// The paths of files and directories that it takes in as parts of itself.
    var parts: Set<String> {
      switch content {
      case .document(_, let documents):
        documents.first(where: \.isMapping).map { Inputs.parts(of: $0, path: path) } ?? []
      case .terraform(let directory, let files): Inputs.modules(of: files, in: directory)
      }
    }
  }

  private var units: [Unit] = []
  /// Graphs of other repositories by their first bytes, which are read when everything else is loaded.
  private var graphs: [Candidate] = []
  private let directories: [String]
  private(set) var files: [AuditReport.File] = []

  /// Reads everything that may be a deployment config; what can't be read becomes a failed file.
  init(_ walk: Walk, into context: inout LoadContext) {
    directories = walk.directories
    for failure in walk.failures {
      let path = failure.path.isEmpty ? "." : failure.path
      fail(path, format: nil, problem: Inputs.problem(path, failure.reason, &context))
    }
    for candidate in walk.candidates {
      switch candidate.content {
      case .document:
        if Markers.beginsLikeGraph(candidate.path) {
          graphs.append(candidate)
        } else if let unit = read(candidate, into: &context) {
          units.append(unit)
        }
      case .terraform(let directory, let files):
        let format: Format = files.allSatisfy { $0.hasSuffix(".json") } ? .terraformJSON : .terraformHCL
        let content = Unit.Content.terraform(directory: directory, files: files)
        units.append(Unit(path: candidate.path, format: format, content: content))
      }
    }
  }

  /// A named directory in which nothing was found is as wrong as a named file that is nothing.
  private mutating func failEmpty(into context: inout LoadContext) {
    let paths = files.map(\.path)
    for directory in directories {
      let prefix = directory.isEmpty ? "" : directory + "/"
      if paths.contains(where: { $0.hasPrefix(prefix) || $0 == directory }) { continue }
      let path = directory.isEmpty ? "." : directory
      let problem = Inputs.problem(path, "no deployment config found in this directory", &context)
      fail(path, format: nil, problem: problem)
    }
  }

  /// A problem of a file as a whole that isn't among the sources yet.
  private static func problem(_ path: String, _ message: String, _ context: inout LoadContext) -> Problem {
    Problem(.top(of: context.sources.add(SourceFile(path: path, bytes: []))), message)
  }

  private mutating func fail(_ path: String, format: Format?, problem: Problem) {
    files.append(AuditReport.File(path: path, format: format?.rawValue, status: .failed, error: problem))
  }
}

extension Inputs {
  private mutating func read(_ candidate: Candidate, into context: inout LoadContext) -> Unit? {
    let path = candidate.path
    let bytes: [UInt8]
    do throws(ReadFailure) {
      if !candidate.isNamed, let size = FileSystem.size(of: path), size > Inputs.walkLimit,
        !path.hasSuffix(".tfstate"), !Markers.beginsLikeGraph(path)
      {
        return nil
      }
      bytes = DocumentReader.decoded(try FileSystem.read(path))
    } catch {
      fail(path, format: nil, problem: Inputs.problem(path, error.reason, &context))
      return nil
    }
    if ServerlessCode.isConfiguration(path) {
      guard candidate.isNamed || Markers.isServerlessProgram(path: path, bytes: bytes) else { return nil }
      fail(path, format: .serverless, problem: Inputs.problem(path, ServerlessCode.advice, &context))
      return nil
    }
    if !candidate.isNamed, !Markers.mayBeConfig(path: path, bytes: bytes) { return nil }
    let source = SourceFile(path: path, bytes: bytes)
    do throws(Problem) {
      guard let input = try context.readInput(source, isNeeded: candidate.isNamed) else {
        return nil
      }
      let root = input.documents.first(where: \.isMapping)
      guard root != nil, let format = input.format else {
        throw Inputs.unrecognised(input.id, bytes: bytes, root: root)
      }
      return Unit(path: path, format: format, content: .document(input.id, input.documents))
    } catch {
      if candidate.isNamed || Markers.isSurelyConfig(path: path, bytes: bytes) {
        fail(path, format: nil, problem: error)
      }
      return nil
    }
  }

  /// Larger files are passed over in a directory, state files aside; templates are never that large.
  private static let walkLimit = 5 << 20

  private static func unrecognised(_ file: FileID, bytes: [UInt8], root: Node?) -> Problem {
    if bytes.isEmpty { return Problem(.top(of: file), "the file is empty") }
    if let entry = root?.entry("Resources"), !entry.value.isMapping {
      return Problem(entry.keySpan, "'Resources' must be a mapping of logical ids to resources")
    }
    return Problem(
      .top(of: file), "not a deployment config: neither CloudFormation, SAM, CDK, Serverless Framework nor Terraform")
  }
}

extension Inputs {
  /// The files that a document takes in as parts of itself and that are therefore no inputs of their own.
  private static func parts(of root: Node, path: String) -> Set<String> {
    var parts = Set(ServerlessCompose.paths(of: root, path: path))
    for resource in root["Resources"]?.entries ?? [] {
      let location: Node?
      switch resource.value["Type"]?.text {
      case "AWS::CloudFormation::Stack": location = resource.value["Properties"]?["TemplateURL"]
      case "AWS::Serverless::Application": location = resource.value["Properties"]?["Location"]
      default: location = nil
      }
      if let text = location?.text, !text.contains("://") { parts.insert(Path.resolve(text, from: path)) }
    }
    return parts
  }

  /// The local modules that Terraform files call: the values of `source` that begin with a dot.
  private static func modules(of files: [String], in directory: String) -> Set<String> {
    var parts: Set<String> = []
    for file in files {
      guard let bytes = try? FileSystem.read(file), FileSystem.contains(bytes, "source") else { continue }
      for line in bytes.split(separator: 0x0A) where line.contains(UInt8(ascii: ".")) {
        let text = String(decoding: line, as: UTF8.self)
        let pieces = text.split(separator: "\"", omittingEmptySubsequences: false)
        for piece in pieces where piece.hasPrefix("./") || piece.hasPrefix("../") {
          guard text.contains("source") else { continue }
          parts.insert(Path.resolve(String(piece), from: directory + "/"))
        }
      }
    }
    return parts
  }

  /// Loads the units into the run's graph: those that take in others first, so that a part isn't audited twice.
  mutating func load(into context: inout LoadContext) {
    // One alone is no part of another.
    let parts = units.count < 2 ? [] : units.reduce(into: Set<String>()) { $0.formUnion($1.parts) }
    let isPart = { (unit: Unit) in
      switch unit.content {
      case .document: parts.contains(unit.path)
      case .terraform(let directory, _): parts.contains(directory)
      }
    }
    let first = units.filter { $0.format == .cdk || $0.format == .serverless }
    let rest = units.filter { $0.format != .cdk && $0.format != .serverless && $0.format != .graph }
    let last = units.filter { $0.format == .graph }
    for unit in first.filter({ !isPart($0) }) + first.filter(isPart) + rest.filter({ !isPart($0) })
      + rest.filter(isPart) + last
    { load(unit, into: &context) }
    units = []
    for candidate in graphs {
      if let unit = read(candidate, into: &context) { load(unit, into: &context) }
    }
    failEmpty(into: &context)
    files.sort { $0.path < $1.path }
  }

  private mutating func load(_ unit: Unit, into context: inout LoadContext) {
    var file = AuditReport.File(path: unit.path, format: unit.format.rawValue, status: .audited)
    do throws(Problem) {
      switch unit.content {
      case .document(let id, let documents):
        let isPart =
          context.nested.contains(unit.path) || unit.format != .serverless && context.wasOpened(unit.path)
        if !isPart {
          file.functions = try Loader.load(unit.format, file: id, documents: documents, into: &context)
        }
        if context.skipped.contains(unit.path) { file.status = .skipped }
      case .terraform(let directory, let files):
        let read = Set(context.sources.files.map(\.path))
        if !files.contains(where: read.contains) {
          file.functions = try Loader.loadTerraform(directory: directory, files: files, into: &context)
        }
      }
    } catch {
      file.status = .failed
      file.error = error
    }
    files.append(file)
  }
}

/// Texts in a file that make it worth reading as a document.
private enum Markers {
  /// Whether a file of a directory may be a deployment config; cheap, and never wrong about one that is.
  static func mayBeConfig(path: String, bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return true }
    if Path.name(path).hasPrefix("serverless.") { return !bytes.isEmpty }
    if Path.name(path).hasPrefix("serverless-compose.") { return !bytes.isEmpty }
    return has(bytes, "AWSTemplateFormatVersion") || has(bytes, "Resources") && has(bytes, "::")
      || has(bytes, "provider") && has(bytes, "service") || has(bytes, "format_version")
      || has(bytes, "terraform_version") || has(bytes, "artifacts") && has(bytes, "aws:cloudformation:stack")
      || has(bytes, "artifacts") && has(bytes, "cdk:") || isLikeGraph(bytes)
  }

  private static func isLikeGraph(_ bytes: [UInt8]) -> Bool {
    has(bytes, "\"schema\"") && has(bytes, "\"nodes\"") && has(bytes, "\"edges\"")
  }

  /// Whether a file begins as `lambda-audit graph --format json` begins.
  static func beginsLikeGraph(_ path: String) -> Bool {
    guard path.hasSuffix(".json") else { return false }
    let head = FileSystem.head(of: path, count: 64).filter { !DocumentReader.isBlank($0) }
    return head.starts(with: "{\"schema\":".utf8)
  }

  /// Whether a file that can't be read as a document was surely meant to be a deployment config.
  static func isSurelyConfig(path: String, bytes: [UInt8]) -> Bool {
    Path.name(path).hasPrefix("serverless.y") || has(bytes, "AWSTemplateFormatVersion")
      || has(bytes, "AWS::Serverless") || has(bytes, "Resources:") && has(bytes, "AWS::")
  }

  /// Whether a program is the configuration of a service and not one that was written out beside it.
  static func isServerlessProgram(path: String, bytes: [UInt8]) -> Bool {
    guard has(bytes, "service"), has(bytes, "provider"), has(bytes, "functions") else { return false }
    let directory = Path.directory(path)
    return !["serverless.yml", "serverless.yaml", "serverless.json"].contains { name in
      FileSystem.exists(Path.join(directory, name))
    }
  }

  private static func has(_ bytes: [UInt8], _ text: StaticString) -> Bool { FileSystem.contains(bytes, text) }
}
