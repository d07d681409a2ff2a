package import Diagnostics

/// Reads the `.tf` and `.tf.json` files of a directory, which are one module, and the local modules it calls.
package enum TerraformConfigurationLoader {
  /// - Parameters:
  ///   - directory: relative to the working directory; empty for the working directory itself.
  ///   - files: the paths of the module's files in sorted order.
  package static func load(directory: String, files: [String], into context: inout LoadContext) throws(Problem) {}
}
