import Diagnostics

/// What a graph holds, while it is collected and when it is finished.
struct GraphContent: Sendable {
  var resources: [Resource] = []
  var relations: [Relation] = []
  var functions: [Function] = []
  /// The functions that findings may be about: declared in the files, and not made by a framework on its own behalf.
  var ownFunctions: [Function] = []
  var queues: [Queue] = []
  var topics: [Topic] = []
  var tables: [Table] = []
  var roles: [Role] = []
  var network = Network()
  var alarms: [Alarm] = []
  var invokePermissions: [InvokePermission] = []
  var scalingTargets: [ScalingTarget] = []
  /// The roles of state machines, pipes and other identities that are no functions.
  var identities: [ResourceID: RoleID] = [:]
  /// Where a value written at one place was defined: the parameter, variable or included file behind a span.
  var origins: [Span: Span] = [:]
  /// Values that symbols have unless somebody overrides them, such as a parameter's default.
  var assumptions: [String: String] = [:]
  /// What symbols stand for wherever in the run they are used: exports, stored parameters, remote outputs.
  var definitions: [String: Text] = [:]
  /// Where something was written that a graph file tells of: the file and line that the span of its entry stands for.
  var places: [Span: WrittenPlace] = [:]
  /// The graph files among the sources.
  var graphFiles: Set<FileID> = []

  var functionIndex: [Int32] = []
  var queueIndex: [Int32] = []
  var tableIndex: [Int32] = []
  var topicIndex: [Int32] = []
  var outgoing: [[RelationID]] = []
  var incoming: [[RelationID]] = []
  /// The enabled triggers of each resource.
  var triggers: [[Relation]] = []
  var names = NameIndex()
}

extension GraphContent {
  subscript(id: ResourceID) -> Resource { _read { yield resources[id.index] } }

  func resource(_ text: Text, expecting kind: ResourceKind?, scope: String) -> ResourceID? {
    names.find(text, expecting: kind, scope: scope)
  }

  func find(kind: ResourceKind, name: Text, scope: String) -> ResourceID? {
    names.find(kind: kind, name: name, scope: scope)
  }

  func assumed(_ text: Text) -> Text { text.assuming(assumptions) }
}
