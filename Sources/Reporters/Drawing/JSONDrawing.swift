import Analyses
import Diagnostics
import Infrastructure

/// The event flow as data, schema 1: what a drawing shows, and what another run needs to find loops through it.
struct JSONDrawing {
  let drawing: Drawing
  /// The contract's words for the formats of files and directories.
  let formats: [String: String]
  private var texts = GraphTexts()
  private var permissions: EventPermissions
  private var paths: [String] = []
  private var known: [FileID: String] = [:]

  init(drawing: Drawing, formats: [String: String]) {
    self.drawing = drawing
    self.formats = formats
    permissions = EventPermissions(drawing.graph)
  }

  private var graph: ResourceGraph { drawing.graph }

  /// The whole document; every entry is on a line of its own.
  var json: JSON {
    mutating get {
      let nodes = drawing.nodes.map { JSON.line(node($0)) }
      let edges = drawing.edges.map { JSON.line(edge($0)) }
      let idle = drawing.isWhole ? idle.map { JSON.line(.object(declaration($0))) } : []
      let roles = roles
      let definitions = drawing.isWhole ? definitions : []
      return .object([
        ("schema", .int(GraphFile.schema)), ("nodes", .array(nodes)), ("edges", .array(edges)), ("idle", .array(idle)),
        ("roles", .array(roles)), ("definitions", .array(definitions)),
        ("defaults", .object(texts.defaults(in: graph))), ("files", .array(files)),
      ])
    }
  }
}

extension JSONDrawing {
  private mutating func node(_ node: Drawing.Node) -> JSON {
    .object([("id", .string(node.id))] + declaration(graph[node.resource]))
  }

  private mutating func declaration(_ resource: Resource) -> [(String, JSON)] {
    let place = place(of: resource.span)
    var members: [(String, JSON)] = [
      ("kind", .string(resource.kind.contractName)), ("name", .string(resource.name)), ("path", .string(place.path)),
      ("line", .int(place.line)),
    ]
    if resource.kind.contractName != resource.kind.name {
      members.append(("type", .string(resource.kind.name)))
    }
    if resource.scope != place.path { members.append(("scope", .string(resource.scope))) }
    if resource.physicalName != .symbol(resource.name, scope: resource.scope) {
      members.append(("physicalName", texts(resource.physicalName)))
    }
    if resource.isExternal { members.append(("external", .bool(true))) }
    if resource.isGenerated { members.append(("generated", .bool(true))) }
    if let function = graph.function(resource.id) { members += settings(of: function) }
    if let table = graph.table(resource.id) {
      members += GraphTexts.setting("streamView", table.streamView, JSON.string)
      members += GraphTexts.setting("expires", table.hasTimeToLive, JSON.bool)
      if let key = table.partitionKey { members.append(("partitionKey", .string(key))) }
    }
    return members
  }

  /// The settings that decide whether a function runs, what that costs, and whether AWS would stop it.
  private mutating func settings(of function: Function) -> [(String, JSON)] {
    var members: [(String, JSON)] = []
    if let memory = function.effectiveMemory {
      members.append(("memory", .int(memory)))
    } else {
      members += GraphTexts.setting("memory", function.memory, JSON.int)
    }
    members += GraphTexts.setting("reservedConcurrency", function.reservedConcurrency, JSON.int)
    members += GraphTexts.setting("architecture", function.architecture, JSON.string)
    members += GraphTexts.setting("recursiveLoop", function.recursiveLoop, JSON.string)
    members += GraphTexts.setting("runtime", function.runtime, JSON.string)
    if let group = function.logGroup { members.append(("logGroup", texts(group.text))) }
    return members
  }

  private mutating func edge(_ edge: Drawing.Edge) -> JSON {
    let place = place(of: edge.span)
    var members: [(String, JSON)] = [
      ("from", .string(drawing.nodes[edge.from].id)), ("to", .string(drawing.nodes[edge.to].id)),
      ("kind", .string(edge.kind)), ("mode", .string(edge.mode)), ("via", .string(edge.via)),
      ("confidence", .string(edge.confidence)), ("cut", JSON(edge.cut)), ("path", .string(place.path)),
      ("line", .int(place.line)),
    ]
    if let relation = edge.relation.map({ graph[$0] }) {
      if relation.mode == .poll, let name = relation.name { members.append(("name", .string(name))) }
      members += GraphTexts.setting("enabled", relation.isEnabled, JSON.bool)
      if let filter = texts.filter(relation.filter) { members.append(("filter", filter)) }
      if let polling = relation.polling {
        if !polling.topics.isEmpty { members.append(("topics", .array(polling.topics.map { texts($0) }))) }
        if polling.hasOwnClients { members.append(("ownClients", .bool(true))) }
      }
      if let emission = relation.emission { members.append(("emission", texts.emission(emission))) }
    }
    return .object(members)
  }

  /// Declared resources that no event of these files passes, but one of others may.
  private var idle: [Resource] {
    let used = Set(drawing.nodes.map(\.resource))
    return graph.resources.filter { !$0.isExternal && $0.kind != .external && !used.contains($0.id) }
  }
}

