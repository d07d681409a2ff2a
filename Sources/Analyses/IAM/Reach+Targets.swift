import Infrastructure

extension Reach {
  /// One resource that a permission reaches and the event it can cause there.
  struct Hit {
    let resource: ResourceID
    let actions: ActionSet
    let event: CarriedEvent
    let isExact: Bool

    /// The event as rules see it.
    var emission: Emission {
      var emission = event.emission
      emission.actions = actions.names
      return emission
    }
  }

  /// One resource that a permission names and that something takes out again.
  struct Refusal {
    let resource: ResourceID
    let actions: ActionSet
    let reason: String
  }

  /// The resources that it reaches, without what denies and boundaries take out.
  ///
  /// - Parameter refuse: is told of what is taken out as a whole, where that was meant for this very resource.
  func hits(among names: ResourceNames, refuse: (Refusal) -> Void = { _ in }) -> [Hit] {
    let targets = ResourcePattern(pattern, kind: kind, scope: scope).targets(among: names)
    guard !targets.isEmpty else { return [] }
    let cuts = exceptions.map { ($0, ResourcePattern($0.pattern, kind: kind, scope: scope)) }
    let fences = limits.map { limit in (limit, limit.allowed.map { Gate($0, kind: kind, scope: scope) }) }
    return targets.flatMap { id, match -> [Hit] in
      let actions = effective(at: id, names)
      if actions.isEmpty { return [] }
      var left = Remainder(actions: actions, keys: match.keys)
      var isMeant = match.isExact
      for (exception, pattern) in cuts {
        let cut = pattern.match(id, names: names)
        if cut?.isExact == true { isMeant = true }
        left.subtract(exception, cut)
      }
      let isDenied = left.isNothing(at: kind)
      for (limit, allowed) in fences {
        left.narrow(limit, allowed.compactMap { gate in gate.match(id, names: names).map { (gate.entry, $0) } })
      }
      if left.isNothing(at: kind) {
        if isMeant { refuse(Refusal(resource: id, actions: actions, reason: reason(isDenied: isDenied))) }
        return []
      }
      return hits(at: id, left, isExact: match.isExact, names)
    }
  }

  /// The actions that cause something at a resource: reading does where it is taken down, moving where something failed.
  private func effective(at id: ResourceID, _ names: ResourceNames) -> ActionSet {
    switch kind {
    case .bucket: names.isObserved(id) ? actions : actions.subtracting(.reading)
    case .queue: names.isRedriven(to: id) ? actions : actions.subtracting(.moving)
    case .external: names.callee(id).map { actions.calling($0.service) } ?? []
    case .function, .topic, .table, .stream, .bus, .rule, .pipe, .stateMachine, .firehose, .logGroup, .api, .schedule,
      .iotRule, .kafkaCluster, .broker, .documentCluster, .userPool, .graphQLAPI, .loadBalancer,
      .distribution, .emailReceipt, .iotTopic:
      actions
    }
  }

  private func reason(isDenied: Bool) -> String {
    let isBounded = !isDenied && limits.contains(where: \.isBoundary)
    return isBounded ? "the permissions boundary does not allow it" : "an explicit deny takes the permission away"
  }

  /// What is left of the permission at one resource; messages that are moved appear in the queues that they came from.
  private func hits(at id: ResourceID, _ left: Remainder, isExact: Bool, _ names: ResourceNames) -> [Hit] {
    let moved = left.actions.intersection(.moving)
    let others = left.actions.subtracting(.moving)
    var hits: [Hit] = []
    if !others.isEmpty { hits.append(Hit(resource: id, actions: others, event: event(at: id, left), isExact: isExact)) }
    if !moved.isEmpty {
      hits += names.redrivers(of: id).map { Hit(resource: $0, actions: moved, event: .opaque, isExact: isExact) }
    }
    return hits
  }

  private func event(at id: ResourceID, _ left: Remainder) -> CarriedEvent {
    switch kind {
    case .bucket:
      .object(ObjectEvent(bucket: id, actions: left.actions, keys: left.keys, exceptions: left.exceptions))
    case .table: .item(ItemEvent(table: id, actions: left.actions, leadingKeys: leadingKeys))
    case .bus:
      .bus(BusEvent(sources: sources, detailTypes: detailTypes, isPut: true, exclusions: exclusions))
    case .kafkaCluster: .record(topics: left.keys)
    case .userPool: .call(left.actions)
    case .function, .queue, .topic, .stream, .rule, .pipe, .stateMachine, .firehose, .logGroup, .api, .schedule,
      .iotRule, .external, .broker, .documentCluster, .graphQLAPI, .loadBalancer, .distribution,
      .emailReceipt, .iotTopic:
      .opaque
    }
  }
}

/// An entry of a limit, ready to be held against resources.
private struct Gate {
  let entry: Reach.Exception
  private let pattern: ResourcePattern
  private let left: [ResourcePattern]

  init(_ entry: Reach.Exception, kind: ResourceKind, scope: String) {
    self.entry = entry
    pattern = ResourcePattern(entry.pattern, kind: kind, scope: scope)
    left = entry.left.map { ResourcePattern($0, kind: kind, scope: scope) }
  }

  /// Whether it is open for a resource, unless that is left out as a whole.
  func match(_ id: ResourceID, names: ResourceNames) -> ResourcePattern.Match? {
    guard let match = pattern.match(id, names: names) else { return nil }
    let isLeftOut = left.contains { pattern in
      pattern.match(id, names: names).map { $0.keys.isEmpty || $0.keys.contains(.everything) } ?? false
    }
    return isLeftOut ? nil : match
  }
}

/// What is left of a permission on one resource while denies are taken out.
private struct Remainder {
  var actions: ActionSet
  var keys: [Glob]
  var exceptions: [Glob] = []

  func isNothing(at kind: ResourceKind) -> Bool {
    actions.isEmpty || keys.isEmpty && (kind == .bucket || kind == .kafkaCluster)
  }

  mutating func subtract(_ exception: Reach.Exception, _ match: ResourcePattern.Match?) {
    guard let match else { return }
    let isWhole = match.keys.isEmpty || match.keys.contains(.everything)
    if isWhole {
      actions.subtract(exception.actions)
    } else if actions.isSubset(of: exception.actions) {
      keys.removeAll { key in match.keys.contains { $0.covers(key) } }
      exceptions += match.keys
    }
  }

  /// Keeps what some entry allows as well.
  mutating func narrow(_ limit: Reach.Limit, _ allowed: [(Reach.Exception, ResourcePattern.Match)]) {
    let permitted = allowed.reduce(into: ActionSet()) { $0.formUnion($1.0.actions) }
    actions.subtract(limit.actions.subtracting(permitted))
    let open = allowed.flatMap(\.1.keys)
    guard !open.isEmpty, !open.contains(.everything), actions.isSubset(of: limit.actions) else { return }
    keys = keys.flatMap { key in
      open.filter { $0.intersects(key) }.map { key.covers($0) ? $0 : key }
    }
  }
}
