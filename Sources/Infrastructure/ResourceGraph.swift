package import Diagnostics

/// Everything the files of one run set up, in one typed graph: what the analyses and rules see.
///
/// Immutable once `GraphBuilder.finish()` made it. Resources and relations keep the order of the files.
@usableFromInline package final class ResourceGraph: Sendable {
  @usableFromInline package let resources: [Resource]
  @usableFromInline package let relations: [Relation]
  @usableFromInline package let functions: [Function]
  /// The functions that findings may be about: declared in the files, and not made by a framework on its own behalf.
  package let ownFunctions: [Function]
  @usableFromInline package let queues: [Queue]
  @usableFromInline package let topics: [Topic]
  @usableFromInline package let tables: [Table]
  @usableFromInline package let roles: [Role]
  package let network: Network
  package let alarms: [Alarm]
  package let invokePermissions: [InvokePermission]
  package let scalingTargets: [ScalingTarget]
  /// The roles of state machines, pipes and other identities that are no functions.
  @usableFromInline package let identities: [ResourceID: RoleID]
  /// Where a value written at one place was defined: the parameter, variable or included file behind a span.
  package let origins: [Span: Span]
  /// Values that symbols have unless somebody overrides them, such as a parameter's default.
  package let assumptions: [String: String]
  /// What symbols stand for wherever in the run they are used: exports, stored parameters, remote outputs.
  package let definitions: [String: Text]
  /// Where something was written that a graph file tells of: the file and line that the span of its entry stands for.
  package let places: [Span: WrittenPlace]
  /// The graph files among the sources.
  package let graphFiles: Set<FileID>

  @usableFromInline let functionIndex: [Int32]
  @usableFromInline let queueIndex: [Int32]
  @usableFromInline let tableIndex: [Int32]
  @usableFromInline let topicIndex: [Int32]
  @usableFromInline let outgoing: [[RelationID]]
  @usableFromInline let incoming: [[RelationID]]
  /// The enabled triggers of each resource.
  @usableFromInline let triggers: [[Relation]]
  private let names: NameIndex

  init(_ content: GraphContent) {
    resources = content.resources
    relations = content.relations
    functions = content.functions
    ownFunctions = content.ownFunctions
    queues = content.queues
    topics = content.topics
    tables = content.tables
    roles = content.roles
    network = content.network
    alarms = content.alarms
    invokePermissions = content.invokePermissions
    scalingTargets = content.scalingTargets
    identities = content.identities
    origins = content.origins
    assumptions = content.assumptions
    definitions = content.definitions
    places = content.places
    graphFiles = content.graphFiles
    functionIndex = content.functionIndex
    queueIndex = content.queueIndex
    tableIndex = content.tableIndex
    topicIndex = content.topicIndex
    outgoing = content.outgoing
    incoming = content.incoming
    triggers = content.triggers
    names = content.names
  }
}

extension ResourceGraph {
  // Within the callers, as most of them look at one field of a large value.
  @inlinable package subscript(id: ResourceID) -> Resource { resources[id.index] }
  @inlinable package subscript(id: RelationID) -> Relation { relations[id.index] }
  @inlinable package subscript(id: RoleID) -> Role { roles[id.index] }

  /// The settings of a function; nil when the resource is none or lies outside the files.
  @inlinable package func function(_ id: ResourceID) -> Function? {
    functionIndex[id.index] < 0 ? nil : functions[Int(functionIndex[id.index])]
  }

  /// The place of a function's settings among all of them; nil when the resource is none.
  @inlinable package func position(ofFunction id: ResourceID) -> Int? {
    functionIndex[id.index] < 0 ? nil : Int(functionIndex[id.index])
  }

  /// The settings of a queue; nil when the resource is none or lies outside the files.
  @inlinable package func queue(_ id: ResourceID) -> Queue? {
    queueIndex[id.index] < 0 ? nil : queues[Int(queueIndex[id.index])]
  }

  /// The settings of a table; nil when the resource is none or lies outside the files.
  @inlinable package func table(_ id: ResourceID) -> Table? {
    tableIndex[id.index] < 0 ? nil : tables[Int(tableIndex[id.index])]
  }

  /// The settings of a topic; nil when the resource is none or lies outside the files.
  @inlinable package func topic(_ id: ResourceID) -> Topic? {
    topicIndex[id.index] < 0 ? nil : topics[Int(topicIndex[id.index])]
  }

  /// The relations that leave a resource, in source order.
  @inlinable package func relations(from id: ResourceID) -> [RelationID] { outgoing[id.index] }

  /// The relations that arrive at a resource, in source order.
  @inlinable package func relations(to id: ResourceID) -> [RelationID] { incoming[id.index] }

  /// The enabled triggers of a function, in source order.
  @inlinable package func triggers(of function: ResourceID) -> [Relation] { triggers[function.index] }

  /// The role of a function, state machine or pipe; nil when it lies outside the files.
  @inlinable package func role(of id: ResourceID) -> RoleID? {
    let position = functionIndex[id.index]
    return (position < 0 ? nil : functions[Int(position)].role) ?? identities[id]
  }

  /// The resource that a name, ARN or URL means, as seen from a scope; nil when the files declare none.
  package func resource(_ text: Text, expecting kind: ResourceKind?, scope: String) -> ResourceID? {
    names.find(text, expecting: kind, scope: scope)
  }

  /// The declared resource of a kind and physical name, as seen from a scope.
  package func find(kind: ResourceKind, name: Text, scope: String) -> ResourceID? {
    names.find(kind: kind, name: name, scope: scope)
  }

  /// A text with the default values of its parameters filled in.
  package func assumed(_ text: Text) -> Text { text.assuming(assumptions) }
}
