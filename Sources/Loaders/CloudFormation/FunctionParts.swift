import Documents

/// The properties of a function, or of what else SAM makes a role for, that are more than one setting.
struct FunctionParts {
  private(set) var role: Node?
  private(set) var code: Node?
  private(set) var codeURI: Node?
  private(set) var environment: Node?
  private(set) var deadLetterConfiguration: Node?
  private(set) var deadLetterQueue: Node?
  private(set) var url: Node?
  private(set) var invocation: Node?
  private(set) var policies: Node?
  private(set) var boundary: Node?

  init() {}

  init(of properties: Node) {
    for property in properties.entries { take(property) }
  }

  mutating func take(_ property: Node.Entry) {
    switch Keyword(property.key) {
    case "Role": role = property.value
    case "Code": code = property.value
    case "CodeUri": codeURI = property.value
    case "Environment": environment = property.value
    case "DeadLetterConfig": deadLetterConfiguration = property.value
    case "DeadLetterQueue": deadLetterQueue = property.value
    case "FunctionUrlConfig": url = property.value
    case "EventInvokeConfig": invocation = property.value
    case "Policies": policies = property.value
    case "PermissionsBoundary": boundary = property.value
    default: break
    }
  }
}
