package import Diagnostics

/// Everything the files of one run set up, in one typed graph: what the analyses and rules see.
///
/// Immutable once `GraphBuilder.finish()` made it. Resources and relations keep the order of the files.
package struct ResourceGraph: Sendable {
  package internal(set) var resources: [Resource] = []
  package internal(set) var relations: [Relation] = []
  package internal(set) var functions: [Function] = []
  /// The functions that findings may be about: declared in the files, and not made by a framework on its own behalf.
  package internal(set) var ownFunctions: [Function] = []
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
  /// What symbols stand for wherever in the run they are used: exports, stored parameters, remote outputs.
  package internal(set) var definitions: [String: Text] = [:]
  /// Where something was written that a graph file tells of: the file and line that the span of its entry stands for.
  package internal(set) var places: [Span: WrittenPlace] = [:]
  /// The graph files among the sources.
  package internal(set) var graphFiles: Set<FileID> = []

  var functionIndex: [Int32] = []
  var queueIndex: [Int32] = []
  var tableIndex: [Int32] = []
  var topicIndex: [Int32] = []
  var outgoing: [[RelationID]] = []
  var incoming: [[RelationID]] = []
  /// The enabled triggers of each resource.
  var triggers: [[Relation]] = []
  var names = NameIndex()

  package init() {}
}

extension ResourceGraph {
  // Lent rather than returned: most callers look at one field of a large value.
  package subscript(id: ResourceID) -> Resource { _read { yield resources[id.index] } }
  package subscript(id: RelationID) -> Relation { _read { yield relations[id.index] } }
  package subscript(id: RoleID) -> Role { _read { yield roles[id.index] } }

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

  /// The enabled triggers of a function, in source order.
  package func triggers(of function: ResourceID) -> [Relation] { triggers[function.index] }

  /// The role of a function, state machine or pipe; nil when it lies outside the files.
  package func role(of id: ResourceID) -> RoleID? {
    let position = functionIndex[id.index]
    return (position < 0 ? nil : functions[Int(position)].role) ?? identities[id]
  }

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
