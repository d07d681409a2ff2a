import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// What a function writes comes back and wakes it again, at full speed and full price.
  static let recursiveLoop = Rule(
    id: "recursive-loop",
    title: "Function wakes itself again and again",
    severity: .error,
    since: "0.1",
    check: .eachLoop { loop, facts, report in reportLoop(loop, facts.graph, &report) }
  )
}

private func reportLoop(_ loop: Loop, _ graph: ResourceGraph, _ report: inout Report) {
  guard let first = loop.hops.first, let key = loop.keyHop(in: graph) else { return }
  let (severity, confidence) = grade(loop, graph)
  var related: [Label] = []
  var told: Set<Label> = []
  let place = place(of: loop, key: key, graph)
  for hop in loop.hops {
    let label = Label(hop.span(in: graph), hop.sentence(in: graph))
    if label.span != place || graph.isTold(place), told.insert(label).inserted { related.append(label) }
  }
  report(
    message(loop, key: key, graph), at: place, resource: first.from, severity: severity, confidence: confidence,
    related: related, help: help(loop, key: key, graph)
  ) { finding in
    finding.loop = LoopSummary(
      path: loop.hops.map { .init(resource: graph[$0.from].name, kind: graph[$0.from].kind.contractName) },
      awsGuard: loop.awsGuard, isAcrossStacks: loop.isAcrossStacks(in: graph))
    finding.subject = loop.hops.map { graph[$0.from].name }.joined(by: ">")
  }
}

/// Where the reader can do something about it: in a file of this run rather than in the graph of another repository.
private func place(of loop: Loop, key: Hop, _ graph: ResourceGraph) -> Span {
  let best = loop.doubts.first?.span ?? key.span(in: graph)
  let others = [key.span(in: graph)] + loop.hops.map { $0.span(in: graph) }
  return graph.isTold(best) ? others.first { !graph.isTold($0) } ?? best : best
}

/// The grade of a loop: how bad it is comes from what it does, how sure we are from its evidence.
private func grade(_ loop: Loop, _ graph: ResourceGraph) -> (Severity, Confidence) {
  if !loop.doubts.isEmpty { return (.info, .possible) }
  if loop.isOfOneRole(in: graph) { return (loop.isFailureOnly ? .info : .warning, .possible) }
  switch loop.evidence {
  case .structural: return (loop.isFailureOnly ? .warning : .error, .certain)
  case .exact: return (loop.isFailureOnly ? .info : .error, .likely)
  case .wildcard, .managedWildcard, .inferred: return (loop.isFailureOnly ? .info : .warning, .possible)
  case .hidden: return (.info, .possible)
  }
}

private func message(_ loop: Loop, key: Hop, _ graph: ResourceGraph) -> String {
  let functions = loop.functions(in: graph)
  let source = graph[key.medium(in: graph)].name
  let condition = loop.failure(in: graph).map { " each time \($0)" } ?? ""
  if let doubt = loop.doubts.first {
    return "\(quoted(functions)) may wake itself through '\(source)': \(doubt.sentence)"
  }
  if functions.count > 1 { return "\(Phrase.list(functions.map { "'\($0)'" })) wake each other through '\(source)'" }
  guard let function = functions.first else {
    let names = loop.hops.map { "'\(graph[$0.from].name)'" }
    return "\(Phrase.list(names)) keep each other's dead letters, so what fails never leaves them"
  }
  guard loop.evidence != .structural, let write = loop.write else {
    return "'\(function)' wakes itself through '\(source)'\(condition)"
  }
  return sentence(on: write, by: function, through: source, loop.evidence, graph) + condition
}

private func sentence(
  on write: Write, by function: String, through source: String, _ evidence: Write.Evidence, _ graph: ResourceGraph
) -> String {
  let target = graph[write.to].name
  if write.isReport { return "'\(function)' may call \(write.emission.actions.first ?? "it"), which wakes it again" }
  let verb = write.verb(in: graph)
  let isSelf = write.to == write.from
  let end = isSelf ? "" : source == target ? ", which wakes it again" : ", which wakes it through '\(source)'"
  let object = isSelf ? "itself" : "'\(target)'"
  switch evidence {
  case .structural, .exact: return "'\(function)' may \(verb) \(object)\(end)"
  case .wildcard, .managedWildcard: return "a wildcard lets '\(function)' \(verb) \(object)\(end)"
  case .inferred: return "'\(function)' seems to \(verb) \(object)\(end)"
  case .hidden: return "a policy out of sight may let '\(function)' \(verb) \(object)\(end)"
  }
}

private func quoted(_ names: [String]) -> String { "'\(names.first ?? "it")'" }

private func help(_ loop: Loop, key: Hop, _ graph: ResourceGraph) -> String {
  var parts = [remedy(loop, key: key, graph)]
  switch loop.awsGuard {
  case .covered:
    let end = "AWS's recursion guard stops it after about \(Limits.recursionRounds) rounds"
    parts.append(loop.guardNote.map { "\(end), \($0)" } ?? end)
  case .notCovered:
    parts.append((loop.guardNote ?? "AWS's recursion guard does not see this way round") + ", so nothing stops it")
  case .disabled: parts.append("AWS's recursion guard is switched off here, so nothing stops it")
  case .unknown: if let note = loop.guardNote { parts.append(note) }
  }
  if let burn = loop.burn {
    let limit =
      burn.isAccountLimit
      ? "the account's \(Phrase.number(burn.concurrency))" : "the reserved \(Phrase.number(burn.concurrency))"
    parts.append(
      "at most \(Phrase.dollars(burn.dollarsPerHour)) an hour with \(limit) executions of "
        + "\(Phrase.number(burn.megabytes)) MB busy")
  }
  if loop.further > 0 { parts.append(further(loop.further)) }
  return parts.joined(by: "; ")
}

private func further(_ count: Int) -> String {
  count == 1
    ? "one more loop runs through the same resources"
    : "\(Phrase.number(count)) more loops run through the same resources"
}

private func remedy(_ loop: Loop, key: Hop, _ graph: ResourceGraph) -> String {
  if loop.isFailureOnly { return "send failures to a queue or topic that does not lead back to the function" }
  if key.isDelivery(in: graph) { return "deliver to a place that does not lead back to the function" }
  switch graph[key.from].kind {
  case .bucket: return "write to another bucket, or give the trigger a prefix or suffix that its own writes never match"
  case .queue: return "send to another queue, or take the permission away"
  case .topic: return "publish to another topic, or add a filter policy that its own messages never match"
  case .table: return "add FilterCriteria that its own updates never match, or write to another table"
  case .stream: return "put records into another stream, or add FilterCriteria that its own records never match"
  case .bus, .rule: return "narrow the rule's source and detail-type to events that the function never puts"
  case .logGroup: return "subscribe to other log groups only, or send the function's own logs elsewhere"
  case .function: return "end the recursion in code with a depth that travels in the event, or take the permission away"
  case .iotRule, .iotTopic: return "publish to a topic that the rule's query does not select"
  case .pipe, .stateMachine, .firehose, .api, .schedule, .external, .kafkaCluster, .broker, .documentCluster,
    .userPool, .graphQLAPI, .loadBalancer, .distribution, .emailReceipt:
    return "write elsewhere, or take the permission away"
  }
}
