import Documents
import Infrastructure

/// What the CDK makes on its own behalf.
///
/// Source: aws-cdk-lib 2.x, logical ids of its singleton handlers, 2025-11.
enum CDKNames {
  private static let prefixes = [
    "BucketNotificationsHandler050a0587b7544547bf325f094a3db834",
    "LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a",
    "AWS679f53fac002430cb0da5b7982bd2287",
    "CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C",
    "AWSCDKCfnUtilsProvider",
    "CustomAWSCDKOpenIdConnectProvider",
    "CustomECRAutoDeleteImages",
  ]

  /// Whether a function belongs to the framework, so that its user can't edit it.
  static func isGenerated(_ declaration: Template.Declaration) -> Bool {
    guard declaration.type == "AWS::Lambda::Function" else { return false }
    let id = declaration.id
    if prefixes.contains(where: id.hasPrefix)
      || id.utf8.count > 27 && id.range(of: "CustomResourceProviderHandler") != nil
    {
      return true
    }
    let handler = declaration.properties?["Handler"]?.text ?? ""
    return handler == "__entrypoint__.handler" || handler.hasPrefix("framework.on") || handler.hasPrefix("framework.is")
  }
}