extension JSONDrawing {
  /// What functions and state machines may do that causes events, by role, and what schedules may that they make.
  private var roles: [JSON] {
    mutating get {
      var holders: [RoleID: [String]] = [:]
      for node in drawing.nodes {
        guard let role = graph.role(of: node.resource) else { continue }
        holders[role, default: []].append(node.id)
      }
      let held = graph.roles.filter { role in
        holders[role.id] != nil || drawing.isWhole && role.services?.contains(JSONDrawing.scheduler) ?? true
      }
      let links = weakLinks
      return held.compactMap { role in
        self.role(role, heldBy: holders[role.id] ?? [], link: links[role.id]).map { JSON.line($0) }
      }
    }
  }

  private static let scheduler = "scheduler.amazonaws.com"

  private mutating func role(_ role: Role, heldBy holders: [String], link: Certainty?) -> JSON? {
    let statements = role.statements.compactMap { statement($0) }
    let managed = role.managedPolicies.filter { permissions.causesEvents($0.value) }
    if statements.isEmpty, managed.isEmpty, role.mentions.isEmpty { return nil }
    let place = place(of: role.span)
    var members: [(String, JSON)] = [
      ("holders", .array(holders.map(JSON.string))), ("name", .string(role.name)), ("path", .string(place.path)),
      ("line", .int(place.line)),
    ]
    if role.physicalName != .symbol(role.name, scope: role.scope) {
      members.append(("physicalName", texts(role.physicalName)))
    }
    if let services = role.services { members.append(("services", .array(services.map(JSON.string)))) }
    if role.scope != place.path { members.append(("scope", .string(role.scope))) }
    if role.isSharedByDefault { members.append(("shared", .bool(true))) }
    if !statements.isEmpty { members.append(("statements", .array(statements))) }
    if !managed.isEmpty { members.append(("managedPolicies", .array(managed.map { policy($0) }))) }
    if !role.mentions.isEmpty { members.append(("mentions", .array(role.mentions.map { mention($0) }))) }
    if let link { members.append(("certainty", .string(link.rawValue))) }
    if let boundary = role.boundary {
      members.append(("boundary", .array(boundary.compactMap { statement($0) })))
    }
    return .object(members)
  }

  private mutating func policy(_ policy: Spanned<String>) -> JSON {
    let place = place(of: policy.span)
    return .object([("name", .string(policy.value)), ("path", .string(place.path)), ("line", .int(place.line))])
  }

  private mutating func mention(_ mention: Spanned<Text>) -> JSON {
    let place = place(of: mention.span)
    return .object([("text", texts(mention.value)), ("path", .string(place.path)), ("line", .int(place.line))])
  }

  /// How surely roles are those that their functions were given, where that is less than exact.
  private var weakLinks: [RoleID: Certainty] {
    var links: [RoleID: Certainty] = [:]
    for function in graph.functions {
      guard let role = function.role, let link = function.roleReference?.certainty, link != .exact else { continue }
      links[role] = min(links[role] ?? .exact, link)
    }
    return links
  }

  private mutating func statement(_ statement: Statement) -> JSON? {
    guard let left = permissions.reduced(statement) else { return nil }
    let place = place(of: GraphTexts.span(of: left))
    return .object(texts.statement(left) + [("path", .string(place.path)), ("line", .int(place.line))])
  }

  /// What symbols stand for, where that is the name or the address of a resource.
  private var definitions: [JSON] {
    mutating get {
      let names = Set(graph.resources.map(\.physicalName.raw))
      return graph.definitions.keys.sorted().compactMap { symbol in
        guard let text = graph.definitions[symbol] else { return nil }
        guard text.hasSymbols || text.raw.hasPrefix("arn:") || names.contains(text.raw) else { return nil }
        return .line(.object([("symbol", .string(symbol)), ("text", texts(text))]))
      }
    }
  }
}

extension JSONDrawing {
  /// A place as the file that it was written in has it, whether that file is a source of this run or of another one.
  private mutating func place(of span: Span) -> WrittenPlace {
    if let told = graph.places[span] { return told }
    let file = drawing.sources[span.file]
    if known[span.file] == nil {
      known[span.file] = file.path
      paths.append(file.path)
    }
    return WrittenPlace(path: file.path, line: file.line(at: span.start) + 1)
  }

  /// The files that all this was read from, with a fingerprint by which a run knows them that reads them itself.
  private var files: [JSON] {
    known.keys.sorted().map { id in
      let file = drawing.sources[id]
      return .line(
        .object([
          ("path", .string(file.path)), ("format", JSON(format(of: file.path))),
          ("fingerprint", .string(file.fingerprint)),
        ]))
    }
  }

  /// The format of a file, or of the directory that it is part of.
  private func format(of path: String) -> String? {
    if let own = formats[path] { return own }
    var directory = path
    while let slash = directory.lastIndex(of: "/") {
      directory = String(directory[..<slash])
      if let format = formats[directory] { return format }
    }
    return formats["."]
  }
}
