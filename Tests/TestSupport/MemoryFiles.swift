import Loaders

/// Files that exist in a test only.
package struct MemoryFiles: FileAccess {
  private let contents: [String: String]

  package init(_ contents: [String: String] = [:]) { self.contents = contents }

  package func read(_ path: String) -> [UInt8]? { contents[path].map { Array($0.utf8) } }

  package func list(_ path: String) -> [String] {
    let prefix = path.isEmpty ? "" : path + "/"
    let names = contents.keys.filter { $0.hasPrefix(prefix) }
      .compactMap { $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init) }
    return Set(names).sorted()
  }

  package func isDirectory(_ path: String) -> Bool { contents.keys.contains { $0.hasPrefix(path + "/") } }
}
