import Diagnostics
import Documents

/// The functions that AppSync calls, by serverless-appsync-plugin.
///
/// Source: serverless-appsync-plugin, `README.md` of version 1 and `doc/dataSources.md` of version 2.
enum DataSources {
  /// Adds a data source for each one that names a function: under `custom.appSync` or, since version 2, `appSync`.
  static func expand(into template: inout ServiceTemplate) {
    let service = template.service
    guard service.plugins.contains("serverless-appsync-plugin") else { return }
    let sections = [service.custom?.given("appSync"), service.graph].compactMap { $0 }
    for (index, api) in sections.flatMap({ $0.isSequence ? $0.items : [$0] }).enumerated() {
      let suffix = index == 0 ? "" : String(index)
      for source in sources(api.given("dataSources"), name: nil) {
        add(source.node, named: source.name, of: "GraphQlApi" + suffix, id: "GraphQlDs" + suffix, into: &template)
      }
    }
  }

  /// The data sources of a mapping by name, of a list, or of a list of either.
  private static func sources(_ node: Node?, name: String?, depth: Int = 0) -> [(name: String, node: Node)] {
    guard let node, depth < 3 else { return [] }
    if node.isSequence { return node.items.flatMap { sources($0, name: nil, depth: depth + 1) } }
    if node.given("type") != nil { return [(name ?? node.given("name")?.text ?? "", node)] }
    return node.entries.flatMap { sources($0.value, name: $0.key, depth: depth + 1) }
  }

  private static func add(
    _ source: Node, named name: String, of api: String, id: String, into template: inout ServiceTemplate
  ) {
    guard source.given("type")?.text == "AWS_LAMBDA", let config = source.given("config") else { return }
    var target = config.given("lambdaFunctionArn")
    if let name = config.given("functionName"), let function = name.text.flatMap(template.service.function) {
      target = .arn(of: function.id, at: name.span)
    }
    guard let target else { return }
    template.add(api, "AWS::AppSync::GraphQLApi", [], at: source.span)
    template.add(
      id + ServiceName.resource(name), "AWS::AppSync::DataSource",
      [
        ("ApiId", .arn(of: api, at: source.span)), ("Type", .string("AWS_LAMBDA", at: source.span)),
        ("LambdaConfig", .mapping([("LambdaFunctionArn", target)], at: target.span)),
      ], at: target.span)
  }
}
