import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// Sources that deliver at least once make a function that charges or sends do it twice now and then.
  static let repeatableCharge = Rule(
    id: "repeatable-charge",
    title: "A repeated event may charge or send twice",
    severity: .info,
    since: "0.1",
    check: .eachFunction { function, facts, report in
      guard let source = facts.graph.trigger(of: function.id, where: { repeats($0, function, facts.graph) }),
        let sign = sign(of: function, facts.graph), !hasIdempotency(function)
      else { return }
      let name = facts.graph[function.id].name
      report(
        "'\(name)' may get an event twice and then \(sign.act) twice",
        at: sign.span, resource: function.id, confidence: .possible,
        related: [Label(source.span, "'\(facts.graph[source.from].name)' delivers at least once")],
        help:
          "keep the ids of handled events, as the idempotency utility of Powertools does, or pass an idempotency key "
          + "to the service that is called"
      )
    }
  )
}

/// What says that a function does something that must not happen twice.
private struct Sign {
  let act: String
  let span: Span
}

private let money: Vocabulary = [
  "payment", "payments", "pay", "charge", "charges", "charging", "invoice", "invoices", "invoicing", "billing",
  "refund",
  "refunds", "checkout", "payout", "payouts",
]
private let providers: Vocabulary = ["stripe", "paypal", "braintree", "adyen", "klarna"]

private func sign(of function: Function, _ graph: ResourceGraph) -> Sign? {
  if money.occurs(in: graph[function.id].name) { return Sign(act: "charge", span: function.span) }
  if let variable = function.environment.first(where: { providers.occurs(in: $0.name) }) {
    return Sign(act: "charge", span: variable.nameSpan)
  }
  for statement in function.role.map({ graph[$0].statements }) ?? [] where statement.effect == .allow {
    guard case .only(let actions) = statement.actions else { continue }
    if let mail = actions.first(where: { $0.value.lowercased().hasPrefix("ses:send") }) {
      return Sign(act: "send mail", span: mail.span)
    }
  }
  return nil
}

private func hasIdempotency(_ function: Function) -> Bool {
  function.environmentIsOpen
    || function.environment.contains { variable in
      let words = Words.of(variable.name)
      return words.contains { $0.hasPrefix("idempoten") || $0 == "dedup" || $0.hasPrefix("deduplication") }
    }
}

private func repeats(_ relation: Relation, _ function: Function, _ graph: ResourceGraph) -> Bool {
  switch graph.invocation(of: relation) {
  case .asynchronous: function.maximumRetries.value(default: Limits.asynchronousRetries).map { $0 > 0 } ?? false
  case .polledQueue: graph.queue(relation.from)?.isFIFO.value != true
  case .polledStream, .polledOther: true
  case .synchronous: false
  }
}
