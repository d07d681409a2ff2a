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
    var reader = PlanReader(plan: plan, scope: path)
    if let source = context.inputs.terraformSource {
      reader.linker.overlay = PlanSources.read(
        source, for: plan, variables: root["variables"], scope: path, into: &context)
    }
    let stack = TerraformStack(instances: reader.instances(), scope: path)
    TerraformMapper.map(stack, into: &context)
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
