package import Diagnostics
package import Documents
package import Infrastructure

/// The formats that are read, by the contract's words.
package enum Format: String, Sendable, CaseIterable {
  case cloudFormation = "cloudformation"
  case sam
  case serverless
  case terraformPlan = "terraform-plan"
  case terraformState = "terraform-state"
  case terraformJSON = "terraform-json"
  case terraformHCL = "terraform-hcl"
  case cdk
  /// What `lambda-audit graph --format json` wrote about another repository.
  case graph
}

/// How loaders reach other files: local ones inside the project root, and nothing else.
package protocol FileAccess: Sendable {
  /// The bytes of a file; nil when there is none, it can't be read, or it lies outside the project root.
  ///
  /// - Parameter path: as in `SourceFile.path`: relative to the working directory, with `/` between the parts.
  func read(_ path: String) -> [UInt8]?
  /// The sorted names of a directory's files and folders; empty when there is no such directory in the root.
  func list(_ path: String) -> [String]
  func isDirectory(_ path: String) -> Bool
  /// Whether a path lies inside the project root, whether or not there is such a file.
  func isInside(_ path: String) -> Bool
  /// The bytes of a file, or of the files of a folder that are wanted, counted without reading any; no link is followed.
  ///
  /// - Parameter isWanted: whether a path below the folder counts, and for a folder whether to look into it.
  /// - Returns: nil when there is nothing, it lies outside the project root, or it holds too many files to count.
  func size(of path: String, where isWanted: (_ path: String, _ isDirectory: Bool) -> Bool) -> FileSize?
}

/// How large a file, or everything in a folder, is.
package struct FileSize: Sendable {
  package let bytes: Int
  package let isDirectory: Bool

  package init(bytes: Int, isDirectory: Bool) {
    self.bytes = bytes
    self.isDirectory = isDirectory
  }
}

extension FileAccess {
  package func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.hasPrefix("..")
  }

  package func size(of path: String, where isWanted: (String, Bool) -> Bool) -> FileSize? { nil }
}

/// The inputs that the command line gives to the loaders.
package struct LoadInputs: Sendable {
  /// CloudFormation and SAM parameters.
  package var parameters: [String: String] = [:]
  package var stage: String?
  package var region: String?
  /// `--param` of the Serverless Framework.
  package var serverlessParameters: [String: String] = [:]
  /// `--env`, and the process environment where it was asked for.
  package var environment: [String: String] = [:]
  /// `--var` of Terraform.
  package var terraformVariables: [String: String] = [:]
  package var terraformVariableFiles: [String] = []
  /// The folder of the HCL that a plan was made from.
  package var terraformSource: String?

  package init() {}
}

/// An entry in a resource's own metadata that hides the findings of a rule on it:
/// `Metadata: {lambda-audit: {ignore: [{rule, reason}]}}`.
package struct Ignore: Sendable {
  /// The rule's id.
  package let rule: String
  package let reason: String?
  /// The name of the resource that carries it, as findings name it.
  package let resource: String
  /// The entry of the list, in the file that declares the resource.
  package let span: Span

  package init(rule: String, reason: String?, resource: String, span: Span) {
    self.rule = rule
    self.reason = reason
    self.resource = resource
    self.span = span
  }
}

/// Everything the loaders of one run share: the sources read so far, the graph in the making, and what was wrong.
package struct LoadContext: Sendable {
  package var sources = Sources()
  package var problems = Problems()
  package var builder = GraphBuilder()
  /// What resources ask to be silent about, by the loaders whose formats have metadata.
  package var ignores: [Ignore] = []
  package internal(set) var inputs: LoadInputs
  package let files: any FileAccess
  /// Files that were read as part of another one, such as nested stacks, and are no inputs of their own.
  package private(set) var nested: Set<String> = []
  /// Deployment configs that are none of ours to audit, such as those for another cloud.
  package private(set) var skipped: Set<String> = []
  /// What the run's own files set up, without the graphs of other repositories; nil where there are none.
  package internal(set) var own: GraphBuilder?
  private var ownSources: [String: FileID] = [:]
  private var opened: [String: (id: FileID, documents: [Node])?] = [:]
  /// The files that others referred to.
  private var parts: Set<String> = []
  /// What packages were found to weigh, by path and contents.
  private var sizes: [String: FileSize?] = [:]
  private var folders: [String: Bool] = [:]

  package init(inputs: LoadInputs, files: any FileAccess) {
    self.inputs = inputs
    self.files = files
  }
}

