import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A last resort that can't take what it is given: the wrong type of queue, or no permission to send.
  static let misdirectedFailure = Rule(
    id: "misdirected-failure",
    title: "Failure target that can't take the events",
    severity: .error,
    since: "0.1",
    check: .wholeGraph { facts, report in
      let graph = facts.graph
      for position in graph.ownFunctions.indices { reportTargets(of: position, graph, &report) }
      for position in graph.queues.indices where !graph.queues[position].redrive.isUnset {
        let queue = graph.queues[position]
        if !graph[queue.id].isGenerated { reportRedrive(of: queue, facts, &report) }
      }
    }
  )
}

private func reportTargets(of position: Int, _ graph: ResourceGraph, _ report: inout Report) {
  let functions = graph.ownFunctions
  if let target = functions[position].deadLetter { reportTarget(target, of: functions[position], graph, &report) }
  if let target = functions[position].onFailure { reportTarget(target, of: functions[position], graph, &report) }
  if let target = functions[position].onSuccess { reportTarget(target, of: functions[position], graph, &report) }
}

private func reportTarget(
  _ target: Reference, of function: Function, _ graph: ResourceGraph, _ report: inout Report
) {
  guard let resource = target.resource else { return }
  let name = graph[function.id].name
  if isFIFO(resource, graph) {
    report(
      "'\(graph[resource].name)' is FIFO, which Lambda refuses as a target of '\(name)'", at: target.span,
      resource: function.id, help: "use a standard queue or topic"
    ) { $0.subject = "fifo" }
  } else if let action = missingAction(function, for: graph[resource].kind, graph) {
    report(
      "the role of '\(name)' lacks \(action), so '\(graph[resource].name)' never receives anything", at: target.span,
      resource: function.id, severity: .warning, confidence: .likely,
      help: "allow \(action) on '\(graph[resource].name)' in the function's role"
    ) { $0.subject = "permission" }
  }
}

private func reportRedrive(of queue: Queue, _ facts: Facts, _ report: inout Report) {
  let graph = facts.graph
  if case .unset? = queue.redrive.value?.maximumReceives {
    report(
      "the redrive policy of '\(graph[queue.id].name)' has no maxReceiveCount, without which SQS refuses it",
      at: queue.redrive.span, resource: queue.id,
      help: "set maxReceiveCount to at least \(facts.standards.minimumReceives)"
    ) { $0.subject = "count" }
  }
  guard let redrive = queue.redrive.value, let target = redrive.target.resource, let other = graph.queue(target),
    let isFIFO = queue.isFIFO.value(default: false), let otherIsFIFO = other.isFIFO.value(default: false),
    isFIFO != otherIsFIFO
  else { return }
  let (name, otherName) = (graph[queue.id].name, graph[target].name)
  report(
    "'\(name)' is \(kind(isFIFO)) but its dead-letter queue '\(otherName)' is \(kind(otherIsFIFO))",
    at: redrive.target.span, resource: queue.id, help: "make both queues of the same type; SQS refuses the policy")
}

private func kind(_ isFIFO: Bool) -> String { isFIFO ? "FIFO" : "standard" }

private func isFIFO(_ resource: ResourceID, _ graph: ResourceGraph) -> Bool {
  graph.queue(resource)?.isFIFO.value == true || graph.topic(resource)?.isFIFO.value == true
}

/// The action that a role plainly lacks; nil when it may have it.
private func missingAction(_ function: Function, for kind: ResourceKind, _ graph: ResourceGraph) -> String? {
  let needed: String
  switch kind {
  case .queue: needed = "sqs:SendMessage"
  case .topic: needed = "sns:Publish"
  case .function, .bucket, .table, .stream, .bus, .rule, .pipe, .stateMachine, .firehose, .logGroup, .api, .schedule,
    .iotRule, .external, .kafkaCluster, .broker, .documentCluster, .userPool, .graphQLAPI, .loadBalancer, .distribution,
    .emailReceipt, .iotTopic:
    return nil
  }
  guard let role = function.role.map({ graph[$0] }), role.isComplete,
    role.managedPolicies.allSatisfy({ harmlessPolicies.contains($0.value) })
  else { return nil }
  let allows = role.statements.contains { statement in
    guard statement.effect == .allow else { return false }
    switch statement.actions {
    case .only(let actions): return actions.contains { ActionPattern.matches($0.value, needed) }
    case .allBut: return true
    }
  }
  return allows ? nil : needed
}

/// AWS managed policies that allow no sending.
private let harmlessPolicies: Set<String> = [
  "AWSLambdaBasicExecutionRole", "service-role/AWSLambdaBasicExecutionRole", "AWSLambdaVPCAccessExecutionRole",
  "service-role/AWSLambdaVPCAccessExecutionRole", "AWSXRayDaemonWriteAccess", "AWSXrayWriteOnlyAccess",
  "AWSLambdaSQSQueueExecutionRole", "service-role/AWSLambdaSQSQueueExecutionRole", "AWSLambdaKinesisExecutionRole",
  "service-role/AWSLambdaKinesisExecutionRole", "AWSLambdaDynamoDBExecutionRole",
  "service-role/AWSLambdaDynamoDBExecutionRole",
]
