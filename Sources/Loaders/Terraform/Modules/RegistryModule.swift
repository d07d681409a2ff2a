/// Modules of the registry that are known by their arguments, so that a call tells what it makes without their files.
///
/// Each stand-in is a short configuration with the module's variables, its resources at their addresses and its
/// outputs. It is evaluated like a local module; what it sets lies where the call gives the argument.
enum RegistryModule {
  /// The source of what stands in for a module; nil for one that isn't known.
  ///
  /// - Parameter source: as written in the call: of the registry, of git, or of a fork.
  static func standIn(for source: String) -> String? {
    let path = source.split(separator: "?").first.map(String.init) ?? source
    let submodule = submodule(of: path)
    for (name, submodules) in known where names(path, name) { return submodules[submodule] }
    return nil
  }

  /// What stands in by the module's name and the name of the submodule; the empty one is the module itself.
  private static let known: [(name: String, submodules: [String: String])] = [
    ("lambda", ["": LambdaModule.source, "alias": LambdaModule.alias]),
    ("sqs", ["": SQSModule.source]),
    ("sns", ["": SNSModule.source]),
    ("s3-bucket", ["": S3BucketModule.source, "notification": S3BucketModule.notification]),
    ("eventbridge", ["": EventBridgeModule.source]),
    ("dynamodb-table", ["": DynamoDBTableModule.source]),
    ("apigateway-v2", ["": APIGatewayModule.source]),
    ("step-functions", ["": StepFunctionsModule.source]),
    ("vpc", ["": VPCModule.source, "vpc-endpoints": VPCModule.endpoints]),
  ]

  /// The last part after `//modules/`.
  private static func submodule(of path: String) -> String {
    let parts = HCLFunctionCall.split(path, on: "//modules/")
    return parts.count > 1 ? parts[1] : ""
  }

  /// Whether a source means a module: `terraform-aws-modules/NAME/aws` or a repository `terraform-aws-NAME`.
  private static func names(_ path: String, _ name: String) -> Bool {
    var whole = HCLFunctionCall.split(path, on: "//modules/").first ?? path
    if whole.hasSuffix(".git") { whole.removeLast(4) }
    return whole.hasSuffix("terraform-aws-modules/\(name)/aws") || whole.hasSuffix("/terraform-aws-\(name)")
  }
}
