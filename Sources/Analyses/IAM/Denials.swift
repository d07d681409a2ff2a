import Infrastructure

/// What a role may not do after all: explicit denials without conditions, and its permissions boundary.
struct Denials {
  private let graph: ResourceGraph
  private let denied: [Statement]
  private let boundary: [Statement]?

  init(_ role: Role, in graph: ResourceGraph) {
    self.graph = graph
    denied = (role.statements + (role.boundary ?? [])).filter { $0.effect == .deny && $0.conditions.isEmpty }
    boundary = role.boundary?.filter { $0.effect == .allow }
  }

  /// Whether there is nothing to subtract, so that grants of equal text are equal.
  var isEmpty: Bool { denied.isEmpty && boundary == nil }

  /// The actions that remain of a grant on a resource.
  func remaining(_ actions: [String], on id: ResourceID, keys: Text?) -> [String] {
    guard !isEmpty else { return actions }
    return actions.filter { action in
      !denied.contains { covers($0, action, id, keys) } && (boundary?.contains { covers($0, action, id, nil) } ?? true)
    }
  }

  /// Whether a statement speaks of an action on all the given keys of a resource; nil keys ask for any of them.
  private func covers(_ statement: Statement, _ action: String, _ id: ResourceID, _ keys: Text?) -> Bool {
    let matched: Bool
    switch statement.actions {
    case .only(let patterns): matched = patterns.contains { Denials.matches($0.value, action) }
    case .allBut(let patterns): matched = !patterns.contains { Denials.matches($0.value, action) }
    }
    guard matched else { return false }
    switch statement.resources {
    case .only(let patterns): return patterns.contains { includes($0.value, id, keys) }
    case .allBut(let patterns): return !patterns.contains { includes($0.value, id, nil) }
    }
  }

  private static func matches(_ pattern: String, _ action: String) -> Bool {
    Glob.matches(pattern: Array(pattern.lowercased().utf8), Array(action.lowercased().utf8))
  }

  private func includes(_ pattern: Text, _ id: ResourceID, _ keys: Text?) -> Bool {
    let resource = graph[id]
    guard let part = ResourcePart(pattern, kind: resource.kind, in: graph) else { return false }
    var symbols = SymbolTable()
    guard NamePattern(part.name, symbols: &symbols).matches(NamePattern(resource.physicalName, symbols: &symbols))
    else {
      return false
    }
    guard resource.kind == .bucket, let keys else { return true }
    guard let own = part.keys else { return false }
    return own.raw == "*" || own == keys || Denials.isBelow(keys, own)
  }

  /// Whether all keys of a glob begin with what the other glob, one with a single `*` at its end, begins with.
  private static func isBelow(_ keys: Text, _ other: Text) -> Bool {
    guard let head = NamePattern.exactPart(of: other) else { return false }
    return keys.raw.hasPrefix(head.raw)
  }
}
