import Diagnostics

/// Which files of a folder go into a package.
struct PackageContents: Sendable {
  /// One line of a list of patterns: later ones win.
  struct Pattern: Sendable {
    let glob: String
    let isTaken: Bool
  }

  /// Names of folders that are never looked into.
  private let pruned: Set<String>
  private let patterns: [Pattern]

  init(pruned: Set<String> = [], patterns: [Pattern] = []) {
    self.pruned = pruned
    self.patterns = patterns
  }

  /// Everything there is, as in a folder that a build wrote.
  static let everything = PackageContents()

  /// What tells one choice from another.
  var key: String {
    (pruned.sorted() + patterns.map { ($0.isTaken ? "" : "!") + $0.glob }).joined(by: "\u{1F}")
  }

  /// Whether a path below the folder counts, or is worth looking into.
  func takes(_ path: String, isDirectory: Bool) -> Bool {
    if isDirectory { return !pruned.contains(Path.name(path)) }
    let names = PackageContents.parents(of: path)
    return patterns.last { pattern in names.contains { PathGlob.matches(pattern.glob, $0) } }?.isTaken ?? true
  }

  /// A path and the folders that it lies in: a pattern that names a folder means what is in it.
  private static func parents(of path: String) -> [String] {
    var result = [path]
    var folder = Path.directory(path)
    while !folder.isEmpty {
      result.append(folder)
      folder = Path.directory(folder)
    }
    return result
  }
}

extension PackageContents.Pattern {
  /// A pattern as the Serverless Framework writes it: with `!` it leaves out.
  init(_ text: String, isTaken: Bool = true) {
    let isNegated = text.hasPrefix("!")
    let glob = isNegated ? String(text.dropFirst()) : text
    self.init(glob: glob.hasPrefix("./") ? String(glob.dropFirst(2)) : glob, isTaken: isTaken != isNegated)
  }
}
