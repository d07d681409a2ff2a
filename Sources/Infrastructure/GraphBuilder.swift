package import Diagnostics

/// Collects what the loaders read and ties it together once all files are in.
///
/// Loaders name the other end of a relation by its text; which resource that text means is decided in `finish()`, so
/// the order of files and resources makes no difference.
package struct GraphBuilder: Sendable {
  /// One end of a relation.
  package enum Endpoint: Sendable {
    case resource(ResourceID)
    /// A name, ARN or URL, and the kind that its place asks for.
    case reference(Text, Span, expecting: ResourceKind?)
    /// A reference that stands nowhere and was concluded from something else.
    case conclusion(Text, Span, expecting: ResourceKind?, Certainty)

    var certainty: Certainty {
      switch self {
      case .resource, .reference: .exact
      case .conclusion(_, _, _, let certainty): certainty
      }
    }
  }

  /// A relation as a loader knows it; whether it triggers or forwards is decided by what its target turns out to be.
  package struct Draft: Sendable {
    package var kind: Relation.Kind
    package var from: Endpoint
    package var to: Endpoint
    package var via: Via
    package var mode: Relation.Mode
    package var span: Span
    package var scope: String
    package var filter: EventFilter = .all
    package var isEnabled: Setting<Bool>
    package var name: String?
    package var polling: Polling?
    package var deadLetter: Reference?
    package var wait: CallerWait?
    package var emission: Emission?
    /// How surely it is the relation that was written, whatever its ends say.
    package var certainty = Certainty.exact

    package init(
      _ kind: Relation.Kind, from: Endpoint, to: Endpoint, via: Via, mode: Relation.Mode, span: Span, scope: String
    ) {
      self.kind = kind
      self.from = from
      self.to = to
      self.via = via
      self.mode = mode
      self.span = span
      self.scope = scope
      isEnabled = .unset(near: span)
    }
  }

  /// The ends of a relation that waits for all names to be known.
  struct Ends: Sendable {
    var from: Endpoint
    var to: Endpoint
    let scope: String
  }

  /// Statements or managed policies to be attached to a role that is named by its text.
  struct Attachment: Sendable {
    var role: Text
    let scope: String
    var statements: [Statement]
    let managedPolicies: [Spanned<String>]
    let mentions: [Spanned<Text>]
    let isComplete: Bool
  }

  var graph = GraphContent()
  /// What relations lead from and to, in their order.
  var ends: [Ends] = []
  var attachments: [Attachment] = []
  var resourceStatements: [ResourceStatement] = []
  var identityReferences: [(ResourceID, Reference, scope: String)] = []

  package init() {}

  /// What was declared so far, for loaders that build on each other's resources.
  package var network: Network {
    get { graph.network }
    _modify { yield &graph.network }
  }

  /// How many functions were added so far.
  package var functionCount: Int { graph.functions.count }
}

extension GraphBuilder {
  /// Declares a resource and returns its id.
  ///
  /// - Parameter physicalName: nil where the service makes the name up.
  package mutating func declare(
    _ kind: ResourceKind, name: String, physicalName: Text? = nil, span: Span, scope: String, isExternal: Bool = false,
    isGenerated: Bool = false
  ) -> ResourceID {
    let id = ResourceID(graph.resources.count)
    graph.resources.append(
      Resource(
        id: id, kind: kind, name: name, physicalName: physicalName ?? .symbol(name, scope: scope), span: span,
        scope: scope, isExternal: isExternal, isGenerated: isGenerated))
    return id
  }

  /// Makes room for what a loader is about to declare.
  package mutating func makeRoom(forResources resources: Int, functions: Int) {
    graph.resources.makeRoom(for: resources)
    graph.functions.makeRoom(for: functions)
    // Most functions have a role and an event.
    graph.roles.makeRoom(for: functions)
    graph.relations.makeRoom(for: functions)
    ends.makeRoom(for: functions)
  }

