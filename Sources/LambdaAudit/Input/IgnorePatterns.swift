import Loaders

/// What one `.gitignore` names: patterns with `*`, `?`, `[…]`, `**`, a leading `!` and a trailing `/`.
struct IgnorePatterns {
  private struct Pattern {
    let glob: [UInt8]
    let isNegated: Bool
    let isForDirectories: Bool
    /// Whether it is matched against the whole path below its directory, and not against the name alone.
    let isAnchored: Bool
  }

  private let patterns: [Pattern]

  init(_ bytes: [UInt8]) {
    patterns = bytes.split(separator: 0x0A).compactMap { IgnorePatterns.pattern(Array($0)) }
  }

  private static func pattern(_ line: [UInt8]) -> Pattern? {
    var glob = line[...]
    while let last = glob.last, last == 0x20 || last == 0x0D || last == 0x09 { glob = glob.dropLast() }
    guard let first = glob.first, first != UInt8(ascii: "#") else { return nil }
    let isNegated = first == UInt8(ascii: "!")
    if isNegated || first == UInt8(ascii: "\\") { glob = glob.dropFirst() }
    let isForDirectories = glob.last == UInt8(ascii: "/")
    if isForDirectories { glob = glob.dropLast() }
    let isAnchored = glob.contains(UInt8(ascii: "/"))
    if glob.first == UInt8(ascii: "/") { glob = glob.dropFirst() }
    if glob.isEmpty { return nil }
    return Pattern(
      glob: Array(glob), isNegated: isNegated, isForDirectories: isForDirectories, isAnchored: isAnchored)
  }

  /// Whether a path below the file's directory is ignored; nil when no pattern says anything.
  func ignores(_ path: String, isDirectory: Bool) -> Bool? {
    let whole = Array(path.utf8)
    let name = Array(whole.split(separator: UInt8(ascii: "/")).last ?? [])
    let last = patterns.last { pattern in
      if pattern.isForDirectories, !isDirectory { return false }
      return PathGlob.matches(pattern.glob, pattern.isAnchored ? whole : name)
    }
    return last.map { !$0.isNegated }
  }
}
