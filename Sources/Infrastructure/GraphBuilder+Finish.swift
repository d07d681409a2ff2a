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

  /// Ties the references inside functions, queues and permissions.
  private mutating func linkReferences() {
    let linker = Linker(names: graph.names, resources: graph.resources)
    for index in graph.functions.indices { linker.link(&graph.functions[index]) }
    for index in graph.queues.indices {
      guard case .known(var redrive, let span) = graph.queues[index].redrive else { continue }
      redrive.target = linker.linked(redrive.target, scope: linker.scope(graph.queues[index].id), expecting: .queue)
      graph.queues[index].redrive = .known(redrive, span)
    }
    for index in graph.invokePermissions.indices {
      let function = graph.invokePermissions[index].function
      graph.invokePermissions[index].function = linker.linked(function, scope: "", expecting: .function)
    }
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

/// What ties references to resources: apart from the graph, so that lists of that can be changed meanwhile.
private struct Linker {
  let names: NameIndex
  let resources: [Resource]

  func scope(_ id: ResourceID) -> String { resources[id.index].scope }

  /// A reference with the resource that its text means.
  func linked(_ reference: Reference, scope: String, expecting kind: ResourceKind? = nil) -> Reference {
    Reference(
      reference.text, reference.span, resource: names.find(reference.text, expecting: kind, scope: scope),
      certainty: reference.certainty)
  }

  func link(_ function: inout Function) {
    if function.deadLetter == nil, function.onSuccess == nil, function.onFailure == nil { return }
    let scope = scope(function.id)
    function.deadLetter = function.deadLetter.map { linked($0, scope: scope) }
    function.onSuccess = function.onSuccess.map { linked($0, scope: scope) }
    function.onFailure = function.onFailure.map { linked($0, scope: scope) }
  }
}
