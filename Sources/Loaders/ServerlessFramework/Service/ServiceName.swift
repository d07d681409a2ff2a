/// How the Framework makes logical ids out of names.
///
/// Source: serverless 3.39 and 4.4, `lib/plugins/aws/lib/naming.js`.
enum ServiceName {
  /// The first character in upper case.
  static func upper(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }

  /// A key such as `process-upload`: `ProcessDashupload`.
  static func resource(_ name: String) -> String {
    var result = ""
    for character in name {
      switch character {
      case "-": result += "Dash"
      case "_": result += "Underscore"
      default: result.append(character)
      }
    }
    return upper(result)
  }

  /// A physical name without what isn't a letter or digit.
  static func alphanumeric(_ name: String) -> String {
    upper(String(decoding: name.utf8.filter(isAlphanumeric), as: UTF8.self))
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  static func function(_ key: String) -> String { resource(key) + "LambdaFunction" }
  static func role(_ key: String) -> String { resource(key) + "IamRoleLambdaExecution" }
  static func logGroup(_ key: String) -> String { resource(key) + "LogGroup" }
  static func url(_ key: String) -> String { resource(key) + "LambdaFunctionUrl" }
  static func invokeConfig(_ key: String) -> String { resource(key) + "LambdaEvConf" }
  static func bucket(_ name: String) -> String { "S3Bucket" + alphanumeric(name) }
  static func topic(_ name: String) -> String { "SNSTopic" + alphanumeric(name) }
  static func userPool(_ name: String) -> String { "CognitoUserPool" + alphanumeric(name) }
  static func bus(_ name: String) -> String { resource(name) + "EventBridgeEventBus" }
  static func stateMachine(_ key: String) -> String { resource(key) + "StepFunctionsStateMachine" }

  static let sharedRole = "IamRoleLambdaExecution"
  static let restAPI = "ApiGatewayRestApi"
  static let httpAPI = "HttpApi"
  static let webSocketAPI = "WebsocketsApi"
}
