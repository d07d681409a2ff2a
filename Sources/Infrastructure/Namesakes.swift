/// Those that have one name: the first of all and of each other scope, and how many there are.
struct Namesakes<ID: Sendable>: Sendable {
  let first: ID
  let scope: String
  private(set) var count = 0
  private var elsewhere: [String: ID] = [:]

  /// Of none so far; the first is to be added like all others.
  init(_ first: ID, scope: String) {
    self.first = first
    self.scope = scope
  }

  mutating func add(_ id: ID, scope: String) {
    count += 1
    if scope != self.scope, elsewhere[scope] == nil { elsewhere[scope] = id }
  }

  /// The first one of a scope.
  func first(in scope: String) -> ID? { scope == self.scope ? first : elsewhere[scope] }
}

/// Finds roles by name: one of the same scope first, then the only one elsewhere.
struct RoleNames: Sendable {
  private var all: [String: Namesakes<RoleID>] = [:]

  init(_ roles: [Role]) {
    all.reserveCapacity(roles.count)
    for index in roles.indices {
      let (id, scope) = (roles[index].id, roles[index].scope)
      all[roles[index].physicalName.raw, default: Namesakes(id, scope: scope)].add(id, scope: scope)
    }
  }

  func find(_ name: String, scope: String) -> RoleID? {
    guard let found = all[name] else { return nil }
    return found.first(in: scope) ?? (found.count == 1 ? found.first : nil)
  }
}
