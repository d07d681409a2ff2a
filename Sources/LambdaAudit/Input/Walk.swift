import Diagnostics
import Loaders

/// Something to audit: a document, or the Terraform files of a directory, which are one module.
struct Candidate {
  enum Content {
    case document
    case terraform(directory: String, files: [String])
  }

  /// As `SourceFile.path`.
  let path: String
  /// Whether the user named it, so that it has to be a deployment config.
  let isNamed: Bool
  let content: Content
}

/// Finds what may be audited under the paths of the command line.
struct Walk {
  private(set) var candidates: [Candidate] = []
  /// What can't be read, with the reason.
  private(set) var failures: [(path: String, reason: String)] = []
  /// The directories that the user named.
  private(set) var directories: [String] = []
  private let files: ProjectFiles
  /// The working directory.
  private let here: String
  private var seen: Set<String> = []

  init(_ paths: [String], files: ProjectFiles) {
    self.files = files
    here = FileSystem.absolute("") ?? ""
    for path in paths { visit(path) }
  }

  private mutating func visit(_ named: String) {
    if named == "-" {
      candidates.append(Candidate(path: "-", isNamed: true, content: .document))
      return
    }
    let path = relative(named)
    do throws(ReadFailure) {
      guard case .directory = try FileSystem.kind(of: path.isEmpty ? "." : path) else {
        add(path, isNamed: true)
        return
      }
      directories.append(path)
      enter(path, ignores: folderName(of: path) == "cdk.out" ? [] : inheritedIgnores(of: path))
    } catch {
      failures.append((path, error.reason))
    }
  }

  /// A path as reports show it: relative to the working directory where it lies in it.
  private func relative(_ path: String) -> String {
    let normal = Path.resolve(path, from: "")
    if normal == here { return "" }
    return normal.hasPrefix(here + "/") ? String(normal.dropFirst(here.count + 1)) : normal
  }

  private func folderName(of directory: String) -> String { Path.name(absolute(directory)) }
}

extension Walk {
  /// One `.gitignore` and the absolute path of the directory it stands in.
  private struct Ignores {
    let directory: String
    let patterns: IgnorePatterns
  }

  /// What the `.gitignore` files above a directory say, from the project root down.
  private func inheritedIgnores(of directory: String) -> [Ignores] {
    let start = absolute(directory)
    guard let root = files.roots.first(where: { start.hasPrefix($0 + "/") }) else { return [] }
    var result: [Ignores] = []
    var above = root
    for part in start.dropFirst(root.count + 1).split(separator: "/") {
      if let patterns = Walk.patterns(in: above) { result.append(Ignores(directory: above, patterns: patterns)) }
      above += "/" + part
    }
    return result
  }

  private func absolute(_ path: String) -> String { Path.resolve(path, from: here + "/") }

  private static func patterns(in directory: String) -> IgnorePatterns? {
    let path = Path.join(directory, ".gitignore")
    guard FileSystem.exists(path), let bytes = try? FileSystem.read(path) else { return nil }
    return IgnorePatterns(bytes)
  }

  private mutating func enter(_ directory: String, ignores inherited: [Ignores]) {
    let entries: [FileSystem.Entry]
    do throws(ReadFailure) {
      entries = try FileSystem.entries(of: directory)
    } catch {
      failures.append((directory, error.reason))
      return
    }
    if folderName(of: directory) == "cdk.out" {
      if entries.contains(where: { $0.name == "manifest.json" }) {
        add(Path.join(directory, "manifest.json"), isNamed: false)
      }
      return
    }
    var ignores = inherited
    if let own = Walk.patterns(in: directory) { ignores.append(Ignores(directory: absolute(directory), patterns: own)) }
    for entry in entries { visit(entry, in: directory, ignores: ignores) }
  }

  private mutating func visit(_ entry: FileSystem.Entry, in directory: String, ignores: [Ignores]) {
    let path = Path.join(directory, entry.name)
    switch entry.kind {
    case .directory:
      if isPassedOver(entry.name, in: directory) { return }
      if isIgnored(path, isDirectory: true, by: ignores) { return }
      enter(path, ignores: ignores)
    case .file, .link:
      guard Walk.mayBeConfig(entry.name), !isIgnored(path, isDirectory: false, by: ignores) else { return }
      if case .link = entry.kind, !isUsableLink(path) { return }
      add(path, isNamed: false)
    case .other: break
    }
  }

  /// A link counts when it leads to a file of the project; one that leads round in circles is worth a word.
  private mutating func isUsableLink(_ path: String) -> Bool {
    do throws(ReadFailure) {
      guard case .file = try FileSystem.kind(of: path) else { return false }
      return files.confined(path) != nil
    } catch {
      if !error.isMissing { failures.append((path, error.reason)) }
      return false
    }
  }

  private func isPassedOver(_ name: String, in directory: String) -> Bool {
    switch name {
    case ".git", "node_modules", ".terraform", ".serverless", "site-packages": true
    case "build": folderName(of: directory) == ".aws-sam"
    default: false
    }
  }

  private func isIgnored(_ path: String, isDirectory: Bool, by ignores: [Ignores]) -> Bool {
    if ignores.isEmpty { return false }
    let full = absolute(path)
    for ignore in ignores.reversed() {
      let below = String(full.dropFirst(ignore.directory.count + 1))
      if let answer = ignore.patterns.ignores(below, isDirectory: isDirectory) { return answer }
    }
    return false
  }

  private static let extensions: Set<String> = [
    "yml", "yaml", "json", "template", "cfn", "cform", "tmpl", "tf", "tfstate",
  ]

  private static func mayBeConfig(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    if ServerlessCode.isConfiguration(name) { return true }
    return extensions.contains(name[name.index(after: dot)...].lowercased())
  }
}

extension Walk {
  private mutating func add(_ path: String, isNamed: Bool) {
    if Walk.isTerraform(path) { return addTerraform(Path.directory(path), named: isNamed ? path : nil) }
    guard seen.insert(path).inserted else { return }
    candidates.append(Candidate(path: path, isNamed: isNamed, content: .document))
  }

  static func isTerraform(_ path: String) -> Bool { path.hasSuffix(".tf") || path.hasSuffix(".tf.json") }

  /// A Terraform file stands for its directory: the files in it are one module.
  private mutating func addTerraform(_ directory: String, named: String?) {
    let folder = directory.isEmpty ? "." : directory
    guard seen.insert(folder + "/*.tf").inserted else { return }
    let names = ((try? FileSystem.entries(of: folder)) ?? []).filter { $0.kind != .directory }.map(\.name)
    let files = names.filter(Walk.isTerraform).map { Path.join(directory, $0) }
    candidates.append(
      Candidate(
        path: named ?? folder, isNamed: named != nil, content: .terraform(directory: directory, files: files)))
  }
}
