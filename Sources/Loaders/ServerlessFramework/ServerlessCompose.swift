package import Documents
import Diagnostics
import Infrastructure

/// A `serverless-compose.yml`: several services deployed together, which give each other their outputs.
package enum ServerlessCompose {
  /// One service of a composition.
  struct Part {
    let name: String
    /// The configuration, as in `SourceFile.path`.
    let path: String
    /// What `param:` gives in it.
    let parameters: [String: Node]
    let span: Span
  }

  /// Whether a document composes services.
  static func isComposition(_ root: Node, name: String) -> Bool {
    name.hasPrefix("serverless-compose.") && root["services"]?.isMapping == true
  }

  /// The paths that the services of a composition may have, which are no inputs of their own.
  package static func paths(of root: Node, path: String) -> [String] {
    guard isComposition(root, name: Path.name(path).lowercased()) else { return [] }
    return (root["services"]?.entries ?? []).flatMap { candidates($0.value, from: path) }
  }

  private static func candidates(_ settings: Node, from path: String) -> [String] {
    let directory = settings["path"]?.text ?? settings.text ?? "."
    let names =
      settings["config"]?.text.map { [$0] } ?? ["serverless.yml", "serverless.yaml", "serverless.json"]
    return names.map { Path.resolve(Path.join(directory, $0), from: path) }
  }

  /// The services of a composition in order; those without a configuration are noted.
  static func parts(of root: Node, path: String, in context: inout LoadContext) -> [Part] {
    var resolver = VariableResolver(root: root, path: path)
    resolver.stage = context.inputs.stage ?? "dev"
    resolver.region = context.inputs.region
    return (root["services"]?.entries ?? []).compactMap { entry in
      let candidates = candidates(entry.value, from: path)
      guard let found = candidates.first(where: { context.files.read($0) != nil }) else {
        context.problems.note(entry.keySpan, "service '\(entry.key)' has no configuration at '\(candidates[0])'")
        return nil
      }
      var parameters: [String: Node] = [:]
      for parameter in entry.value["params"]?.entries ?? [] {
        parameters[parameter.key] = resolver.resolve(parameter.value, in: &context)
      }
      return Part(name: entry.key, path: found, parameters: parameters, span: entry.keySpan)
    }
  }
}

/// Configurations of the Framework that are programs.
package enum ServerlessCode {
  private static let names: Set<String> = ["serverless.ts", "serverless.js", "serverless.cjs", "serverless.mjs"]

  /// Whether a file name is that of a configuration in JavaScript or TypeScript.
  package static func isConfiguration(_ path: String) -> Bool { names.contains(Path.name(path).lowercased()) }

  /// What to do instead of auditing it.
  package static let advice =
    "a program is not run: audit what 'serverless print --format json' writes for it instead"
}
