import Diagnostics
import Documents
import Infrastructure

/// What the Framework puts into the packages of a service.
///
/// Source: Serverless Framework 3, "Packaging" of the guide, and `lib/plugins/package` of the code.
struct ServicePackage {
  let service: Service

  /// How large the code of a function is: its artifact, or the folder of the service less what is left out.
  func code(of function: ServiceFunction, into context: inout LoadContext) -> Setting<CodeSize> {
    let near = function.keySpan
    if function.node.given("image") != nil { return .unset(near: near) }
    let layers = layerBytes(of: function, into: &context)
    let own = function.node.given("package")
    if let artifact = own?.given("artifact") ?? service.package?.given("artifact") {
      guard let path = local(artifact), let size = context.size(of: path, .everything) else {
        return .unset(near: artifact.span)
      }
      return .known(CodeSize(bytes: size.bytes, layerBytes: layers, isArchive: !size.isDirectory), artifact.span)
    }
    if service.plugins.contains(where: ServicePackage.isBundler) {
      return .unresolved(near, why: .packagedByPlugin)
    }
    guard let size = context.size(of: Path.directory(service.path), contents(own)) else { return .unset(near: near) }
    return .known(CodeSize(bytes: size.bytes, layerBytes: layers, isArchive: false), near)
  }

  /// Plugins that write other files into the package than lie in the folder.
  private static func isBundler(_ plugin: String) -> Bool {
    ["webpack", "esbuild", "bundle", "optimize", "rollup", "vite", "typescript", "rust", "golang"]
      .contains { plugin.contains($0) }
  }

  /// `exclude`, then `include`, then `patterns`, each of the service and then of the function.
  private func contents(_ own: Node?) -> PackageContents {
    func list(_ key: String, isTaken: Bool) -> [PackageContents.Pattern] {
      [service.package, own].flatMap { $0?.given(key)?.list ?? [] }.compactMap(\.text)
        .map { PackageContents.Pattern($0, isTaken: isTaken) }
    }
    var pruned: Set<String> = [".git", ".serverless", ".aws-sam"]
    // The Framework leaves out what only development needs, and which modules that are is not written here.
    if service.package?.given("excludeDevDependencies")?.bool != false { pruned.insert("node_modules") }
    let patterns =
      list("exclude", isTaken: false) + list("include", isTaken: true) + list("patterns", isTaken: true)
    return PackageContents(pruned: pruned, patterns: patterns)
  }

  private func local(_ node: Node) -> String? {
    guard let text = node.text, !text.isEmpty, !text.contains("://"), !text.contains("${") else { return nil }
    return Path.resolve(text, from: service.path)
  }

  /// The bytes of those layers that the service makes from folders or archives of its own.
  private func layerBytes(of function: ServiceFunction, into context: inout LoadContext) -> Int {
    let used = (function.node.given("layers") ?? service.provider.given("layers"))?.list ?? []
    let ids = Set(used.compactMap { $0["Ref"]?.text })
    return service.layers.reduce(0) { sum, layer in
      guard ids.contains(ServiceName.resource(layer.key) + "LambdaLayer"),
        let path = (layer.value["package"]?["artifact"] ?? layer.value["path"]).flatMap(local)
      else { return sum }
      return sum + (context.size(of: path, .everything)?.bytes ?? 0)
    }
  }
}
