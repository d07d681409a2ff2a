package import Diagnostics
package import Documents

/// Reads `terraform show -json` of a plan.
package enum TerraformPlanLoader {
  package static func load(
    _ root: Node, file: FileID, path: String, format: Format, into context: inout LoadContext
  ) throws(Problem) {}
}
