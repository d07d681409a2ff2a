package import Diagnostics
package import Documents
import Infrastructure

/// Reads CloudFormation, SAM and synthesized CDK templates into the graph.
package enum CloudFormationLoader {
  /// How many stacks may nest in each other.
  private static let maximumNesting = 6

  /// Reads one template and the nested stacks that lie beside it.
  ///
  /// - Throws: when the template has no resources to read.
  package static func load(
    _ root: Node, file: FileID, path: String, format: Format, into context: inout LoadContext
  ) throws(Problem) {
    if format == .cdk, root["Resources"] == nil {
      for stack in CloudAssembly.stacks(of: root, path: path, context: &context) {
        try load(stack.root, file: stack.file, path: stack.path, format: .cloudFormation, into: &context)
      }
      return
    }
    try checkSections(root, file: file, problems: &context.problems)
    let given = context.inputs.parameters.mapValues { Text($0) }
    var template = Template(root, path: path, file: file, scope: path, given: given, problems: &context.problems)
    nest(into: &template, ancestors: [path], context: &context)
  }

  private static func checkSections(_ root: Node, file: FileID, problems: inout Problems) throws(Problem) {
    guard let resources = root.entry("Resources") else {
      throw Problem(root.isMapping ? Span.top(of: file) : root.span, "the template has no 'Resources'")
    }
    switch resources.value.content {
    case .mapping(let entries) where entries.isEmpty: problems.note(resources.keySpan, "'Resources' is empty")
    case .mapping: break
    case .null: problems.note(resources.keySpan, "'Resources' is empty")
    case .sequence:
      throw Problem(resources.value.span, "'Resources' is a list; it must map logical ids to resources")
    case .scalar: throw Problem(resources.value.span, "'Resources' must map logical ids to resources")
    }
  }

  /// Builds the nested stacks of a template, ties their outputs to it, and reads all of them.
  ///
  /// - Parameter ancestors: the files on the way down, which a stack below them can't be, or it would hold itself.
  private static func nest(into template: inout Template, ancestors: [String], context: inout LoadContext) {
    let stacks = template.declarations.filter(\.isStack)
    var children: [(id: String, template: Template)] = []
    if ancestors.count <= maximumNesting {
      // Twice, since a stack may be given the outputs of one further down.
      for _ in 0..<(stacks.count > 1 ? 2 : 1) {
        children = []
        for stack in stacks {
          guard let child = child(of: template, stack, ancestors: ancestors, context: &context) else { continue }
          template.stackOutputs[stack.id] = child.outputs
          children.append((stack.id, child))
        }
      }
    }
    template.read(into: &context)
    for index in children.indices {
      let path = children[index].template.path
      nest(into: &children[index].template, ancestors: ancestors + [path], context: &context)
    }
  }

  private static func child(
    of template: Template, _ stack: Template.Declaration, ancestors: [String], context: inout LoadContext
  ) -> Template? {
    guard let location = localPath(of: stack, in: template),
      !ancestors.contains(Path.resolve(location, from: template.path)),
      let opened = context.open(location, from: template.path),
      let root = opened.documents.first(where: { $0["Resources"]?.isMapping == true })
    else { return nil }
    let path = Path.resolve(location, from: template.path)
    context.markNested(path)
    var given: [String: Text] = [:]
    for entry in template.mapping(stack.properties?["Parameters"])?.entries ?? [] {
      given[entry.key] = template.text(entry.value) ?? .symbol("\(stack.id).\(entry.key)", scope: template.scope)
    }
    return Template(
      root, path: path, file: opened.id, scope: "\(template.scope)/\(stack.id)", given: given,
      problems: &context.problems)
  }

  /// The local file of a nested stack: CDK's asset path, or a relative path or the last part of an S3 URL.
  private static func localPath(of stack: Template.Declaration, in template: Template) -> String? {
    if let asset = stack.node["Metadata"]?["aws:asset:path"]?.text { return asset }
    let location = stack.properties?["TemplateURL"] ?? stack.properties?["Location"]
    guard let text = template.text(location) else { return nil }
    if let known = text.known, !known.hasPrefix("http"), !known.hasPrefix("s3:") { return known }
    guard let name = text.split(on: "/").last?.known,
      name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".json")
    else { return nil }
    return name
  }
}
