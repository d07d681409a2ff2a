import Loaders

/// The files that a run may read: those inside the project roots of its inputs, whatever paths and links say.
struct ProjectFiles: FileAccess {
  /// Absolute paths without symbolic links.
  let roots: [String]

  /// The roots of the inputs: for each the nearest directory with `.git`, or else the directory of the input.
  init(inputs: [String]) {
    var roots: [String] = []
    for input in inputs where input != "-" {
      guard let root = ProjectFiles.root(of: input), !roots.contains(root) else { continue }
      roots.append(root)
    }
    if roots.isEmpty, let here = FileSystem.absolute("") { roots = [here] }
    self.roots = roots
  }

  private static func root(of input: String) -> String? {
    let isDirectory = (try? FileSystem.kind(of: input)) == .directory
    let parent = Path.directory(input)
    let directory = isDirectory ? input : parent.isEmpty && input.hasPrefix("/") ? "/" : parent
    guard let start = FileSystem.absolute(directory) else { return nil }
    var candidate = start
    while !candidate.isEmpty {
      if FileSystem.exists(candidate + "/.git") { return candidate }
      candidate = Path.directory(candidate)
    }
    return start
  }

  /// The absolute path of a file inside a root; nil for everything else.
  func confined(_ path: String) -> String? {
    guard let absolute = FileSystem.absolute(path) else { return nil }
    let isInside = roots.contains { root in
      absolute == root || absolute.hasPrefix(root == "/" ? "/" : root + "/")
    }
    return isInside ? absolute : nil
  }

  /// An absolute path as reports show it: relative to the working directory where it lies in it.
  func shown(_ path: String) -> String {
    guard let here = FileSystem.absolute("") else { return path }
    return path.hasPrefix(here + "/") ? String(path.dropFirst(here.count + 1)) : path
  }

  func read(_ path: String) -> [UInt8]? {
    guard confined(path) != nil, (try? FileSystem.kind(of: path)) == .file else { return nil }
    return try? FileSystem.read(path)
  }

  func list(_ path: String) -> [String] {
    guard confined(path) != nil else { return [] }
    return ((try? FileSystem.entries(of: path)) ?? []).map(\.name)
  }

  func isDirectory(_ path: String) -> Bool {
    confined(path) != nil && (try? FileSystem.kind(of: path.isEmpty ? "." : path)) == .directory
  }

  /// More files than this are not counted: no package that can be deployed has them, and nobody would wait.
  private static let countLimit = 50_000

  func size(of path: String, where isWanted: (String, Bool) -> Bool) -> FileSize? {
    guard confined(path) != nil, let kind = try? FileSystem.kind(of: path.isEmpty ? "." : path) else { return nil }
    switch kind {
    case .file: return FileSystem.size(of: path).map { FileSize(bytes: $0, isDirectory: false) }
    case .directory: return folderSize(path, where: isWanted)
    case .other: return nil
    }
  }

  private func folderSize(_ folder: String, where isWanted: (String, Bool) -> Bool) -> FileSize? {
    var bytes = 0
    var count = 0
    var waiting = [""]
    while let below = waiting.popLast() {
      guard let entries = try? FileSystem.entries(of: Path.join(folder, below)) else { continue }
      count += entries.count
      if count > ProjectFiles.countLimit { return nil }
      for entry in entries {
        let path = Path.join(below, entry.name)
        switch entry.kind {
        case .directory: if isWanted(path, true) { waiting.append(path) }
        case .file: if isWanted(path, false) { bytes += FileSystem.size(of: Path.join(folder, path)) ?? 0 }
        case .link, .other: break
        }
      }
    }
    return FileSize(bytes: bytes, isDirectory: true)
  }

  /// Follows the links of the nearest folder that exists; what is named below it is not there yet.
  func isInside(_ path: String) -> Bool {
    var existing = path
    while FileSystem.absolute(existing) == nil, !existing.isEmpty, existing != "/" {
      existing = Path.directory(existing)
    }
    return confined(existing) != nil
  }
}
