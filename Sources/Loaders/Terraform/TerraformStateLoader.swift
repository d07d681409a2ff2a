package import Diagnostics
package import Documents

/// Reads a Terraform state, as a state file or as `terraform show -json` prints it.
package enum TerraformStateLoader {
  package static func load(
    _ root: Node, file: FileID, path: String, format: Format, into context: inout LoadContext
  ) throws(Problem) {}
}
