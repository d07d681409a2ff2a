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

  /// Statements or managed policies to be attached to a role that is named by its text.
  struct Attachment: Sendable {
    var role: Text
    let scope: String
    var statements: [Statement]
    let managedPolicies: [Spanned<String>]
    let mentions: [Spanned<Text>]
    let isComplete: Bool
  }

  var graph = ResourceGraph()
  var drafts: [Draft] = []
  var attachments: [Attachment] = []
  var resourceStatements: [ResourceStatement] = []
  private var identityReferences: [(ResourceID, Reference, scope: String)] = []
  private var functionPositions: [ResourceID: Int] = [:]

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

  package mutating func add(_ function: Function) {
    functionPositions[function.id] = graph.functions.count
    graph.functions.append(function)
  }

  package mutating func add(_ queue: Queue) { graph.queues.append(queue) }
  package mutating func add(_ topic: Topic) { graph.topics.append(topic) }
  package mutating func add(_ table: Table) { graph.tables.append(table) }
  package mutating func add(_ alarm: Alarm) { graph.alarms.append(alarm) }
  package mutating func add(_ permission: InvokePermission) { graph.invokePermissions.append(permission) }
  package mutating func add(_ target: ScalingTarget) { graph.scalingTargets.append(target) }
  package mutating func relate(_ draft: Draft) { drafts.append(draft) }

  /// Changes a function that was added before, such as when a satellite resource configures it.
  package mutating func update(function id: ResourceID, _ change: (inout Function) -> Void) {
    guard let index = functionPositions[id] else { return }
    change(&graph.functions[index])
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

extension GraphBuilder {
  /// Ties names to resources and returns the finished graph.
  package consuming func finish() -> ResourceGraph {
    if !graph.definitions.isEmpty { applyDefinitions() }
    graph.names.build(graph.resources, assumptions: graph.assumptions)
    for draft in drafts { link(draft) }
    linkReferences()
    linkRoles()
    relateOwnLogs()
    indexRelations()
    graph.functionIndex = index(graph.functions.map(\.id))
    graph.queueIndex = index(graph.queues.map(\.id))
    graph.tableIndex = index(graph.tables.map(\.id))
    graph.topicIndex = index(graph.topics.map(\.id))
    let isOwn = graph.functions.allSatisfy { !graph.resources[$0.id.index].isGenerated }
    graph.ownFunctions = isOwn ? graph.functions : graph.functions.filter { !graph.resources[$0.id.index].isGenerated }
    return graph
  }

  private mutating func link(_ draft: Draft) {
    guard let from = resolve(draft.from, scope: draft.scope), let to = resolve(draft.to, scope: draft.scope) else {
      return
    }
    let kind: Relation.Kind = graph[to].kind.hasIdentity ? .trigger : .forward
    graph.relations.append(
      Relation(
        id: RelationID(graph.relations.count), kind: kind, from: from, to: to, via: draft.via, mode: draft.mode,
        filter: draft.filter, isEnabled: draft.isEnabled, span: draft.span, name: draft.name, polling: draft.polling,
        deadLetter: draft.deadLetter, wait: draft.wait, emission: draft.emission,
        certainty: min(draft.certainty, draft.from.certainty, draft.to.certainty)))
  }

  private mutating func resolve(_ endpoint: Endpoint, scope: String) -> ResourceID? {
    switch endpoint {
    case .resource(let id): return id
    case .reference(let text, let span, let expected), .conclusion(let text, let span, let expected, _):
      let locator = Locator.parse(text, expecting: expected) ?? Locator(kind: .external, name: text)
      if let id = graph.names.find(kind: locator.kind, name: locator.name, scope: scope) { return id }
      return external(locator, span: span, scope: scope)
    }
  }

  /// A resource that the files name but do not declare.
  private mutating func external(_ locator: Locator, span: Span, scope: String) -> ResourceID {
    let id = declare(
      locator.kind, name: locator.name.description, physicalName: locator.name, span: span, scope: scope,
      isExternal: true)
    graph.names.insert(graph.resources[id.index])
    return id
  }

  /// Ties the references inside functions, queues and permissions; the lists leave the graph meanwhile, so that asking
  /// it for a resource copies none of them.
  private mutating func linkReferences() {
    var functions: [Function] = []
    swap(&functions, &graph.functions)
    for index in functions.indices {
      if functions[index].deadLetter == nil, functions[index].onSuccess == nil, functions[index].onFailure == nil {
        continue
      }
      let scope = graph.resources[functions[index].id.index].scope
      functions[index].deadLetter = functions[index].deadLetter.map { linked($0, scope: scope) }
      functions[index].onSuccess = functions[index].onSuccess.map { linked($0, scope: scope) }
      functions[index].onFailure = functions[index].onFailure.map { linked($0, scope: scope) }
    }
    swap(&functions, &graph.functions)
    var queues: [Queue] = []
    swap(&queues, &graph.queues)
    for index in queues.indices {
      guard case .known(var redrive, let span) = queues[index].redrive else { continue }
      redrive.target = linked(redrive.target, scope: graph.resources[queues[index].id.index].scope, expecting: .queue)
      queues[index].redrive = .known(redrive, span)
    }
    swap(&queues, &graph.queues)
    var permissions: [InvokePermission] = []
    swap(&permissions, &graph.invokePermissions)
    for index in permissions.indices {
      permissions[index].function = linked(permissions[index].function, scope: "", expecting: .function)
    }
    swap(&permissions, &graph.invokePermissions)
  }

  /// A reference with the resource that its text means.
  private func linked(_ reference: Reference, scope: String, expecting kind: ResourceKind? = nil) -> Reference {
    Reference(
      reference.text, reference.span, resource: graph.resource(reference.text, expecting: kind, scope: scope),
      certainty: reference.certainty)
  }

  private mutating func linkRoles() {
    let byName = RoleNames(graph.roles)
    for attachment in attachments {
      guard let id = role(attachment.role, scope: attachment.scope, in: byName) else { continue }
      graph.roles[id.index].statements += attachment.statements
      graph.roles[id.index].managedPolicies += attachment.managedPolicies
      graph.roles[id.index].mentions += attachment.mentions
      if !attachment.isComplete { graph.roles[id.index].isComplete = false }
    }
    let named = resourceStatements.map { entry in
      entry.principals.roles.compactMap { role($0, scope: entry.scope, in: byName) }
    }
    attachResourceStatements(to: named)
    for index in graph.functions.indices where graph.functions[index].role == nil {
      guard let reference = graph.functions[index].roleReference else { continue }
      let scope = graph.resources[graph.functions[index].id.index].scope
      graph.functions[index].role = role(reference.text, scope: scope, in: byName)
    }
    for (id, reference, scope) in identityReferences {
      if let role = role(reference.text, scope: scope, in: byName) { graph.identities[id] = role }
    }
  }

  /// The role that a name or a role ARN means.
  private func role(_ text: Text, scope: String, in byName: RoleNames) -> RoleID? {
    var name = text
    if text.raw.hasPrefix("arn:"), let path = text.split(on: ":", maxSplits: 5).last {
      name = path.split(on: "/").last ?? path
    }
    return byName.find(name.raw, scope: scope) ?? byName.find(graph.assumed(name).raw, scope: scope)
  }

  private mutating func indexRelations() {
    graph.outgoing = Array(repeating: [], count: graph.resources.count)
    graph.incoming = graph.outgoing
    graph.triggers = Array(repeating: [], count: graph.resources.count)
    for relation in graph.relations {
      graph.outgoing[relation.from.index].append(relation.id)
      graph.incoming[relation.to.index].append(relation.id)
      guard relation.kind == .trigger, relation.isEnabled.value != false else { continue }
      graph.triggers[relation.to.index].append(relation)
    }
  }

  private func index(_ ids: [ResourceID]) -> [Int32] {
    var result = [Int32](repeating: -1, count: graph.resources.count)
    for (position, id) in ids.enumerated() { result[id.index] = Int32(clamping: position) }
    return result
  }
}

/// Finds roles by name: one of the same scope first, then the only one elsewhere.
private struct RoleNames {
  private var own: [String: [String: RoleID]] = [:]
  private var all: [String: (first: RoleID, count: Int)] = [:]

  init(_ roles: [Role]) {
    for role in roles {
      let name = role.physicalName.raw
      if own[role.scope]?[name] == nil { own[role.scope, default: [:]][name] = role.id }
      all[name] = all[name].map { ($0.first, $0.count + 1) } ?? (role.id, 1)
    }
  }

  func find(_ name: String, scope: String) -> RoleID? {
    if let id = own[scope]?[name] { return id }
    guard let found = all[name], found.count == 1 else { return nil }
    return found.first
  }
}
