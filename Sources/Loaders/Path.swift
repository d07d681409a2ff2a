/// Paths with `/` between the parts, as text.
package enum Path {
  /// The folder of a file; empty for one in the working directory.
  package static func directory(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return path }
    return String(path[path.index(after: slash)...])
  }

  /// A path as seen from the folder of another file, without `.` and `..` where they can be resolved.
  package static func resolve(_ path: String, from referrer: String) -> String {
    path.hasPrefix("/") ? normalize(path) : normalize(join(directory(referrer), path))
  }

  package static func join(_ directory: String, _ name: String) -> String {
    directory.isEmpty ? name : directory.hasSuffix("/") ? directory + name : directory + "/" + name
  }

  private static func normalize(_ path: String) -> String {
    if isNormal(path) { return path }
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// Whether no part of a path is empty, `.` or `..`, as in nearly all of them.
  private static func isNormal(_ path: String) -> Bool {
    let slash = UInt8(ascii: "/")
    var (length, dots) = (0, 0)
    for byte in path.utf8.first == slash ? path.utf8.dropFirst() : path.utf8[...] {
      if byte == slash {
        if length == dots, length < 3 { return false }
        (length, dots) = (0, 0)
      } else {
        length += 1
        dots += byte == UInt8(ascii: ".") ? 1 : 0
      }
    }
    return length != dots || length > 2
  }
}
