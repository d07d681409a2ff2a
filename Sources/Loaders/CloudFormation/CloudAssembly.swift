import Diagnostics
import Documents
import Infrastructure

/// A synthesized CDK application: `cdk.out/manifest.json` and the templates it lists.
enum CloudAssembly {
  /// How deep stages may nest.
  private static let maximumDepth = 8

  /// One template of an assembly.
  struct Stack {
    let path: String
    let file: FileID
    let root: Node
  }

  /// The templates of an assembly and of the stages in it, in the manifest's order.
  static func stacks(of manifest: Node, path: String, context: inout LoadContext, depth: Int = 0) -> [Stack] {
    guard depth < maximumDepth else { return [] }
    var stacks: [Stack] = []
    for artifact in manifest["artifacts"]?.entries ?? [] {
      switch artifact.value["type"]?.text {
      case "aws:cloudformation:stack":
        guard let template = artifact.value["properties"]?["templateFile"] else { continue }
        if let stack = open(template, from: path, context: &context) { stacks.append(stack) }
      case "cdk:cloud-assembly":
        guard let directory = artifact.value["properties"]?["directoryName"]?.text else { continue }
        let nested = directory + "/manifest.json"
        guard let opened = context.open(nested, from: path), let root = opened.documents.first else { continue }
        let inner = Path.resolve(nested, from: path)
        stacks += self.stacks(of: root, path: inner, context: &context, depth: depth + 1)
      default: continue
      }
    }
    return stacks
  }

  private static func open(_ template: Node, from path: String, context: inout LoadContext) -> Stack? {
    guard let name = template.text else { return nil }
    guard let opened = context.open(name, from: path), let root = opened.documents.first else {
      context.problems.note(template.span, "the template '\(name)' is missing; run cdk synth")
      return nil
    }
    let full = Path.resolve(name, from: path)
    context.markNested(full)
    return Stack(path: full, file: opened.id, root: root)
  }
}
