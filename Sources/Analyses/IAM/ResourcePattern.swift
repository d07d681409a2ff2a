import Infrastructure

/// A resource pattern of a statement as seen by one kind of resource.
struct ResourcePattern {
  /// How a pattern and a resource agree.
  struct Match {
    /// The object keys it reaches, where the resource is a bucket.
    var keys: [Glob]
    /// Whether the pattern names this resource and not many.
    let isExact: Bool
  }

  let text: Text
  let kind: ResourceKind
  let scope: String
  /// The resource that it names without wildcards.
  private let named: Locator?
  /// The pattern for what follows the account in the ARN; nil when it can't be about this kind.
  private let part: Glob?

  init(_ text: Text, kind: ResourceKind, scope: String) {
    self.text = text
    self.kind = kind
    self.scope = scope
    named = ResourcePattern.named(text, kind: kind)
    part = named == nil ? ResourcePattern.part(of: text, kind: kind) : nil
  }

  /// The resources it reaches among those from which an event goes on.
  func targets(among names: ResourceNames) -> [(id: ResourceID, match: Match)] {
    if let named {
      guard let id = names.graph.resource(named, scope: scope), names.isCandidate(id), let match = exactMatch else {
        return []
      }
      return [(id, match)]
    }
    return names.candidates(kind, near: scope).compactMap { id in
      globMatch(id, names: names, reading: .strict).map { (id, $0) }
        ?? globMatch(id, names: names, reading: .loose).map { (id, $0) }
    }
  }

  /// Whether it surely reaches a resource, and which keys of it.
  func match(_ id: ResourceID, names: ResourceNames) -> Match? {
    guard let named else { return globMatch(id, names: names, reading: .strict) }
    return names.graph.resource(named, scope: scope) == id ? exactMatch : nil
  }

  private var exactMatch: Match? {
    switch kind {
    case .bucket:
      // Object actions on the bucket's own ARN grant nothing.
      named?.rest.map { Match(keys: [Glob(pattern: $0)], isExact: true) }
    case .table, .queue, .topic: named?.rest == nil ? Match(keys: [], isExact: true) : nil
    case .function, .stream, .bus, .rule, .pipe, .stateMachine, .firehose, .logGroup, .api, .schedule, .iotRule,
      .external, .kafkaCluster, .broker, .documentCluster, .userPool, .graphQLAPI, .loadBalancer, .distribution,
      .emailReceipt, .iotTopic:
      Match(keys: [], isExact: true)
    }
  }

  private func globMatch(_ id: ResourceID, names: ResourceNames, reading: SymbolReading) -> Match? {
    guard let part, !needsName else { return nil }
    if part == .everything { return Match(keys: [.everything], isExact: false) }
    for form in names.forms(of: id) where reading == .strict || form.isNamed {
      if let match = globMatch(form.items, part, reading: reading) { return match }
    }
    return nil
  }

  /// Whether wildcards say nothing: every function may write its own log lines somewhere, and `execute-api:*` is what
  /// answering over a WebSocket takes; only a log group or an API by its name is meant as a target.
  private var needsName: Bool { kind == .logGroup || kind == .api || kind == .graphQLAPI }

  private func globMatch(_ name: [Glob.Item], _ part: Glob, reading: SymbolReading) -> Match? {
    switch kind {
    case .bucket, .kafkaCluster:
      let keys = part.residuals(after: name, reading: reading)
      guard !keys.isEmpty else { return nil }
      // Nobody writes down the id of a cluster, so its name is enough.
      let isExact = part.items == name.dropLast() + [.run] || kind == .kafkaCluster && part.items.starts(with: name)
      return Match(keys: keys, isExact: isExact)
    case .external:
      let isExact = !part.hasWildcard || part.items == name + [.run]
      return part.covers(name, reading: reading) ? Match(keys: [], isExact: isExact) : nil
    case .emailReceipt:
      // What a statement names is the sender; to whom it mails, only the code knows.
      return Match(keys: [], isExact: !part.hasWildcard)
    case .iotTopic:
      return part.meets(topicFilter: name) ? Match(keys: [], isExact: !part.hasWildcard) : nil
    case .function, .stateMachine:
      let isMatch = part.covers(name, reading: reading) || unqualified(part).covers(name, reading: reading)
      return isMatch ? Match(keys: [], isExact: part.items == name + [.run]) : nil
    case .table, .queue, .topic, .stream, .bus, .rule, .pipe, .firehose, .logGroup, .api, .schedule, .iotRule,
      .broker, .documentCluster, .userPool, .graphQLAPI, .loadBalancer, .distribution:
      return part.covers(name, reading: reading) ? Match(keys: [], isExact: part.items == name + [.run]) : nil
    }
  }

  /// A pattern for functions without the version or alias behind the name.
  private func unqualified(_ part: Glob) -> Glob {
    let colons = part.items.indices.filter { part.items[$0] == .byte(UInt8(ascii: ":")) }
    guard colons.count > 1 else { return part }
    return Glob(items: Array(part.items[..<colons[1]]))
  }
}

extension ResourcePattern {
  private static func named(_ text: Text, kind: ResourceKind) -> Locator? {
    // What rules listen to are filters with wildcards of their own, so no topic is looked up by its name.
    guard text.raw != "*", kind != .iotTopic else { return nil }
    if kind == .bucket, !text.raw.hasPrefix("arn:") {
      // The ARN itself is a parameter, with or without a key behind it.
      let parts = text.split(on: "/", maxSplits: 1)
      guard !hasWildcard(parts[0]) else { return nil }
      return Locator(kind: .bucket, name: parts[0], rest: parts.count > 1 ? parts[1] : nil)
    }
    guard let locator = Locator.parse(text, expecting: kind), locator.kind == kind else { return nil }
    return hasWildcard(locator.name) ? nil : locator
  }

  /// Whether an IAM pattern may mean several names.
  private static func hasWildcard(_ text: Text) -> Bool {
    // The names of variables that IAM fills in have colons.
    let mayHave = text.raw.utf8.contains { byte in
      byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || text.hasSymbols && byte == UInt8(ascii: ":")
    }
    return mayHave && Glob(pattern: text).hasWildcard
  }

  private static func part(of text: Text, kind: ResourceKind) -> Glob? {
    if text.raw == "*" { return .everything }
    let fields = text.split(on: ":", maxSplits: 5)
    guard fields[0].raw == "arn" || fields[0].raw.hasPrefix("*") || fields[0].raw.hasPrefix("arn*") else { return nil }
    if kind == .external {
      // Things of several services: the service stays in the name.
      return fields.count == 6
        ? Glob(pattern: fields[2] + ":" + fields[5]) : text.raw.hasSuffix("*") ? .everything : nil
    }
    let service = ResourceNames.service(of: kind)
    if fields.count > 2, !Glob(pattern: fields[2]).covers(Glob(literal: Text(service))) { return nil }
    guard fields.count == 6 else { return text.raw.hasSuffix("*") ? .everything : nil }
    return Glob(pattern: fields[5])
  }
}

extension ResourceGraph {
  /// The resource that a locator means, as seen from a scope.
  func resource(_ locator: Locator, scope: String) -> ResourceID? {
    resource(locator.name, expecting: locator.kind, scope: scope)
  }
}
