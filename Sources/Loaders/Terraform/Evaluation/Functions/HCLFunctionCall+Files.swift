import Diagnostics
import Infrastructure
import OrderedCollections

extension HCLFunctionCall {
  /// The largest file that is read into a value, in bytes.
  private static let sizeLimit = 1_000_000

  /// Functions on files of the project, and on their paths.
  var files: HCLValue? {
    switch name {
    case "file": content.map { text(Text($0)) }
    case "templatefile": template
    case "fileexists": path.map { bool(evaluator.context.files.read($0) != nil) }
    case "basename": self[0].string.map { string(Path.name($0)) }
    case "dirname": self[0].string.map { string(Path.directory($0).isEmpty ? "." : Path.directory($0)) }
    case "abspath", "pathexpand": self[0].string.map(string)
    default: nil
    }
  }

  /// The path of the first argument as the run names files: relative ones are meant from the root module's directory.
  private var path: String? {
    guard let path = self[0].string, !path.isEmpty, !path.hasPrefix("~") else { return nil }
    let root = evaluator.rootDirectory
    if path.hasPrefix("/") || root.isEmpty { return Path.resolve(path, from: "") }
    let plain = Path.resolve(path, from: "")
    let isFromWorkingDirectory = plain == root || plain.hasPrefix(root + "/") || isOfModule(plain)
    return isFromWorkingDirectory ? plain : Path.resolve(path, from: Path.join(root, "main.tf"))
  }

  /// Whether a path was built from `path.module`.
  private func isOfModule(_ path: String) -> Bool {
    let directory = scope.module.directory
    return !directory.isEmpty && path.hasPrefix(directory + "/")
  }

  private var content: String? {
    guard let path, let bytes = evaluator.context.files.read(path), bytes.count <= HCLFunctionCall.sizeLimit else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var template: HCLValue? {
    guard let content, let expression = try? HCLParser.template(content, at: span) else { return nil }
    var inner = HCLScope(scope.module)
    for (name, value) in evaluator.expanded(self[1]).object ?? [:] { inner.names[name] = value }
    return text(evaluator.text(evaluator.evaluate(expression, in: inner)))
  }
}
