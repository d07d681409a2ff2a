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
    return targets.compactMap { id, match in
      var left = Remainder(actions: actions, keys: match.keys)
      for (exception, pattern) in cuts { left.subtract(exception, pattern.match(id, names: names)) }
      for (limit, allowed) in fences {
        left.narrow(limit, allowed.compactMap { entry, pattern in pattern.match(id, names: names).map { (entry, $0) } })
      }
      guard !left.actions.isEmpty, kind != .bucket || !left.keys.isEmpty else { return nil }
      return Hit(resource: id, actions: left.actions, event: event(at: id, left), isExact: match.isExact)
    }
  }

  private func event(at id: ResourceID, _ left: Remainder) -> CarriedEvent {
    switch kind {
    case .bucket:
      .object(ObjectEvent(bucket: id, actions: left.actions, keys: left.keys, exceptions: left.exceptions))
    case .table: .item(ItemEvent(table: id, actions: left.actions))
    case .bus: .bus(BusEvent(sources: sources, detailTypes: detailTypes, isPut: true))
    case .function, .queue, .topic, .stream, .rule, .pipe, .stateMachine, .firehose, .logGroup, .api, .schedule,
      .iotRule, .external, .kafkaCluster, .broker, .documentCluster, .userPool, .graphQLAPI, .loadBalancer,
      .distribution, .emailReceipt, .iotTopic:
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
