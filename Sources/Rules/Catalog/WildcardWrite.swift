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
      for function in facts.graph.ownFunctions {
        guard let role = function.role.map({ facts.graph[$0] }) else { continue }
        for statement in role.statements where statement.source == nil && statement.effect == .allow {
          guard let grant = Grant(statement), seen.insert(grant.span).inserted else { continue }
          report(
            "'\(facts.graph[function.id].name)' may \(grant.what) on every resource", at: grant.span,
            resource: function.id, severity: grant.isEverything ? .warning : .info,
            help: "name the resources it works with instead of *"
          ) { $0.subject = grant.what }
        }
      }
    }
  )
}

/// What a statement allows everywhere.
private struct Grant {
  let what: String
  let span: Span
  let isEverything: Bool

  init?(_ statement: Statement) {
    guard case .only(let actions) = statement.actions, case .only(let resources) = statement.resources,
      statement.conditions.isEmpty, let all = resources.first(where: { $0.value.raw == "*" })
    else { return nil }
    if actions.contains(where: { $0.value == "*" || $0.value == "*:*" }) {
      (what, span, isEverything) = ("do anything", all.span, true)
      return
    }
    let broad = actions.first { action in
      ["s3", "dynamodb", "sqs", "sns", "lambda", "events", "kinesis", "states"].contains { service in
        action.value.lowercased() == service + ":*"
      }
    }
    guard let broad else { return nil }
    (what, span, isEverything) = ("do \(broad.value)", all.span, false)
  }
}
