package import Diagnostics

/// Everything the files of one run set up, in one typed graph: what the analyses and rules see.
///
/// Immutable once `GraphBuilder.finish()` made it. Resources and relations keep the order of the files.
package struct ResourceGraph: Sendable {
  package internal(set) var resources: [Resource] = []
  package internal(set) var relations: [Relation] = []
  package internal(set) var functions: [Function] = []
  package internal(set) var queues: [Queue] = []
  package internal(set) var topics: [Topic] = []
  package internal(set) var tables: [Table] = []
  package internal(set) var roles: [Role] = []
  package internal(set) var network = Network()
  package internal(set) var alarms: [Alarm] = []
  package internal(set) var invokePermissions: [InvokePermission] = []
  package internal(set) var scalingTargets: [ScalingTarget] = []
  /// The roles of state machines, pipes and other identities that are no functions.
  package internal(set) var identities: [ResourceID: RoleID] = [:]
  /// Where a value written at one place was defined: the parameter, variable or included file behind a span.
  package internal(set) var origins: [Span: Span] = [:]
  /// Values that symbols have unless somebody overrides them, such as a parameter's default.
  package internal(set) var assumptions: [String: String] = [:]

  var functionIndex: [Int32] = []
  var queueIndex: [Int32] = []
  var tableIndex: [Int32] = []
  var topicIndex: [Int32] = []
  var outgoing: [[RelationID]] = []
  var incoming: [[RelationID]] = []
  var names = NameIndex()

  package init() {}
}

extension ResourceGraph {
  package subscript(id: ResourceID) -> Resource { resources[id.index] }
  package subscript(id: RelationID) -> Relation { relations[id.index] }
  package subscript(id: RoleID) -> Role { roles[id.index] }

  /// The settings of a function; nil when the resource is none or lies outside the files.
  package func function(_ id: ResourceID) -> Function? {
    functionIndex[id.index] < 0 ? nil : functions[Int(functionIndex[id.index])]
  }

  /// The settings of a queue; nil when the resource is none or lies outside the files.
  package func queue(_ id: ResourceID) -> Queue? {
    queueIndex[id.index] < 0 ? nil : queues[Int(queueIndex[id.index])]
  }

  /// The settings of a table; nil when the resource is none or lies outside the files.
  package func table(_ id: ResourceID) -> Table? {
    tableIndex[id.index] < 0 ? nil : tables[Int(tableIndex[id.index])]
  }

  /// The settings of a topic; nil when the resource is none or lies outside the files.
  package func topic(_ id: ResourceID) -> Topic? {
    topicIndex[id.index] < 0 ? nil : topics[Int(topicIndex[id.index])]
  }

  /// The relations that leave a resource, in source order.
  package func relations(from id: ResourceID) -> [RelationID] { outgoing[id.index] }

  /// The relations that arrive at a resource, in source order.
  package func relations(to id: ResourceID) -> [RelationID] { incoming[id.index] }

  /// The role of a function, state machine or pipe; nil when it lies outside the files.
  package func role(of id: ResourceID) -> RoleID? { function(id)?.role ?? identities[id] }

  /// The resource that a name, ARN or URL means, as seen from a scope; nil when the files declare none.
  package func resource(_ text: Text, expecting kind: ResourceKind?, scope: String) -> ResourceID? {
    Locator.parse(text, expecting: kind).flatMap { names.find(kind: $0.kind, name: $0.name, scope: scope) }
  }

  /// The declared resource of a kind and physical name, as seen from a scope.
  package func find(kind: ResourceKind, name: Text, scope: String) -> ResourceID? {
    names.find(kind: kind, name: name, scope: scope)
  }

  /// A text with the default values of its parameters filled in.
  package func assumed(_ text: Text) -> Text {
    assumptions.isEmpty ? text : text.replacingSymbols { assumptions[$0] }
  }
}

/// Finds declared resources by kind and physical name.
struct NameIndex: Sendable {
  private struct Key: Hashable {
    let kind: ResourceKind
    let name: String
  }

  private var entries: [Key: [(scope: String, id: ResourceID)]] = [:]
  private var assumptions: [String: String] = [:]
  private var assumed: [Key: [(scope: String, id: ResourceID)]] = [:]

  /// Enters every resource, declared ones before those that are only referred to.
  mutating func build(_ resources: [Resource], assumptions: [String: String]) {
    self.assumptions = assumptions
    entries.reserveCapacity(resources.count)
    for resource in resources { insert(resource) }
  }

  mutating func insert(_ resource: Resource) {
    let key = Key(kind: resource.kind, name: resource.physicalName.raw)
    entries[key, default: []].append((resource.scope, resource.id))
    guard resource.physicalName.hasSymbols, !assumptions.isEmpty else { return }
    let text = resource.physicalName.replacingSymbols { assumptions[$0] }
    if text != resource.physicalName {
      assumed[Key(kind: resource.kind, name: text.raw), default: []].append((resource.scope, resource.id))
    }
  }

  /// The resource of a name: one of the same scope first, then the only one elsewhere whose name is more than symbols.
  func find(kind: ResourceKind, name: Text, scope: String) -> ResourceID? {
    if let id = pick(entries[Key(kind: kind, name: name.raw)], name: name, scope: scope) { return id }
    guard !assumptions.isEmpty else { return nil }
    let text = name.hasSymbols ? name.replacingSymbols { assumptions[$0] } : name
    return pick(entries[Key(kind: kind, name: text.raw)], name: text, scope: scope)
      ?? pick(assumed[Key(kind: kind, name: text.raw)], name: text, scope: scope)
  }

  private func pick(_ found: [(scope: String, id: ResourceID)]?, name: Text, scope: String) -> ResourceID? {
    guard let found else { return nil }
    if let own = found.first(where: { $0.scope == scope }) { return own.id }
    let isScoped = name.raw.utf8.contains(UInt8(ascii: "#"))
    guard found.count == 1, isScoped || name.hasLiteralPart else { return nil }
    return found[0].id
  }
}
