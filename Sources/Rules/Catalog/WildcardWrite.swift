import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A role that may write everything turns one bug or one stolen session into damage everywhere.
  static let wildcardWrite = Rule(
    id: "wildcard-write",
    title: "Role may write to every resource of a service",
    severity: .warning,
    since: "0.1",
    security: 5.5,
    check: .wholeGraph { facts, report in
      var seen: Set<Span> = []
      for position in facts.graph.ownFunctions.indices {
        guard let role = facts.graph.ownFunctions[position].role else { continue }
        let (id, statements) = (facts.graph.ownFunctions[position].id, facts.graph.roles[role.index].statements)
        for index in statements.indices where statements[index].source == nil && statements[index].effect == .allow {
          guard let grant = Grant.of(statements[index]), seen.insert(grant.span).inserted else { continue }
          reportGrant(grant, to: id, facts.graph, &report)
        }
      }
    }
  )
}

private func reportGrant(_ grant: Grant, to function: ResourceID, _ graph: ResourceGraph, _ report: inout Report) {
  report(
    "'\(graph[function].name)' may \(grant.what) on every resource", at: grant.span, resource: function,
    severity: grant.isEverything ? .warning : .info, help: "name the resources it works with instead of *"
  ) { $0.subject = grant.what }
}

/// What a statement allows everywhere.
private struct Grant {
  let what: String
  let span: Span
  let isEverything: Bool

  static func of(_ statement: Statement) -> Grant? {
    guard case .only(let resources) = statement.resources, statement.conditions.isEmpty,
      let all = resources.first(where: { $0.value.raw == "*" }), case .only(let actions) = statement.actions
    else { return nil }
    if actions.contains(where: { $0.value == "*" || $0.value == "*:*" }) {
      return Grant(what: "do anything", span: all.span, isEverything: true)
    }
    let broad = actions.first { action in
      ["s3", "dynamodb", "sqs", "sns", "lambda", "events", "kinesis", "states"].contains { service in
        action.value.lowercased() == service + ":*"
      }
    }
    guard let broad else { return nil }
    return Grant(what: "do \(broad.value)", span: all.span, isEverything: false)
  }
}
