/// Finds declared resources by kind and physical name.
struct NameIndex: Sendable {
  /// The resources of a kind that have a name.
  private struct OfKind: Sendable {
    let kind: ResourceKind
    var resources: Namesakes<ResourceID>

    /// One of the same scope first, then the only one elsewhere whose name is more than symbols.
    func find(_ name: Text, scope: String) -> ResourceID? {
      if let own = resources.first(in: scope) { return own }
      let isTold = resources.count == 1 && (name.raw.holds(UInt8(ascii: "#")) || name.hasLiteralPart)
      return isTold ? resources.first : nil
    }
  }

  private struct Entries: Sendable {
    private var names = NameTable()
    /// By the number of the name; resources of two kinds rarely share one.
    private var firstKinds: [OfKind] = []
    private var otherKinds: [Int: [OfKind]] = [:]

    mutating func reserve(_ count: Int) {
      names.reserveCapacity(count)
      firstKinds.reserveCapacity(count)
    }

    mutating func insert(_ id: ResourceID, kind: ResourceKind, name: Text, scope: String) {
      let (number, isNew) = names.enter(name.raw)
      if isNew { firstKinds.append(OfKind(kind: kind, resources: Namesakes(id, scope: scope))) }
      if firstKinds[number].kind == kind { return firstKinds[number].resources.add(id, scope: scope) }
      NameIndex.add(id, of: kind, scope: scope, to: &otherKinds[number, default: []])
    }

    func find(_ kind: ResourceKind, _ name: Text, scope: String) -> ResourceID? {
      guard let number = names[name.raw] else { return nil }
      if firstKinds[number].kind == kind { return firstKinds[number].find(name, scope: scope) }
      return otherKinds[number]?.first { $0.kind == kind }?.find(name, scope: scope)
    }
  }

  private static func add(_ id: ResourceID, of kind: ResourceKind, scope: String, to kinds: inout [OfKind]) {
    let index = kinds.firstIndex { $0.kind == kind } ?? kinds.count
    if index == kinds.count { kinds.append(OfKind(kind: kind, resources: Namesakes(id, scope: scope))) }
    kinds[index].resources.add(id, scope: scope)
  }

  private var entries = Entries()
  private var assumptions: [String: String] = [:]
  private var assumed = Entries()

  /// Enters every resource, declared ones before those that are only referred to.
  mutating func build(_ resources: [Resource], assumptions: [String: String]) {
    self.assumptions = assumptions
    entries.reserve(resources.count)
    for resource in resources { insert(resource) }
  }

  mutating func insert(_ resource: Resource) {
    let (kind, name) = (resource.kind, resource.physicalName)
    entries.insert(resource.id, kind: kind, name: name, scope: resource.scope)
    guard name.hasSymbols, !assumptions.isEmpty else { return }
    let text = name.replacingSymbols { assumptions[$0] }
    if text != name { assumed.insert(resource.id, kind: kind, name: text, scope: resource.scope) }
  }

  /// The resource of a name as seen from a scope.
  func find(kind: ResourceKind, name: Text, scope: String) -> ResourceID? {
    if let id = entries.find(kind, name, scope: scope) { return id }
    guard !assumptions.isEmpty else { return nil }
    let text = name.hasSymbols ? name.replacingSymbols { assumptions[$0] } : name
    return entries.find(kind, text, scope: scope) ?? assumed.find(kind, text, scope: scope)
  }

  /// The resource that a name, ARN or URL means, as seen from a scope.
  func find(_ text: Text, expecting kind: ResourceKind?, scope: String) -> ResourceID? {
    Locator.parse(text, expecting: kind).flatMap { find(kind: $0.kind, name: $0.name, scope: scope) }
  }
}
