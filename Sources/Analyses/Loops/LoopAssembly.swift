import Diagnostics
import Infrastructure

/// Turns rings of the web into loops as rules see them.
struct LoopAssembly {
  let graph: ResourceGraph
  let web: EventWeb
  /// Executions that the account may run at once.
  let accountConcurrency: Int

  func loop(_ ring: Ring, further: Int) -> Loop {
    let hops = turned(hops(of: ring))
    let awsGuard = AWSGuard(hops, in: graph)
    return Loop(
      hops: hops, evidence: web.evidence(of: ring), doubts: doubts(of: ring),
      isFailureOnly: hops.indices.contains { isOnFailure(hops[$0].cause) }, awsGuard: awsGuard.verdict,
      guardNote: awsGuard.note, further: further,
      burn: Burn(functions: hops.indices.map { hops[$0].from }, in: graph, account: accountConcurrency))
  }

  private func doubts(of ring: Ring) -> [Loop.Doubt] {
    var seen: Set<Span> = []
    return ring.steps.compactMap { step -> Loop.Doubt? in
      guard let doubt = web.edge(step).doubt, seen.insert(web.doubts[doubt].span).inserted else { return nil }
      return web.doubts[doubt]
    }
  }

  private func hops(of ring: Ring) -> [Hop] {
    var result: [Hop] = []
    var granted: (from: ResourceID, grant: Int, evidence: Write.Evidence)?
    for step in ring.steps {
      let edge = web.edge(step)
      switch edge.step {
      case .relation(let id):
        result.append(Hop(from: graph.origin(of: id), to: graph.target(of: id), cause: .relation(id)))
      case .report(let index):
        guard let from = web.resource(at: step.node) else { continue }
        let report = web.reports[index]
        let write = Write(
          from: from, to: report.bus, emission: Emission(actions: report.actions), evidence: edge.evidence,
          span: report.span, source: report.source, isBySharedRole: report.isSharedRole, isReport: true)
        result.append(Hop(from: from, to: report.bus, cause: .write(write)))
      case .grant(let index): granted = web.resource(at: step.node).map { ($0, index, edge.evidence) }
      case .hit(let hit):
        guard let (from, index, evidence) = granted else { continue }
        let write = web.write(from: from, grant: index, hit: hit, evidence: min(evidence, edge.evidence))
        result.append(Hop(from: from, to: write.to, cause: .write(write)))
      }
    }
    return result
  }

  /// The same round beginning at the first function in the files, or else at what runs, or at the first resource.
  private func turned(_ hops: [Hop]) -> [Hop] {
    let functions = hops.indices.filter { graph.kind(of: hops[$0].from) == .function }
    let running = functions.isEmpty ? hops.indices.filter { graph.kind(of: hops[$0].from).hasIdentity } : functions
    let starts = running.isEmpty ? Array(hops.indices) : running
    guard let start = starts.min(by: { hops[$0].from < hops[$1].from }), start > 0 else { return hops }
    return Array(hops[start...]) + hops[..<start]
  }

  private func isOnFailure(_ cause: Hop.Cause) -> Bool {
    let id: RelationID
    switch cause {
    // Only what failed lies in a dead-letter queue to be moved back.
    case .write(let write): return !write.emission.actions.isEmpty && write.emission.actions == ActionSet.movingNames
    case .relation(let relation): id = relation
    }
    switch graph.via(of: id) {
    case .onFailure, .deadLetterQueue, .redrive: return true
    case .s3Notification, .s3EventBridge, .eventSourceMapping, .subscription, .rulePattern, .ruleTarget, .schedule,
      .pipeSource, .pipeEnrichment, .pipeTarget, .apiIntegration, .authorizer, .functionURL, .loadBalancerTarget,
      .resolver, .userPoolTrigger, .edge, .iotRuleAction, .iotRuleQuery, .logSubscription, .stateMachineTask,
      .onSuccess, .replication, .accessLog, .trail, .tableStreaming, .deliverySource, .deliveryTransform,
      .deliveryTarget,
      .alarmAction, .receiptAction, .rotation, .customResource, .pipelineAction, .configRule, .objectTransform,
      .ownLogs, .agentAction, .permissionOnly, .other:
      return false
    }
  }
}