  package mutating func add(_ function: consuming Function) {
    let index = function.id.index
    let missing = index + 1 - graph.functionIndex.count
    if missing > 0 { graph.functionIndex.append(contentsOf: repeatElement(-1, count: missing)) }
    graph.functionIndex[index] = Int32(clamping: graph.functions.count)
    graph.functions.append(function)
  }

  package mutating func add(_ queue: consuming Queue) { graph.queues.append(queue) }
  package mutating func add(_ topic: consuming Topic) { graph.topics.append(topic) }
  package mutating func add(_ table: consuming Table) { graph.tables.append(table) }
  package mutating func add(_ alarm: Alarm) { graph.alarms.append(alarm) }
  package mutating func add(_ permission: InvokePermission) { graph.invokePermissions.append(permission) }
  package mutating func add(_ target: ScalingTarget) { graph.scalingTargets.append(target) }

  package mutating func relate(_ draft: consuming Draft) {
    ends.append(Ends(from: draft.from, to: draft.to, scope: draft.scope))
    graph.relations.append(Relation(draft, id: RelationID(graph.relations.count)))
  }

  /// Changes a function that was added before, such as when a satellite resource configures it.
  package mutating func update(function id: ResourceID, _ change: (inout Function) -> Void) {
    guard graph.functionIndex.indices.contains(id.index), graph.functionIndex[id.index] >= 0 else { return }
    change(&graph.functions[Int(graph.functionIndex[id.index])])
  }

  /// The resource a text means among those declared so far; slow, for satellites that configure other resources.
  package func declared(_ text: Text, expecting kind: ResourceKind, scope: String) -> ResourceID? {
    guard let locator = Locator.parse(text, expecting: kind) else { return nil }
    let found = graph.resources.filter { $0.kind == locator.kind && $0.physicalName == locator.name }
    return (found.first { $0.scope == scope } ?? (locator.name.hasLiteralPart ? found.first : nil))?.id
  }

  /// Declares a role and returns its id.
  package mutating func declareRole(name: String, physicalName: Text? = nil, span: Span, scope: String) -> RoleID {
    let id = RoleID(graph.roles.count)
    graph.roles.append(
      Role(id: id, name: name, physicalName: physicalName ?? .symbol(name, scope: scope), scope: scope, span: span))
    return id
  }

  package mutating func update(role id: RoleID, _ change: (inout Role) -> Void) { change(&graph.roles[id.index]) }

  /// Attaches statements and managed policies to the role that a name or ARN means, once it is known.
  package mutating func attach(
    toRole role: Text, scope: String, statements: [Statement], managedPolicies: [Spanned<String>] = [],
    mentions: [Spanned<Text>] = [], isComplete: Bool = true
  ) {
    attachments.append(
      Attachment(
        role: role, scope: scope, statements: statements, managedPolicies: managedPolicies, mentions: mentions,
        isComplete: isComplete))
  }

  /// Says under which role a state machine or pipe runs.
  package mutating func identify(_ id: ResourceID, as role: RoleID) { graph.identities[id] = role }

  package mutating func identify(_ id: ResourceID, as role: Reference, scope: String) {
    identityReferences.append((id, role, scope))
  }

  /// Notes where a value written at one place was defined.
  package mutating func note(origin: Span, of span: Span) { graph.origins[span] = origin }

  /// Notes the value that a symbol has unless somebody overrides it; the first one noted counts.
  package mutating func assume(_ symbol: String, is value: String) {
    if graph.assumptions[symbol] == nil { graph.assumptions[symbol] = value }
  }

  /// Says what a symbol stands for, wherever in the run it is used: an export, a stored parameter, a remote output.
  package mutating func define(_ symbol: String, as text: Text) { graph.definitions[symbol] = text }
}

extension Array {
  /// Makes room for more elements at once, and at least as much as one by one would make.
  mutating func makeRoom(for more: Int) {
    if capacity < count + more { reserveCapacity(Swift.max(count + more, 2 * capacity)) }
  }
}
