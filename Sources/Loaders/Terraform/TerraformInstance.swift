package import Diagnostics
package import Infrastructure

/// One instance of a resource or data source, or one call of a registry module that can't be opened.
package struct TerraformInstance: Sendable {
  /// The full address with module path and instance key, as Terraform prints it.
  package var address: String
  /// The module's address with instance keys; empty for the root module.
  package var module: String
  /// The resource type, such as `aws_sqs_queue`; `module:SOURCE` for an unopened module call, such as
  /// `module:terraform-aws-modules/lambda/aws`.
  package var type: String
  package var name: String
  package var isData: Bool
  /// An object: the arguments and whatever computed attributes are known.
  package var attributes: TerraformValue
  /// The key or block header that declares it.
  package var span: Span
  /// What its policy names, where the policy's text is out of sight.
  package var mentions: [Spanned<Text>] = []

  package init(
    address: String, module: String, type: String, name: String, isData: Bool, attributes: TerraformValue, span: Span
  ) {
    self.address = address
    self.module = module
    self.type = type
    self.name = name
    self.isData = isData
    self.attributes = attributes
    self.span = span
  }
}

/// Everything that one plan, state or root module declares, before it becomes a graph.
package struct TerraformStack: Sendable {
  /// In the order of the files.
  package var instances: [TerraformInstance]
  /// The scope of every symbol in it: the path of the plan or state, or the directory of the root module.
  package var scope: String
  /// The errors that made files of it unreadable.
  package var failures: [Problem] = []

  package init(instances: [TerraformInstance], scope: String) {
    self.instances = instances
    self.scope = scope
  }
}
