package import Diagnostics
package import Documents
import Infrastructure

/// Reads a Terraform state, as a state file or as `terraform show -json` prints it.
package enum TerraformStateLoader {
  package static func load(
    _ root: Node, file: FileID, path: String, format: Format, into context: inout LoadContext
  ) throws(Problem) {
    let plan = try instances(root, file: file)
    let reader = PlanReader(plan: plan, scope: path)
    TerraformMapper.map(TerraformStack(instances: reader.instances(), scope: path), into: &context)
  }

  private static func instances(_ root: Node, file: FileID) throws(Problem) -> Plan {
    if root["format_version"] != nil {
      try TerraformFormatVersion.check(root["format_version"], of: file)
      return Plan(state: root["values"]?["root_module"])
    }
    if let encrypted = root["encrypted_data"] {
      throw Problem(encrypted.span, "the state is encrypted; pass the output of 'tofu show -json'")
    }
    guard let version = root["version"], version.text == "4" else {
      throw Problem(
        root["version"]?.span ?? .top(of: file),
        "state version '\(root["version"]?.text ?? "none")' is not 4; pass the output of 'terraform show -json'")
    }
    return Plan(stateFile: root)
  }
}
