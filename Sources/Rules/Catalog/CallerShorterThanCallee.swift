import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// Whoever waits for a function that may run longer pays for both and gets no answer.
  static let callerShorterThanCallee = Rule(
    id: "caller-shorter-than-callee",
    title: "Caller gives up before the function it calls is done",
    severity: .warning,
    since: "0.1",
    check: .eachFunction { function, facts, report in
      guard let timeout = function.effectiveTimeout else { return }
      let triggers = facts.graph.triggers(of: function.id)
      for position in triggers.indices where triggers[position].via == .stateMachineTask {
        reportTask(triggers[position], function, timeout, facts.graph, &report)
      }
      for write in facts.flow.writes(to: function.id) where write.evidence >= .exact {
        reportCaller(write, function, timeout, facts.graph, &report)
      }
    }
  )
}

private func reportTask(
  _ relation: Relation, _ function: Function, _ timeout: Int, _ graph: ResourceGraph, _ report: inout Report
) {
  guard relation.mode == .sync, case .known(let limit, let span)? = relation.wait?.timeout, limit < timeout &* 1_000
  else { return }
  report(
    "the task waits \(limit / 1_000) s for '\(graph[function.id].name)', which may run \(timeout) s", at: span,
    resource: function.id, related: [Label(function.timeout.span, "the function may run \(timeout) s")],
    help: "raise TimeoutSeconds of the task above the function's timeout, or lower the function's"
  ) { $0.subject = graph[relation.from].name }
}

private func reportCaller(
  _ write: Write, _ function: Function, _ timeout: Int, _ graph: ResourceGraph, _ report: inout Report
) {
  guard write.from != function.id, write.emission.actions.contains("lambda:InvokeFunction"),
    let caller = graph.position(ofFunction: write.from), let own = graph.functions[caller].effectiveTimeout,
    own < timeout
  else { return }
  report(
    "'\(graph[write.from].name)' may run \(own) s, but '\(graph[function.id].name)', which it may call, \(timeout) s",
    at: graph.functions[caller].timeout.span, resource: write.from, severity: .info, confidence: .possible,
    related: [
      Label(write.span, "the call is allowed here"),
      Label(function.timeout.span, "the function it calls may run \(timeout) s"),
    ],
    help: "if it waits for the answer, give the caller more time than the callee, or invoke with Event"
  ) { $0.subject = graph[function.id].name }
}
