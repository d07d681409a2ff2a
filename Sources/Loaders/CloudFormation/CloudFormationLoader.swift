package import Diagnostics
package import Documents

/// Reads CloudFormation and SAM templates, and with the format `cdk` the templates that a cloud assembly's manifest names.
package enum CloudFormationLoader {
  package static func load(
    _ root: Node, file: FileID, path: String, format: Format, into context: inout LoadContext
  ) throws(Problem) {}
}
