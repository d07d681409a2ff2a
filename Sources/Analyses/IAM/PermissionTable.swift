import Diagnostics
import Infrastructure

/// Every identity's permissions to cause events, with each distinct wildcard resolved once.
struct PermissionTable {
  enum Target {
    case resource(ResourceID)
    case hub(Int)
  }

  /// One permission of one identity.
  struct Permission {
    let from: ResourceID
    let target: Target
    let event: EventClass
    let evidence: Write.Evidence
    let span: Span
    let source: String?
    let isBySharedRole: Bool
  }

  /// The resources that a wildcard means.
  struct Hub {
    let event: EventClass
    let targets: [(id: ResourceID, evidence: Write.Evidence)]
  }

  /// What makes two wildcards the same.
  private struct HubKey: Hashable {
    let kind: ResourceKind
    let target: Grant.Target
    let emission: Emission
    let scope: String
    let isManaged: Bool
    /// Set where the role has denials of its own.
    let role: RoleID?
  }

  private(set) var all: [Permission] = []
  private(set) var hubs: [Hub] = []
  private var ranges: [ResourceID: Range<Int>] = [:]
  private var numbers: [HubKey: Int] = [:]
  private let graph: ResourceGraph
  private let candidates: [ResourceKind: [ResourceID]]

  init(_ graph: ResourceGraph) {
    self.graph = graph
    candidates = PermissionTable.candidates(graph)
    var grants: [RoleID: [Grant]] = [:]
    for resource in graph.resources where resource.kind.hasIdentity {
      guard let role = graph.role(of: resource.id) else { continue }
      let start = all.count
      if grants[role] == nil { grants[role] = GrantReader(graph: graph, role: graph[role]).grants() }
      for grant in grants[role] ?? [] { add(grant, of: resource, role: graph[role]) }
      ranges[resource.id] = start..<all.count
    }
  }

  func permissions(of id: ResourceID) -> Range<Int> { ranges[id] ?? 0..<0 }

  /// The resources in which an event can lead on to something, by kind.
  private static func candidates(_ graph: ResourceGraph) -> [ResourceKind: [ResourceID]] {
    var result: [ResourceKind: [ResourceID]] = [:]
    for resource in graph.resources {
      guard resource.kind.hasIdentity ? !resource.isExternal : !graph.relations(from: resource.id).isEmpty else {
        continue
      }
      result[resource.kind, default: []].append(resource.id)
    }
    return result
  }

  private mutating func add(_ grant: Grant, of resource: Resource, role: Role) {
    if let callers = grant.callers, !callers.contains(where: { isNamed(resource, by: $0) }) { return }
    let denials = Denials(role, in: graph)
    switch grant.target {
    case .resource(let id):
      let actions = denials.remaining(grant.actions, on: id, keys: grant.keys)
      guard !actions.isEmpty else { return }
      append(grant, .resource(id), actions, grant.isManaged ? .managedWildcard : .exact, resource, role)
    case .named, .allBut:
      guard let hub = hub(for: grant, of: resource, role: role, denials: denials) else { return }
      append(grant, .hub(hub), grant.actions, grant.isManaged ? .managedWildcard : .wildcard, resource, role)
    }
  }

  private mutating func append(
    _ grant: Grant, _ target: Target, _ actions: [String], _ evidence: Write.Evidence, _ resource: Resource,
    _ role: Role
  ) {
    all.append(
      Permission(
        from: resource.id, target: target, event: PermissionTable.event(grant, actions), evidence: evidence,
        span: grant.span, source: grant.source, isBySharedRole: role.isSharedByDefault))
  }

  private static func event(_ grant: Grant, _ actions: [String]) -> EventClass {
    EventClass(
      origin: .written,
      emission: Emission(
        actions: actions, keys: grant.keys.map { [$0] } ?? [], sources: grant.sources, detailTypes: grant.detailTypes))
  }

  private func isNamed(_ resource: Resource, by caller: Text) -> Bool {
    var symbols = SymbolTable()
    guard let locator = Locator.parse(caller, expecting: .function) else { return true }
    return NamePattern(locator.name, symbols: &symbols).matches(NamePattern(resource.physicalName, symbols: &symbols))
  }

  private mutating func hub(for grant: Grant, of resource: Resource, role: Role, denials: Denials) -> Int? {
    let event = PermissionTable.event(grant, grant.actions)
    guard let emission = event.emission else { return nil }
    let key = HubKey(
      kind: grant.kind, target: grant.target, emission: emission, scope: resource.scope, isManaged: grant.isManaged,
      role: denials.isEmpty ? nil : role.id)
    if let number = numbers[key] { return number }
    let targets = targets(of: grant, scope: resource.scope, denials: denials)
    guard !targets.isEmpty else { return nil }
    let number = hubs.count
    hubs.append(Hub(event: event, targets: targets))
    numbers[key] = number
    return number
  }

  private func targets(of grant: Grant, scope: String, denials: Denials) -> [(id: ResourceID, evidence: Write.Evidence)]
  {
    var symbols = SymbolTable()
    let weakest: Write.Evidence = grant.isManaged ? .managedWildcard : .wildcard
    return (candidates[grant.kind] ?? []).compactMap { id in
      let resource = graph[id]
      guard PermissionTable.isSameSystem(scope, resource.scope),
        let evidence = evidence(for: resource, grant.target, weakest, symbols: &symbols),
        denials.remaining(grant.actions, on: id, keys: grant.keys).count == grant.actions.count
          || !denials.remaining(grant.actions, on: id, keys: grant.keys).isEmpty
      else { return nil }
      return (id, evidence)
    }
  }

  /// Whether one stack holds or is the other; a wildcard says nothing about unrelated stacks of the same run.
  private static func isSameSystem(_ left: String, _ right: String) -> Bool {
    left == right || left.hasPrefix(right + "/") || right.hasPrefix(left + "/")
  }

  private func evidence(
    for resource: Resource, _ target: Grant.Target, _ weakest: Write.Evidence, symbols: inout SymbolTable
  ) -> Write.Evidence? {
    switch target {
    case .resource: return nil
    case .named(let name):
      if let exact = NamePattern.exactPart(of: name), exact == resource.physicalName { return .exact }
      let pattern = NamePattern(name, symbols: &symbols)
      if pattern.isEverything { return weakest }
      return names(of: resource).contains { pattern.matches(NamePattern($0, symbols: &symbols)) } ? weakest : nil
    case .allBut(let excluded):
      let isExcluded = excluded.contains { name in
        let pattern = NamePattern(name, symbols: &symbols)
        return names(of: resource).contains { pattern.matches(NamePattern($0, symbols: &symbols)) }
      }
      return isExcluded ? nil : weakest
    }
  }

  /// The names a resource may have: its own, with defaults filled in, and the one CloudFormation makes up.
  private func names(of resource: Resource) -> [Text] {
    var names = [resource.physicalName]
    let assumed = graph.assumed(resource.physicalName)
    if assumed != resource.physicalName { names.append(assumed) }
    if resource.physicalName == .symbol(resource.name, scope: resource.scope) {
      names.append(
        .symbol("AWS::StackName", scope: resource.scope) + Text("-\(resource.name)-") + resource.physicalName)
    }
    return names
  }
}
