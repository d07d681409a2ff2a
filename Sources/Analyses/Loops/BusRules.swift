import Infrastructure

/// The rules of one bus by what their patterns ask for, so that an event is held against those only that may take it: a
/// bus that many stacks share has as many rules as events, and their product is too much to look at.
struct BusRules {
  private struct Key: Hashable {
    let source: String
    let subject: Subject
  }

  /// What the events are about that a pattern asks for.
  private enum Subject: Hashable {
    case anything
    /// A bucket or state machine.
    case resource(ResourceID)
    /// One of those that a stack calls by a name of unknown parts.
    case ofScope(String)
  }

  /// Rules that don't ask for a source by its name.
  private var open: [RelationID] = []
  private var byKey: [Key: [RelationID]] = [:]
  private var bySource: [String: [RelationID]] = [:]

  init(_ relations: [RelationID], in graph: ResourceGraph) {
    for id in relations {
      let scope = graph.scope(of: graph.target(of: id))
      guard let keys = BusRules.keys(of: graph.relations[id.index].filter, in: graph, scope: scope) else {
        open.append(id)
        continue
      }
      for key in keys {
        byKey[key, default: []].append(id)
        bySource[key.source, default: []].append(id)
      }
    }
  }

  /// The rules that may take an event, in their order; nil where any of them may.
  func candidates(for event: CarriedEvent, in graph: ResourceGraph) -> [RelationID]? {
    let sources: [String]
    let resource: ResourceID?
    switch event {
    case .bus(let event):
      let known = event.sources.compactMap(\.text.known)
      guard !known.isEmpty, known.count == event.sources.count, !event.sources.contains(where: \.hasWildcard) else {
        return nil
      }
      (sources, resource) = (known, event.machine)
    case .object(let event): (sources, resource) = (["aws.s3"], event.bucket)
    case .item, .call, .record, .opaque: return nil
    }
    var found = Set(open)
    for source in sources {
      guard let resource else {
        found.formUnion(bySource[source] ?? [])
        continue
      }
      for subject in [.anything, .resource(resource), .ofScope(graph.scope(of: resource))] as [Subject] {
        found.formUnion(byKey[Key(source: source, subject: subject)] ?? [])
      }
    }
    return found.sorted()
  }
}

extension BusRules {
  /// What a filter asks for; nil where it may let any source pass.
  private static func keys(of filter: EventFilter, in graph: ResourceGraph, scope: String) -> Set<Key>? {
    guard case .patterns(let patterns) = filter, !patterns.isEmpty else { return nil }
    var keys: Set<Key> = []
    for pattern in patterns {
      guard let sources = texts(["source"][...], of: pattern.fields) else { return nil }
      let bucket = subject(["detail", "bucket", "name"], .bucket, of: pattern, in: graph, scope: scope)
      let machine = subject(["detail", "stateMachineArn"], .stateMachine, of: pattern, in: graph, scope: scope)
      for source in sources {
        guard let source = source.known else { return nil }
        let subject = source == "aws.s3" ? bucket : source == "aws.states" ? machine : nil
        keys.insert(Key(source: source, subject: subject ?? .anything))
      }
    }
    return keys
  }

  /// The one subject that a pattern names under a path; nil where it names none or it can't be told which.
  private static func subject(
    _ path: [String], _ kind: ResourceKind, of pattern: EventPattern, in graph: ResourceGraph, scope: String
  ) -> Subject? {
    guard let texts = texts(path[...], of: pattern.fields), texts.count == 1, let text = texts.first else { return nil }
    switch PatternJudge.meaning(of: text, kind, in: graph, scope: scope) {
    case .resource(let id): return .resource(id)
    case .ofScope(let scope): return .ofScope(scope)
    case .open: return nil
    }
  }

  /// The texts that a leaf accepts; nil where there is no such leaf or it accepts anything else.
  private static func texts(_ path: ArraySlice<String>, of fields: [EventPattern.Field]) -> [Text]? {
    guard let name = path.first else { return nil }
    for field in fields {
      switch field {
      case .object(name, let inner) where path.count > 1: return texts(path.dropFirst(), of: inner)
      case .leaf(name, let matchers) where path.count == 1:
        let texts = matchers.compactMap { matcher -> Text? in
          if case .equals(.string(let text)) = matcher { text } else { nil }
        }
        return texts.count == matchers.count ? texts : nil
      case .object, .leaf, .anyOf, .unresolved: continue
      }
    }
    return nil
  }
}
