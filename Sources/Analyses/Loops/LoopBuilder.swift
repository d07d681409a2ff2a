import Diagnostics
import Infrastructure

/// Turns ways through the flow graph into loops: hops between resources, with evidence, doubts and verdicts.
struct LoopBuilder {
  private let flow: FlowGraph
  private let graph: ResourceGraph

  init(flow: FlowGraph) {
    self.flow = flow
    graph = flow.graph
  }

  func loop(_ way: Way, further: Int) -> Loop {
    let hops = rotated(hops(of: way))
    let members = hops.map(\.from)
    return Loop(
      hops: hops, evidence: evidence(of: hops), doubts: doubts(of: way),
      isFailureOnly: way.steps.contains { $0.edge.isFailure }, awsGuard: RecursionGuard.verdict(on: members, in: graph),
      further: further, burn: Burn(of: members, in: graph))
  }

  /// The resources of a way in ascending order: what tells two loops apart.
  func identity(of way: Way) -> [ResourceID] {
    var ids: Set<ResourceID> = []
    for step in way.steps { if let id = flow.resource(of: step.from), graph[id].kind != .rule { ids.insert(id) } }
    return ids.sorted()
  }

  /// The order in which loops are reported: by their first resources.
  func precedes(_ left: Loop, _ right: Loop) -> Bool {
    left.hops.map(\.from.index).lexicographicallyPrecedes(right.hops.map(\.from.index))
  }

  private func hops(of way: Way) -> [Hop] {
    var hops: [Hop] = []
    var index = 0
    while index < way.steps.count {
      let step = way.steps[index]
      index += 1
      guard let from = flow.resource(of: step.from) else { continue }
      switch step.edge.cause {
      case .relation(let id): hops.append(Hop(from: from, to: graph[id].to, cause: .relation(id)))
      case .permission(let permission):
        guard let to = flow.resource(of: step.edge.to) else { continue }
        hops.append(Hop(from: from, to: to, cause: .write(write(permission, to: to, evidence: nil))))
      case .intoHub(let permission):
        guard index < way.steps.count, let to = flow.resource(of: way.steps[index].edge.to) else { continue }
        var evidence: Write.Evidence?
        if case .outOfHub(let found) = way.steps[index].edge.cause { evidence = found }
        hops.append(Hop(from: from, to: to, cause: .write(write(permission, to: to, evidence: evidence))))
        index += 1
      case .service:
        guard let to = flow.resource(of: step.edge.to) else { continue }
        hops.append(Hop(from: from, to: to, cause: .write(report(from: from, to: to))))
      case .outOfHub: continue
      }
    }
    return hops
  }

  func write(_ index: Int, to target: ResourceID, evidence: Write.Evidence?) -> Write {
    let permission = flow.permissions.all[index]
    return Write(
      from: permission.from, to: target, emission: permission.event.emission ?? Emission(actions: []),
      evidence: evidence ?? permission.evidence, span: permission.span, source: permission.source,
      isBySharedRole: permission.isBySharedRole)
  }

  /// The status events of a state machine, which Step Functions sends by itself.
  private func report(from: ResourceID, to: ResourceID) -> Write {
    Write(
      from: from, to: to, emission: Emission(actions: ["events:PutEvents"], sources: ["aws.states"]),
      evidence: .structural, span: graph[from].span, source: "Step Functions", isBySharedRole: false)
  }

  /// The same round from its first function on, or from its first identity where it has none.
  private func rotated(_ hops: [Hop]) -> [Hop] {
    let functions = hops.indices.filter { graph[hops[$0].from].kind == .function }
    let identities = hops.indices.filter { graph[hops[$0].from].kind.hasIdentity }
    let candidates = functions.isEmpty ? identities : functions
    guard let start = candidates.min(by: { hops[$0].from < hops[$1].from }) else { return hops }
    return Array(hops[start...] + hops[..<start])
  }

  private func evidence(of hops: [Hop]) -> Write.Evidence {
    hops.reduce(Write.Evidence.structural) { weakest, hop in
      guard case .write(let write) = hop.cause else { return weakest }
      return min(weakest, write.evidence)
    }
  }

  private func doubts(of way: Way) -> [Loop.Doubt] {
    var doubts: [Loop.Doubt] = []
    for step in way.steps {
      if let doubt = step.edge.doubt, !doubts.contains(where: { $0.span == doubt.span }) { doubts.append(doubt) }
    }
    return doubts
  }
}

/// Lambda's recursive loop detection.
///
/// Source: AWS Lambda Developer Guide, "Use Lambda recursive loop detection to prevent infinite loops", 2025-11: it
/// follows functions, SQS, SNS and S3, and stops a chain after about 16 rounds.
enum RecursionGuard {
  private static let followed: Set<ResourceKind> = [.function, .queue, .topic, .bucket]

  static func verdict(on members: [ResourceID], in graph: ResourceGraph) -> LoopSummary.Guard {
    guard members.allSatisfy({ followed.contains(graph[$0].kind) }) else { return .notCovered }
    let settings = members.compactMap { graph.function($0)?.recursiveLoop }
    if settings.contains(where: { $0.value == "Allow" }) { return .disabled }
    return settings.contains(where: \.isUnresolved) ? .unknown : .covered
  }
}