extension LoadContext {
  /// Says that a file was read as part of another one.
  package mutating func markNested(_ path: String) { nested.insert(path) }

  /// Says that nothing in a file can be audited, though nothing is wrong with it.
  package mutating func markSkipped(_ path: String) { skipped.insert(path) }

  /// Reads a file that another one refers to, once per run.
  ///
  /// - Parameters:
  ///   - path: relative to the directory of `referrer`.
  ///   - referrer: the path of the file that names it.
  /// - Returns: nil when there is no such file in the project root or it can't be read as YAML or JSON; the latter is noted.
  package mutating func open(_ path: String, from referrer: String) -> (id: FileID, documents: [Node])? {
    let full = Path.resolve(path, from: referrer)
    parts.insert(full)
    if let known = opened[full] { return known }
    guard let bytes = files.read(full) else { return nil }
    let file = SourceFile(path: full, bytes: DocumentReader.decoded(bytes))
    let id = sources.add(file)
    var result: (id: FileID, documents: [Node])?
    do throws(Problem) {
      result = (id, try DocumentReader.read(file, id: id, problems: &problems))
    } catch {
      problems.note(error)
    }
    opened[full] = .some(result)
    return result
  }
}

extension LoadContext {
  /// Hands the graph in the making over, so that finishing it copies nothing.
  package mutating func takeBuilder() -> GraphBuilder {
    var builder = GraphBuilder()
    swap(&builder, &self.builder)
    return builder
  }

  /// The same for what the run's own files set up, where graphs of other repositories are beside them.
  package mutating func takeOwn() -> GraphBuilder? {
    var builder: GraphBuilder?
    swap(&builder, &own)
    return builder
  }

  /// A source of the run's own by its path; graph files are read when all of those are.
  mutating func ownSource(at path: String) -> SourceFile? {
    if ownSources.isEmpty {
      for (index, file) in sources.files.enumerated() { ownSources[file.path] = FileID(index) }
    }
    return ownSources[path].map { sources[$0] }
  }

  /// Reads a file that is an input of its own, and tells its format.
  ///
  /// - Parameter isNeeded: whether it becomes one of the run's sources even if its format isn't known.
  /// - Returns: nil when it isn't needed and no deployment config; a format of nil when it is needed but is none.
  package mutating func readInput(
    _ file: SourceFile, isNeeded: Bool
  ) throws(Problem) -> (id: FileID, documents: [Node], format: Format?)? {
    let id = FileID(sources.files.count)
    var found = Problems()
    let documents: [Node]
    do throws(Problem) {
      documents = try DocumentReader.read(file, id: id, problems: &found)
    } catch {
      _ = sources.add(file)
      throw error
    }
    let format = documents.first(where: \.isMapping).flatMap { Loader.detect(root: $0, path: file.path) }
    guard isNeeded || format != nil else { return nil }
    _ = sources.add(file)
    for problem in found.all { problems.note(problem) }
    // The graphs of other repositories may be many and large, and nobody refers to them.
    if format != .graph { opened[file.path] = .some((id, documents)) }
    return (id, documents, format)
  }

  /// Whether a folder lies in the project, looked up once per run.
  mutating func isDirectory(_ path: String) -> Bool {
    if let known = folders[path] { return known }
    let answer = files.isDirectory(path)
    folders[path] = answer
    return answer
  }

  /// How large a package is, counted once per run.
  ///
  /// - Parameter path: as in `SourceFile.path`.
  mutating func size(of path: String, _ contents: PackageContents) -> FileSize? {
    let key = path + "\u{1F}" + contents.key
    if let known = sizes[key] { return known }
    let size = files.size(of: path, where: contents.takes)
    sizes[key] = .some(size)
    return size
  }

  /// Whether some other file referred to this one, so that it was read as a part of it.
  package func wasOpened(_ path: String) -> Bool { parts.contains(path) }
}
