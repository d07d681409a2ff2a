import Diagnostics
import Infrastructure
import TestSupport

@testable import Loaders

/// A directory of Terraform files in memory and what it evaluates to.
struct Configuration {
  let stack: TerraformStack
  let context: LoadContext
  var failures: [Problem] { stack.failures }

  /// - Parameter files: by path; those of the directory itself make the root module.
  init(_ files: [String: String], directory: String = "", inputs: LoadInputs = LoadInputs()) {
    var context = LoadContext(inputs: inputs, files: MemoryFiles(files))
    let roots = files.keys.filter { Path.directory($0) == directory && ModuleReader.isConfiguration($0) }.sorted()
    stack = TerraformConfigurationLoader.evaluate(directory: directory, files: roots, into: &context)
    self.context = context
  }

  /// One file named `main.tf`.
  init(_ source: String) { self.init(["main.tf": source]) }

  var addresses: [String] { stack.instances.map(\.address) }

  subscript(address: String) -> TerraformInstance? { stack.instances.first { $0.address == address } }

  /// An attribute of an instance in one line; parts after a dot lead into objects and only blocks.
  func text(_ address: String, _ path: String) -> String {
    var value = self[address]?.attributes
    for part in path.split(separator: ".") {
      if let index = Int(part) {
        let items = value?.items ?? []
        value = items.indices.contains(index) ? items[index] : nil
      } else {
        value = value?.entry(String(part))?.value
      }
    }
    return value.map(Configuration.text) ?? "absent"
  }

  /// The source text that an attribute points at.
  func source(_ address: String, _ attribute: String) -> String {
    guard let span = self[address]?.attributes.entry(attribute)?.value.span else { return "absent" }
    return context.sources[span.file].text(of: span)
  }

  static func text(_ value: TerraformValue) -> String {
    switch value.content {
    case .null: "null"
    case .unknown(let symbol, _): "?\(symbol ?? "")"
    case .bool(let bool): "\(bool)"
    case .number(let number): TerraformValue.text(of: number)
    case .string(let text): text.raw
    case .list(let items): "[" + items.map(text).joined(separator: ", ") + "]"
    case .object(let entries): "{" + entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ") + "}"
    }
  }
}
