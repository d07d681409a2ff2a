/// Finds declared resources by kind and physical name.
struct NameIndex: Sendable {
  private struct Key: Hashable {
    let kind: ResourceKind
    let name: String

    // Resources of two kinds rarely share a name, so the name alone tells them apart well enough.
    func hash(into hasher: inout Hasher) { hasher.combine(name) }
  }

  private struct Entries: Sendable {
    private var all: [Key: Namesakes<ResourceID>] = [:]

    mutating func reserve(_ count: Int) { all.reserveCapacity(count) }

    mutating func insert(_ id: ResourceID, key: Key, scope: String) {
      all[key, default: Namesakes(id, scope: scope)].add(id, scope: scope)
    }

    /// One of the same scope first, then the only one elsewhere whose name is more than symbols.
    func find(_ key: Key, name: Text, scope: String) -> ResourceID? {
      guard let found = all[key] else { return nil }
      if let own = found.first(in: scope) { return own }
      return found.count == 1 && (name.raw.holds(UInt8(ascii: "#")) || name.hasLiteralPart) ? found.first : nil
    }
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
    let key = Key(kind: resource.kind, name: resource.physicalName.raw)
    entries.insert(resource.id, key: key, scope: resource.scope)
    guard resource.physicalName.hasSymbols, !assumptions.isEmpty else { return }
    let text = resource.physicalName.replacingSymbols { assumptions[$0] }
    guard text != resource.physicalName else { return }
    assumed.insert(resource.id, key: Key(kind: resource.kind, name: text.raw), scope: resource.scope)
  }

  /// The resource of a name as seen from a scope.
  func find(kind: ResourceKind, name: Text, scope: String) -> ResourceID? {
    if let id = entries.find(Key(kind: kind, name: name.raw), name: name, scope: scope) { return id }
    guard !assumptions.isEmpty else { return nil }
    let text = name.hasSymbols ? name.replacingSymbols { assumptions[$0] } : name
    let key = Key(kind: kind, name: text.raw)
    return entries.find(key, name: text, scope: scope) ?? assumed.find(key, name: text, scope: scope)
  }

  /// The resource that a name, ARN or URL means, as seen from a scope.
  func find(_ text: Text, expecting kind: ResourceKind?, scope: String) -> ResourceID? {
    Locator.parse(text, expecting: kind).flatMap { find(kind: $0.kind, name: $0.name, scope: scope) }
  }
}
