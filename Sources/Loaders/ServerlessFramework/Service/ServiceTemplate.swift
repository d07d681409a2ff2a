import Diagnostics
import Documents
import Infrastructure

/// The CloudFormation template that the Framework makes of a service, as far as events and permissions go.
struct ServiceTemplate {
  let service: Service
  /// The resources that the Framework makes, in order.
  private var made: [Node.Entry] = []
  private var positions: [String: Int] = [:]
  /// Logical ids that may be referred to but that no resource here describes, with their types.
  var generated: [String: String] = [:]
  var physicalNames: [String: Text] = [:]
  /// What users call the resources, by logical id, where that is another name.
  var names: [String: String] = [:]
  /// Functions, those that constructs make included.
  var functions: [ServiceFunction] = []
  /// Keys of functions that lift lets fill their own queues, like every function, though nothing says they do.
  var workers: Set<String> = []
  /// Functions that use the service's one role.
  var sharing = 0

  init(_ service: Service) {
    self.service = service
    functions = service.functions
  }

  /// Adds a resource unless there is one of that id.
  mutating func add(_ id: String, _ type: String, _ properties: [(String, Node?)], at span: Span) {
    guard positions[id] == nil else { return }
    positions[id] = made.count
    let node = Node.mapping(
      [("Type", .string(type, at: span)), ("Properties", .mapping(properties, at: span))], at: span)
    made.append(Node.Entry(key: id, keySpan: span, value: node))
  }

  /// The roles that the Framework makes, without those of workers.
  var roles: [String] {
    let own = Set(workers.map(ServiceName.role))
    return made.filter { $0.value["Type"]?.text == "AWS::IAM::Role" && !own.contains($0.key) }.map(\.key)
  }

  func isDeclared(_ id: String) -> Bool { positions[id] != nil || service.resources?["Resources"]?[id] != nil }

  /// The template with the user's resources laid over what the Framework makes.
  func template(problems: inout Problems) -> Template {
    let user = service.resources
    let written = user?["Resources"]?.mergedMapping ?? Node(.mapping([]), user?.span ?? service.provider.span)
    var resources = Node(entries: made, written.span).merging(written)
    if let extensions = user?["extensions"] { resources = extended(resources, by: extensions) }
    var sections = (user?.entries ?? []).filter { $0.key != "Resources" && $0.key != "extensions" }
    sections.append(Node.Entry(key: "Resources", keySpan: written.span, value: resources))
    var template = Template(
      path: service.path, file: service.file, scope: service.scope, root: Node(entries: sections, written.span))
    template.stackName = Text(service.stackName)
    template.checksReferences = false
    template.generated = generated
    template.physicalNames = physicalNames
    template.names = names
    if sharing > 1 { template.sharedRoles = [ServiceName.sharedRole] }
    template.readSections(given: [:], problems: &problems)
    return template
  }

  /// `extensions` replace single properties of resources that the Framework makes.
  private func extended(_ resources: Node, by extensions: Node) -> Node {
    let entries = resources.entries.map { entry -> Node.Entry in
      guard let added = extensions[entry.key]?["Properties"] else { return entry }
      let own = entry.value["Properties"]?.entries.filter { added.entry($0.key) == nil } ?? []
      let properties = Node(entries: own + added.entries, added.span)
      let others = entry.value.entries.filter { $0.key != "Properties" }
      let value = Node(
        entries: others + [Node.Entry(key: "Properties", keySpan: added.span, value: properties)], entry.value.span)
      return Node.Entry(key: entry.key, keySpan: entry.keySpan, value: value)
    }
    return Node(entries: entries, resources.span)
  }
}
