package import Diagnostics
package import Documents

/// Reads a service of the Serverless Framework.
package enum ServerlessLoader {
  package static func load(
    _ root: Node, file: FileID, path: String, format: Format, into context: inout LoadContext
  ) throws(Problem) {}
}
