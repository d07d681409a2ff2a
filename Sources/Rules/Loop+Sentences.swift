import Analyses
import Diagnostics
import Infrastructure

extension Hop {
  /// What happens on the hop, for people.
  func sentence(in graph: ResourceGraph) -> String {
    guard let place = graph.places[span(in: graph)] else { return plainSentence(in: graph) }
    return plainSentence(in: graph) + ", in \(place.path):\(place.line)"
  }

  private func plainSentence(in graph: ResourceGraph) -> String {
    let (source, target) = (graph[from].name, graph[to].name)
    switch cause {
    case .write(let write):
      let action = write.emission.actions.first.map { " (\($0))" } ?? ""
      let grant = write.source.map { ", by \($0)" } ?? ""
      if write.isReport { return "'\(target)' is told of what '\(source)' may do here\(action)\(grant)" }
      return "'\(source)' may \(write.verb(in: graph)) '\(target)' here\(action)\(grant)"
    case .relation(let id):
      let relation = graph[id]
      switch relation.kind {
      case .trigger: return "'\(source)' wakes '\(target)' here"
      case .forward: return "'\(source)' passes events on to '\(target)' here"
      }
    }
  }
}

extension Loop {
  /// Whether functions call each other or themselves by a role that several share, which allows each what one needs.
  func isOfOneRole(in graph: ResourceGraph) -> Bool {
    guard let role = hops.first.flatMap({ graph.role(of: $0.from) }),
      hops.allSatisfy({ $0.isWrite && graph[$0.to].kind == .function && graph.role(of: $0.from) == role })
    else { return false }
    return graph.functions.lazy.filter { $0.role == role }.prefix(2).count > 1
  }

  /// Whether it is more than a possibility.
  func isFirm(in graph: ResourceGraph) -> Bool {
    doubts.isEmpty && evidence >= .exact && !isOfOneRole(in: graph)
  }

  /// The hop whose text the reader should edit: what delivers without code in a structural loop, else the trigger that
  /// lets the loop's own writes through.
  ///
  /// Of a loop through several repositories it is a trigger of this one.
  func keyHop(in graph: ResourceGraph) -> Hop? {
    if evidence == .structural, let delivery = hops.first(where: { $0.isDelivery(in: graph) }) { return delivery }
    guard let write = hops.firstIndex(where: \.isWrite) else {
      return hops.first { $0.isTrigger(in: graph) } ?? hops.last
    }
    let here = hops.filter { $0.isTrigger(in: graph) && !graph.isTold($0.span(in: graph)) }
    if here.count < hops.count(where: { $0.isTrigger(in: graph) }), let own = here.first { return own }
    return hops[(write + 1)...].first { $0.isTrigger(in: graph) } ?? hops.first { $0.isTrigger(in: graph) } ?? hops.last
  }

  /// Whether it runs through stacks of which none holds the other.
  func isAcrossStacks(in graph: ResourceGraph) -> Bool {
    let scopes = Set(hops.map { graph[$0.from] }.filter { !$0.isExternal }.map(\.scope)).sorted()
    guard let shortest = scopes.first else { return false }
    return scopes.contains { $0 != shortest && !$0.hasPrefix(shortest + "/") }
  }

  /// The names of the functions on the way, or of whatever else runs where there is none.
  func functions(in graph: ResourceGraph) -> [String] {
    let names = hops.filter { graph[$0.from].kind == .function }.map { graph[$0.from].name }
    return names.isEmpty ? hops.filter { graph[$0.from].kind.hasIdentity }.prefix(1).map { graph[$0.from].name } : names
  }
}

extension Loop {
  /// The first write on the way.
  var write: Write? {
    hops.lazy.compactMap { hop -> Write? in
      if case .write(let write) = hop.cause { write } else { nil }
    }.first
  }

  /// Whose failing it takes; nil where it turns without any.
  func failure(in graph: ResourceGraph) -> String? {
    guard isFailureOnly else { return nil }
    let isDelivery = hops.contains { hop in
      guard case .relation(let id) = hop.cause, graph[id].via == .deadLetterQueue else { return false }
      return graph[hop.from].kind != .function
    }
    return isDelivery ? "a delivery fails" : "it fails"
  }
}

extension Write {
  /// What it is to the resource, such as "invoke".
  func verb(in graph: ResourceGraph) -> String {
    switch graph[to].kind {
    case .function: return "invoke"
    case .stateMachine: return "start"
    case .api, .graphQLAPI, .userPool, .external: return "call"
    case .emailReceipt: return "mail to"
    case .bucket where emission.actions == ["s3:GetObject"]: return "read"
    case .bucket, .queue, .topic, .table, .stream, .bus, .rule, .pipe, .firehose, .logGroup, .schedule, .iotRule,
      .kafkaCluster, .broker, .documentCluster, .loadBalancer, .distribution, .iotTopic:
      return "write to"
    }
  }
}

extension Hop {
  var isWrite: Bool {
    switch cause {
    case .write: true
    case .relation: false
    }
  }

  func isTrigger(in graph: ResourceGraph) -> Bool {
    switch cause {
    case .write: false
    case .relation(let id): graph[id].kind == .trigger
    }
  }

  /// The resource between the function and itself: where a delivery goes, or where a trigger comes from.
  func medium(in graph: ResourceGraph) -> ResourceID { isDelivery(in: graph) ? to : from }

  /// Whether the configuration itself hands an outcome of the function on.
  func isDelivery(in graph: ResourceGraph) -> Bool {
    guard case .relation(let id) = cause else { return false }
    return ([.onSuccess, .onFailure, .deadLetterQueue, .redrive, .ownLogs] as [Via]).contains(graph[id].via)
  }
}
