package import Foundation
package import Testing

/// The project's own files, for tests that keep them in step with the code.
package enum Project {
  /// The folder of the package.
  package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Makes the package's folder the working directory, so that reports show its paths.
  package static func enter() { _ = entered }

  private static let entered = FileManager.default.changeCurrentDirectoryPath(root.path)

  /// Whether written files are to be brought up to date.
  package static let isUpdating = ProcessInfo.processInfo.environment["UPDATE"] == "1"

  package static func text(_ path: String) -> String? {
    try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  package static func write(_ text: String, to path: String) throws {
    try text.write(to: root.appendingPathComponent(path), atomically: true, encoding: .utf8)
  }

  /// The sorted names in a folder; empty when there is none.
  package static func list(_ path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(path).path)) ?? []).sorted()
  }

  /// The paths of all files below a folder with an extension, sorted.
  package static func files(below path: String, extension suffix: String) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: root.appendingPathComponent(path).path) else { return [] }
    return walk.compactMap { $0 as? String }.filter { $0.hasSuffix("." + suffix) }.map { path + "/" + $0 }.sorted()
  }

  /// Compares a written file with what it should be; with UPDATE=1 it is rewritten, and the test fails all the same so
  /// that somebody looks at the difference.
  package static func expect(_ path: String, toBe text: String, _ location: SourceLocation = #_sourceLocation) {
    let current = Project.text(path)
    if current == text { return }
    guard isUpdating else {
      Issue.record(
        "\(path) is not what it should be; UPDATE=1 rewrites it. Now it should be:\n\(text)", sourceLocation: location)
      return
    }
    do {
      try write(text, to: path)
      Issue.record("\(path) was rewritten: look at the difference and run again", sourceLocation: location)
    } catch {
      Issue.record("\(path) can't be written: \(error)", sourceLocation: location)
    }
  }
}

/// A folder that exists as long as a test.
package final class Scratch {
  package let path: String

  package init(_ files: [String: String] = [:]) throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("lambda-audit-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
    for (name, text) in files { try write(Data(text.utf8), to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package func write(_ data: Data, to name: String) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  package func file(_ name: String) -> String { path + "/" + name }
}

/// The built command, run as users run it.
package struct Command {
  package let status: Int32
  package let output: String
  package let errors: String

  package init(_ arguments: [String], in directory: String? = nil, input: String = "") throws {
    let process = Process()
    process.executableURL = Command.binary
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory ?? Project.root.path)
    let (out, error, standardInput) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = error
    process.standardInput = standardInput
    try process.run()
    standardInput.fileHandleForWriting.write(Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let written = out.fileHandleForReading.readDataToEndOfFile()
    let complaints = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    output = String(decoding: written, as: UTF8.self)
    errors = String(decoding: complaints, as: UTF8.self)
  }

  /// Beside the test bundle.
  private static let binary: URL = {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL ?? Bundle.main.bundleURL
      return bundle.deletingLastPathComponent().appendingPathComponent("lambda-audit")
    #else
      return Bundle.main.bundleURL.appendingPathComponent("lambda-audit")
    #endif
  }()
}
