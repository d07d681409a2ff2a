import Diagnostics
import Documents
import Infrastructure

/// One service as configured: its sections with their variables resolved.
struct Service {
  let path: String
  let file: FileID
  let name: String
  let stage: String
  let region: String
  let provider: Node
  let functions: [ServiceFunction]
  /// The CloudFormation template that the service adds, lists of fragments merged.
  let resources: Node?
  let custom: Node?
  let constructs: Node.Entries
  let stateMachines: Node.Entries
  /// The AppSync interface of a plugin.
  let graph: Node?
  let layers: Node.Entries
  /// What goes into the packages.
  let package: Node?
  let plugins: Set<String>
  /// The Framework's major version, where the configuration pins one.
  let version: Int?

  var scope: String { path }
  /// The name of its CloudFormation stack.
  var stackName: String { provider.given("stackName")?.text ?? "\(name)-\(stage)" }

  /// The physical name that a function gets by default.
  func functionName(_ key: String) -> String { "\(name)-\(stage)-\(key)" }

  /// Whether a plugin reads the event `existingS3`.
  var notifiesOfExistingBuckets: Bool {
    plugins.contains("serverless-external-s3-event") || plugins.contains("serverless-plugin-existing-s3")
  }

  func function(_ key: String) -> ServiceFunction? { functions.first { $0.key == key } }
}

/// A function of a service, as declared or as a construct makes it.
struct ServiceFunction {
  let key: String
  let keySpan: Span
  let node: Node

  var id: String { ServiceName.function(key) }

  /// The events, each a name with or without settings.
  var events: [ServiceEvent] {
    (node.given("events")?.list ?? []).flatMap { item in item.isSequence ? item.items : [item] }
      .compactMap(ServiceEvent.init)
  }
}

/// One event of a function or state machine.
struct ServiceEvent {
  let type: String
  /// What was written for it: settings, a short form, or nothing.
  let value: Node
  let span: Span

  init?(_ node: Node) {
    if let entry = node.entries.first {
      self.init(type: entry.key, value: entry.value, span: entry.keySpan)
    } else if let name = node.text {
      self.init(type: name, value: Node(.null, node.span), span: node.span)
    } else {
      return nil
    }
  }

  init(type: String, value: Node, span: Span) {
    self.type = type
    self.value = value
    self.span = span
  }
}

extension Service {
  /// Reads the sections of a configuration that say what runs and what it may do.
  ///
  /// - Parameter composed: values of `param:` from whoever composes the services.
  /// - Returns: nil for a provider other than AWS.
  init?(
    _ root: Node, path: String, file: FileID, composed: [String: Node] = [:], in context: inout LoadContext
  ) {
    var resolver = VariableResolver(root: root, path: path)
    resolver.composed = composed
    resolver.stage = context.inputs.stage ?? "dev"
    resolver.region = context.inputs.region
    func isOther(_ name: String?) -> Bool { name.map { $0 != "aws" && !$0.hasPrefix("${") } ?? false }
    if let text = root["provider"]?.text, !text.hasPrefix("${"), isOther(text) { return nil }
    if isOther(resolver.value(["provider", "name"], in: &context)?.text) { return nil }
    if context.inputs.stage == nil, let written = resolver.value(["provider", "stage"], in: &context)?.text {
      resolver.stage = written
    }
    if context.inputs.region == nil {
      resolver.region = resolver.value(["provider", "region"], in: &context)?.text ?? "us-east-1"
    }
    resolver.readDotenv(in: context)
    resolver.constructs = Lift.attributes(of: root)

    self.path = path
    self.file = file
    stage = resolver.stage ?? "dev"
    region = resolver.region ?? "us-east-1"
    let service = resolver.section("service", in: &context)
    name = service?.text ?? service?["name"]?.text ?? "${self:service}"
    let section = resolver.section("provider", in: &context)
    provider = section?.isMapping == true ? section ?? root : Node(.mapping([]), section?.span ?? root.span)
    functions = resolver.functions(in: &context)
    resources = resolver.section("resources", in: &context)?.mergedMapping
    custom = resolver.customSections(in: &context)
    constructs = resolver.section("constructs", in: &context)?.entries ?? []
    stateMachines = resolver.section("stepFunctions", in: &context)?["stateMachines"]?.mergedMapping?.entries ?? []
    graph = resolver.section("appSync", in: &context)
    layers = resolver.section("layers", in: &context)?.entries ?? []
    package = resolver.section("package", in: &context)
    let listed = resolver.section("plugins", in: &context)
    plugins = Set((listed.map { $0["modules"] ?? $0 }?.list ?? []).compactMap(\.text))
    version = resolver.section("frameworkVersion", in: &context)?.text.flatMap(Service.major)
  }

  /// The first number of a version range such as `^3.38.0` or `>=2 <4`.
  private static func major(_ range: String) -> Int? {
    let digits = range.drop { !$0.isWholeNumber }.prefix { $0.isWholeNumber }
    return Int(digits)
  }
}

extension VariableResolver {
  /// A resolved section of the configuration; nil where it isn't written or is null.
  mutating func section(_ key: String, in context: inout LoadContext) -> Node? {
    guard let node = root[key] else { return nil }
    let resolved = resolve(node, in: &context)
    return resolved.isNull ? nil : resolved
  }

  /// The resolved value at a path.
  mutating func value(_ keys: [String], in context: inout LoadContext) -> Node? {
    let before = use
    use = keys.first.flatMap { root[$0] }?.span ?? use
    defer { use = before }
    guard case .node(let node, _) = look(up: keys, below: root, address: "", in: &context) else { return nil }
    let resolved = resolve(node, in: &context)
    return resolved.isNull ? nil : resolved
  }

  /// The functions of a mapping or of a list of mappings, without those that are null.
  fileprivate mutating func functions(in context: inout LoadContext) -> [ServiceFunction] {
    guard let section = section("functions", in: &context) else { return [] }
    guard let mapping = section.mergedMapping else {
      if let text = section.text, text.hasPrefix("${") {
        context.problems.note(section.span, "the functions come from '\(text)', which can't be read")
      }
      return []
    }
    return mapping.entries.compactMap { entry in
      guard entry.value.isMapping else { return nil }
      return ServiceFunction(key: entry.key, keySpan: entry.keySpan, node: entry.value)
    }
  }

  /// The parts of `custom` that plugins read.
  fileprivate mutating func customSections(in context: inout LoadContext) -> Node? {
    guard let node = root["custom"] else { return nil }
    guard case .node(let custom, _) = shallow(node, addresses: ["self:custom"], in: &context) else { return nil }
    let read = ["alerts", "apiGatewayServiceProxies", "appSync", "serverless-iam-roles-per-function"]
    let entries = custom.entries.filter { read.contains($0.key) }.map { entry in
      Node.Entry(key: entry.key, keySpan: entry.keySpan, value: resolve(entry.value, in: &context))
    }
    return Node(entries: entries, custom.span)
  }

  /// Reads the files of environment variables where the service asks for them.
  fileprivate mutating func readDotenv(in context: LoadContext) {
    guard root["useDotenv"]?.bool == true else { return }
    for name in [".env", stage.map { ".env.\($0)" }] {
      guard let name, let bytes = context.files.read(Path.resolve(name, from: path)) else { continue }
      for entry in Dotenv.tree(String(decoding: bytes, as: UTF8.self), at: use).entries {
        dotenv[entry.key] = entry.value
      }
    }
  }
}
