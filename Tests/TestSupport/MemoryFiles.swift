package import Loaders

/// Files that exist in a test only.
package struct MemoryFiles: FileAccess {
  private let contents: [String: String]
  /// Files that are only weighed, by their bytes.
  private let sizes: [String: Int]

  package init(_ contents: [String: String] = [:], sizes: [String: Int] = [:]) {
    self.contents = contents
    self.sizes = sizes
  }

  package func read(_ path: String) -> [UInt8]? { contents[path].map { Array($0.utf8) } }

  package func list(_ path: String) -> [String] {
    let prefix = path.isEmpty ? "" : path + "/"
    let names = contents.keys.filter { $0.hasPrefix(prefix) }
      .compactMap { $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init) }
    return Set(names).sorted()
  }

  package func size(of path: String, where isWanted: (String, Bool) -> Bool) -> FileSize? {
    let all = contents.mapValues(\.utf8.count).merging(sizes) { $1 }
    if let bytes = all[path] { return FileSize(bytes: bytes, isDirectory: false) }
    let prefix = path.isEmpty ? "" : path + "/"
    let below = all.filter { $0.key.hasPrefix(prefix) }
    if below.isEmpty { return nil }
    let wanted = below.filter { file in
      let parts = file.key.dropFirst(prefix.count).split(separator: "/")
      let folders = parts.indices.dropFirst().map { parts[..<$0].joined(separator: "/") }
      return folders.allSatisfy { isWanted($0, true) } && isWanted(parts.joined(separator: "/"), false)
    }
    return FileSize(bytes: wanted.values.reduce(0, +), isDirectory: true)
  }

  package func isDirectory(_ path: String) -> Bool {
    contents.keys.contains { $0.hasPrefix(path + "/") } || sizes.keys.contains { $0.hasPrefix(path + "/") }
  }
}
