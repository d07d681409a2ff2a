package import Diagnostics
package import Documents
import Infrastructure

/// Reads `terraform show -json` of a plan.
package enum TerraformPlanLoader {
  package static func load(
    _ root: Node, file: FileID, path: String, format: Format, into context: inout LoadContext
  ) throws(Problem) {
    try TerraformFormatVersion.check(root["format_version"], of: file)
    let plan = Plan(root)
    let reader = PlanReader(plan: plan, scope: path)
    if let source = context.inputs.terraformSource {
      reader.linker.overlay = PlanSources.read(
        source, for: plan, variables: root["variables"], scope: path, into: &context)
    }
    let stack = TerraformStack(instances: reader.instances(), scope: path)
    TerraformMapper.map(stack, into: &context)
    note(root, into: &context)
    noteHiddenPolicies(of: stack, into: &context)
  }

  /// What makes a plan less than the whole truth.
  private static func note(_ root: Node, into context: inout LoadContext) {
    if let errored = root["errored"], errored.bool == true {
      context.problems.note(errored.span, "the plan stopped with an error, so resources may be missing from it")
    }
    let changes = root["resource_changes"]
    let isDestruction =
      changes?.items.isEmpty == false
      && changes?.items.allSatisfy { $0["change"]?["actions"]?.items.map(\.text) == ["delete"] } == true
    if isDestruction, let changes {
      let start = Span(file: changes.span.file, start: changes.span.start, end: changes.span.start)
      context.problems.note(
        Problem(start, "the plan only destroys, so there is nothing to audit", severity: .info))
    }
  }

  /// A fresh plan loses the text of every policy that mentions a new resource and is no `aws_iam_policy_document`.
  private static func noteHiddenPolicies(of stack: TerraformStack, into context: inout LoadContext) {
    let hidden = stack.instances.filter { instance in
      ["aws_iam_role_policy", "aws_iam_policy"].contains(instance.type) && !instance.isData
        && instance.attributes["policy"]?.isUnknown == true
    }
    guard let first = hidden.first else { return }
    let text = hidden.count == 1 ? "the text of a policy" : "the texts of \(hidden.count) policies"
    let others = hidden.dropFirst().prefix(4).map { Label($0.span, "and here") }
    context.problems.note(
      Problem(
        first.span, "the plan hides \(text): loops through it go unseen without --source", related: Array(others),
        severity: .info))
  }
}

/// The version of Terraform's JSON output.
enum TerraformFormatVersion {
  /// Terraform promises that only a new major version changes the meaning of what is there.
  static func check(_ node: Node?, of file: FileID) throws(Problem) {
    guard let node, let version = node.text, let major = version.split(separator: ".").first.flatMap({ Int($0) }),
      major >= 2
    else { return }
    throw Problem(node.span, "format version '\(version)' is newer than this reader, which knows 0.1 to 1.x")
  }
}
