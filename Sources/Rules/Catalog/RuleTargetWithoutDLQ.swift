import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// An event that a rule, schedule or subscription can't deliver is dropped after its retries.
  static let ruleTargetWithoutDLQ = Rule(
    id: "rule-target-without-dlq",
    title: "Undeliverable events are dropped without a trace",
    severity: .info,
    since: "0.1",
    check: .wholeGraph { facts, report in
      var targets: [String: [Relation]] = [:]
      var scopes: [String] = []
      let relations = facts.graph.relations
      for position in relations.indices where mayDrop(relations[position].via) {
        let relation = relations[position]
        guard isOpen(relation, facts.graph) else { continue }
        let scope = facts.graph[relation.to].scope
        if targets[scope] == nil { scopes.append(scope) }
        targets[scope, default: []].append(relation)
      }
      for scope in scopes { reportStack(targets[scope] ?? [], facts.graph, &report) }
    }
  )
}

private func mayDrop(_ via: Via) -> Bool { via == .ruleTarget || via == .schedule || via == .subscription }

private func isOpen(_ relation: Relation, _ graph: ResourceGraph) -> Bool {
  relation.deadLetter == nil && relation.isEnabled.value != false && relation.mode == .async
    && !graph[relation.from].isGenerated && !graph[relation.to].isGenerated
    && graph[relation.to].kind == .function && !graph[relation.to].isExternal
}

private func reportStack(_ relations: [Relation], _ graph: ResourceGraph, _ report: inout Report) {
  guard let first = relations.first else { return }
  let (source, target) = (graph[first.from], graph[first.to].name)
  let more = relations.count > 1 ? " and \(Phrase.number(relations.count - 1)) more targets" : ""
  report(
    "what \(source.kind.title) '\(source.name)' can't deliver to '\(target)'\(more) is dropped",
    at: first.span, resource: first.from, function: first.to,
    related: relations.dropFirst().prefix(8).map { Label($0.span, "'\(graph[$0.to].name)' neither") },
    help: "add a DeadLetterConfig to the target, or a RedrivePolicy to the subscription"
  )
}
