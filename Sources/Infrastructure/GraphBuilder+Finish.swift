import Diagnostics

extension GraphBuilder {
  /// Ties names to resources and returns the finished graph.
  package consuming func finish() -> ResourceGraph {
    if !graph.definitions.isEmpty { applyDefinitions() }
    graph.names.build(graph.resources, assumptions: graph.assumptions)
    linkEnds()
    linkReferences()
    linkRoles()
    relateOwnLogs()
    indexRelations()
    let others = graph.resources.count - graph.functionIndex.count
    graph.functionIndex.append(contentsOf: repeatElement(-1, count: max(others, 0)))
    graph.queueIndex = index(graph.queues.map(\.id))
    graph.tableIndex = index(graph.tables.map(\.id))
    graph.topicIndex = index(graph.topics.map(\.id))
    let isOwn = graph.functions.allSatisfy { !graph.resources[$0.id.index].isGenerated }
    graph.ownFunctions = isOwn ? graph.functions : graph.functions.filter { !graph.resources[$0.id.index].isGenerated }
    return ResourceGraph(graph)
  }

  /// Ties the ends of each relation to resources, and sees what it is by what its target is.
  private mutating func linkEnds() {
    for index in ends.indices {
      let from = resolve(ends[index].from, scope: ends[index].scope)
      let to = resolve(ends[index].to, scope: ends[index].scope)
      let kind: Relation.Kind = graph.resources[to.index].kind.hasIdentity ? .trigger : .forward
      graph.relations[index].tie(from, to, as: kind)
    }
  }

  private mutating func resolve(_ endpoint: Endpoint, scope: String) -> ResourceID {
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

  /// Ties to roles what names them; entering all names of roles pays only where something does.
  private mutating func linkRoles() {
    let unlinked = graph.functions.indices.filter {
      graph.functions[$0].role == nil && graph.functions[$0].roleReference != nil
    }
    guard
      !unlinked.isEmpty || !attachments.isEmpty || !resourceStatements.isEmpty || !identityReferences.isEmpty
    else { return }
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
    for index in unlinked {
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
    for index in graph.relations.indices {
      let (from, to) = (graph.relations[index].from, graph.relations[index].to)
      graph.outgoing[from.index].append(RelationID(index))
      graph.incoming[to.index].append(RelationID(index))
      guard graph.relations[index].kind == .trigger, graph.relations[index].isEnabled.value != false else { continue }
      graph.triggers[to.index].append(graph.relations[index])
    }
  }

  private func index(_ ids: [ResourceID]) -> [Int32] {
    var result = [Int32](repeating: -1, count: graph.resources.count)
    for (position, id) in ids.enumerated() { result[id.index] = Int32(clamping: position) }
    return result
  }
}
