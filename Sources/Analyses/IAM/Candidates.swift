import Infrastructure

/// The resources from which a written event can go on.
struct Candidates: Sendable {
  private(set) var byKind: [Neighbourhoods?]
  private var isMember: [Bool]

  init(resources count: Int) {
    byKind = Array(repeating: nil, count: ResourceKind.allCases.count)
    isMember = Array(repeating: false, count: count)
  }

  func contains(_ id: ResourceID) -> Bool { isMember[id.index] }

  mutating func insert(_ id: ResourceID, _ kind: ResourceKind, beside scope: String) {
    isMember[id.index] = true
    let place = Int(kind.rawValue)
    if byKind[place] == nil { byKind[place] = Neighbourhoods() }
    byKind[place]?.insert(id, scope: scope)
  }

  /// What no file declares is at home wherever something is related to it.
  mutating func insert(_ id: ResourceID, _ kind: ResourceKind, besideUsersIn graph: ResourceGraph) {
    var scopes: Set<String> = [graph.scope(of: id)]
    let users = graph.relations(from: id).map(graph.target(of:)) + graph.relations(to: id).map(graph.origin(of:))
    for user in users where scopes.insert(graph.scope(of: user)).inserted {
      insert(id, kind, beside: graph.scope(of: user))
    }
  }

  mutating func sort() { for kind in byKind.indices { byKind[kind]?.sort() } }
}

/// Resources by the stacks that they are at home in.
struct Neighbourhoods: Sendable {
  private var places: [String: Int] = [:]
  private var members: [(scope: String, ids: [ResourceID])] = []
  /// The place of the stack that the last one was at home in, as the next one mostly is.
  private var last = 0
  private var scopes: [String] = []

  mutating func insert(_ id: ResourceID, scope: String) {
    if members.isEmpty || members[last].scope != scope {
      last = places.place(of: scope, orNew: members.count)
      if last == members.count { members.append((scope, [])) }
    }
    members[last].ids.append(id)
  }

  mutating func sort() { scopes = places.keys.sorted() }

  private func ids(in scope: String) -> [ResourceID] { places[scope].map { members[$0].ids } ?? [] }

  /// The resources of a stack, of those that it lies in, and of those that lie in it, in the order of the files.
  func near(_ scope: String) -> [ResourceID] {
    var found = ids(in: scope)
    for index in scope.indices where scope[index] == "/" { found += ids(in: String(scope[..<index])) }
    var place = firstScope(from: scope + "/")
    while place < scopes.count, scopes[place].hasPrefix(scope + "/") {
      found += ids(in: scopes[place])
      place += 1
    }
    return Set(found).sorted()
  }

  /// The place of the first scope that isn't less than a text.
  private func firstScope(from text: String) -> Int {
    var (low, high) = (0, scopes.count)
    while low < high {
      let middle = (low + high) / 2
      if scopes[middle] < text { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ResourceGraph {
  /// Whether an event in a resource goes on, or what failed elsewhere lies in it and can be moved back.
  func goesOn(_ id: ResourceID, _ kind: ResourceKind) -> Bool {
    if kind == .external, callee(id) == nil { return false }
    return kind.hasIdentity || !relations(from: id).isEmpty || kind == .queue && isRedriven(to: id)
  }

  /// The service and the name in the ARN of something that is known by its ARN alone.
  func callee(_ id: ResourceID) -> (service: String, name: Text)? {
    let name = resources[id.index].physicalName
    guard name.raw.hasPrefix("arn:") else { return nil }
    let fields = name.split(on: ":", maxSplits: 5)
    return fields.count == 6 ? (fields[2].raw, fields[5]) : nil
  }

  /// Whether a queue keeps the dead letters of another one.
  func isRedriven(to queue: ResourceID) -> Bool { relations(to: queue).contains { via(of: $0) == .redrive } }
}
