import Foundation

/// The project's own files, as the tests over rules, pages and samples see them.
enum Project {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static var rewrites: Bool { ProcessInfo.processInfo.environment["UPDATE"] == "1" }

  static func text(_ path: String) -> String? {
    try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  static func write(_ text: String, to path: String) throws {
    try text.write(to: root.appendingPathComponent(path), atomically: true, encoding: .utf8)
  }

  /// The sorted names in a folder; empty when there is none.
  static func names(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(path).path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The paths of the Swift files below a folder, sorted.
  static func sources(below path: String) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: root.appendingPathComponent(path).path) else { return [] }
    return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { path + "/" + $0 }.sorted()
  }
}
