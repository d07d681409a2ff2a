import Infrastructure

extension Reach {
  /// One resource that a permission reaches and the event it can cause there.
  struct Hit {
    let resource: ResourceID
    let actions: ActionSet
    let event: CarriedEvent
    let isExact: Bool
  }

  /// The resources that it reaches, without what denies and boundaries take out.
  func hits(among names: ResourceNames) -> [Hit] {
    let targets = ResourcePattern(pattern, kind: kind, scope: scope).targets(among: names)
    guard !targets.isEmpty else { return [] }
    let cuts = exceptions.map { ($0, ResourcePattern($0.pattern, kind: kind, scope: scope)) }
    let fences = limits.map { limit in
      (limit, limit.allowed.map { ($0, ResourcePattern($0.pattern, kind: kind, scope: scope)) })
    }
    return targets.flatMap { id, match -> [Hit] in
      var left = Remainder(actions: actions, keys: match.keys)
      for (exception, pattern) in cuts { left.subtract(exception, pattern.match(id, names: names)) }
      for (limit, allowed) in fences {
        left.narrow(limit, allowed.compactMap { entry, pattern in pattern.match(id, names: names).map { (entry, $0) } })
      }
      if kind == .bucket, !names.isObserved(id) { left.actions.subtract(.reading) }
      guard !left.actions.isEmpty, kind != .bucket || !left.keys.isEmpty else { return [] }
      return hits(at: id, left, isExact: match.isExact, names)
    }
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
    case .bus: .bus(BusEvent(sources: sources, detailTypes: detailTypes, isPut: true))
    case .userPool: .call(left.actions)
    case .function, .queue, .topic, .stream, .rule, .pipe, .stateMachine, .firehose, .logGroup, .api, .schedule,
      .iotRule, .external, .kafkaCluster, .broker, .documentCluster, .graphQLAPI, .loadBalancer, .distribution,
      .emailReceipt, .iotTopic:
      .opaque
    }
  }
}

/// What is left of a permission on one resource while denies are taken out.
private struct Remainder {
  var actions: ActionSet
  var keys: [Glob]
  var exceptions: [Glob] = []

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
