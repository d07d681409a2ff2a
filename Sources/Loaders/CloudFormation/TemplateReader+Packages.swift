import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  /// How large the local code of a function is: what `sam build` made of it where that lies there, or else its folder.
  func code(
    of declaration: Template.Declaration, _ parts: FunctionParts, runtime: Setting<String>,
    into context: inout LoadContext
  ) -> Setting<CodeSize> {
    guard let node = parts.codeURI ?? parts.code, node.text != nil else { return .unset(near: declaration.keySpan) }
    guard let path = local(node) else { return .unset(near: node.span) }
    let layers = layerBytes(template.mapping(declaration.properties)?["Layers"], into: &context)
    let build = Path.resolve(".aws-sam/build", from: template.path)
    if context.isDirectory(build), let size = context.size(of: Path.join(build, declaration.id), .everything) {
      return .known(CodeSize(bytes: size.bytes, layerBytes: layers, isArchive: false), node.span)
    }
    guard let size = context.size(of: path, TemplateReader.sources) else { return .unset(near: node.span) }
    if size.isDirectory, isCompiled(declaration, runtime) {
      return .unresolved(node.span, why: .afterBuild)
    }
    return .known(CodeSize(bytes: size.bytes, layerBytes: layers, isArchive: !size.isDirectory), node.span)
  }

  /// What builds of Python, Node.js and Ruby copy; dependencies are installed anew.
  private static let sources = PackageContents(pruned: [
    ".aws-sam", ".git", "node_modules", "__pycache__", ".pytest_cache", ".venv", "venv",
  ])

  /// The path that a property names, if it is one on this disk.
  private func local(_ node: Node?) -> String? {
    guard let text = node?.text, !text.isEmpty, !text.contains("://"), !text.contains("${") else { return nil }
    return Path.resolve(text, from: template.path)
  }

  /// Whether the package holds something else than the folder: binaries, or what a bundler made.
  private func isCompiled(_ declaration: Template.Declaration, _ runtime: Setting<String>) -> Bool {
    if template.value(declaration.node["Metadata"], "BuildMethod") != nil { return true }
    guard let runtime = runtime.value else { return true }
    return !["python", "nodejs", "ruby"].contains(where: runtime.hasPrefix)
  }

  /// The bytes of those layers that the template declares from local folders or archives.
  private func layerBytes(_ list: Node?, into context: inout LoadContext) -> Int {
    guard let list else { return 0 }
    return template.items(list).reduce(0) { sum, item in
      guard let entry = item.onlyEntry, entry.key == "Ref", let layer = template.declaration(entry.value.text ?? ""),
        let properties = template.mapping(layer.properties),
        let path = local(properties["ContentUri"] ?? properties["Content"])
      else { return sum }
      return sum + (context.size(of: path, .everything)?.bytes ?? 0)
    }
  }
}
