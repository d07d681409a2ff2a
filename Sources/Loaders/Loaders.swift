package import Diagnostics
package import Documents
import Infrastructure

/// Chooses the loader of a file by what the file holds: the one place where formats are told apart.
package enum Loader {
  /// The format of a document; nil when it is no deployment config.
  ///
  /// The order matters: the first test that holds wins, and names prove nothing without content.
  ///
  /// - Parameter path: as in `SourceFile.path`; only its last part is looked at.
  package static func detect(root: Node, path: String) -> Format? {
    guard root.isMapping else { return nil }
    let name = Path.name(path).lowercased()
    if isGraphFile(root) { return .graph }
    if isTerraformPlan(root) { return .terraformPlan }
    if isTerraformState(root) { return .terraformState }
    if name.hasSuffix(".tf.json") { return .terraformJSON }
    if isCloudAssembly(root) { return .cdk }
    if isServerlessApplication(root) { return .sam }
    if isCloudFormation(root) { return .cloudFormation }
    if isServerlessFramework(root, name: name) { return .serverless }
    return nil
  }

  /// Reads a file's documents into the run's graph.
  ///
  /// - Parameter documents: as `DocumentReader` gives them; only the first one that is a mapping counts.
  /// - Returns: how many functions the file declares, those of its nested stacks and modules included.
  /// - Throws: why nothing could be read from the file.
  package static func load(
    _ format: Format, file: FileID, documents: [Node], into context: inout LoadContext
  ) throws(Problem) -> Int {
    let before = context.builder.functionCount
    let path = context.sources[file].path
    guard let root = documents.first(where: \.isMapping) else { throw Problem(.top(of: file), "file holds no mapping") }
    switch format {
    case .cloudFormation, .sam, .cdk:
      try CloudFormationLoader.load(root, file: file, path: path, format: format, into: &context)
    case .serverless: try ServerlessLoader.load(root, file: file, path: path, format: format, into: &context)
    case .terraformPlan: try TerraformPlanLoader.load(root, file: file, path: path, format: format, into: &context)
    case .terraformState: try TerraformStateLoader.load(root, file: file, path: path, format: format, into: &context)
    case .graph: try GraphFileLoader.load(root, file: file, path: path, into: &context)
    case .terraformJSON, .terraformHCL:
      let directory = Path.directory(path)
      try TerraformConfigurationLoader.load(directory: directory, files: [path], into: &context)
    }
    return context.builder.functionCount - before
  }

  /// Reads the Terraform files of one directory, which are one module, into the run's graph.
  ///
  /// - Returns: how many functions the module declares, those of modules it calls included.
  package static func loadTerraform(
    directory: String, files: [String], into context: inout LoadContext
  ) throws(Problem) -> Int {
    let before = context.builder.functionCount
    try TerraformConfigurationLoader.load(directory: directory, files: files, into: &context)
    return context.builder.functionCount - before
  }
}

extension Loader {
  /// Another schema is recognised too, so that it gets a word of its own.
  private static func isGraphFile(_ root: Node) -> Bool {
    root["schema"]?.text != nil && (root["nodes"] != nil || root["edges"] != nil)
  }

  private static func isTerraformPlan(_ root: Node) -> Bool {
    root["format_version"]?.text != nil && (root["planned_values"] != nil || root["resource_changes"] != nil)
  }

  /// `terraform show -json` of a state has `values` and no `version`; a state file has `resources` or, of old, `modules`.
  private static func isTerraformState(_ root: Node) -> Bool {
    if root["terraform_version"] == nil { return false }
    if root["format_version"]?.text != nil { return root["values"]?.isMapping == true }
    guard let version = root["version"]?.text, UInt(version) != nil else { return false }
    return root["resources"]?.isSequence == true || root["modules"]?.isSequence == true
  }

  /// Build files of other tools also have `version` and `artifacts`; only an assembly's have types of these names.
  private static func isCloudAssembly(_ root: Node) -> Bool {
    guard root["version"] != nil, let artifacts = root["artifacts"] else { return false }
    return artifacts.entries.contains { entry in
      guard let type = entry.value["type"]?.text else { return false }
      return type.hasPrefix("aws:cloudformation:stack") || type.hasPrefix("cdk:")
    }
  }

  private static func isServerlessApplication(_ root: Node) -> Bool {
    guard let resources = root["Resources"], resources.isMapping else { return false }
    if let transform = root["Transform"], names(transform, serverlessTransform) { return true }
    return resources.entries.contains { $0.value["Type"]?.text?.hasPrefix("AWS::Serverless::") == true }
  }

  private static let serverlessTransform = "AWS::Serverless-2016-10-31"

  /// Whether a `Transform` names a macro: as a string, in a list, or as `Name`.
  private static func names(_ transform: Node, _ macro: String) -> Bool {
    transform.text == macro || transform["Name"]?.text == macro
      || transform.items.contains { $0.text == macro || $0["Name"]?.text == macro }
  }

  private static func isCloudFormation(_ root: Node) -> Bool {
    if root["AWSTemplateFormatVersion"] != nil { return true }
    guard let resources = root["Resources"] else { return false }
    return resources.entries.contains { entry in
      if entry.key.hasPrefix("Fn::ForEach::") { return true }
      guard let type = entry.value["Type"]?.text else { return false }
      return isResourceType(type)
    }
  }

  private static func isResourceType(_ type: String) -> Bool {
    if ["AWS::", "Custom::", "Alexa::"].contains(where: type.hasPrefix) || type.hasSuffix("::MODULE") { return true }
    let colons = type.utf8.filter { $0 == UInt8(ascii: ":") }.count
    return colons == 4 && !type.hasPrefix(":") && !type.hasSuffix(":")
  }

  private static func isServerlessFramework(_ root: Node, name: String) -> Bool {
    if root["service"] != nil, root["provider"] != nil { return true }
    if ServerlessCompose.isComposition(root, name: name) { return true }
    guard ["serverless.yml", "serverless.yaml", "serverless.json"].contains(name) else { return false }
    return ["provider", "functions", "service", "resources"].contains { root[$0] != nil }
  }
}
