import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// Reserves come out of one pot, and a hundred executions must stay in it.
  static let concurrencyOverAccount = Rule(
    id: "concurrency-over-account",
    title: "Reserves add up to more than the account has",
    severity: .error,
    since: "0.1",
    check: .wholeGraph { facts, report in
      var reserves: [(id: ResourceID, span: Span, count: Int)] = []
      for position in facts.graph.ownFunctions.indices {
        guard case .known(let count, let span) = facts.graph.ownFunctions[position].reservedConcurrency, count > 0
        else { continue }
        reserves.append((facts.graph.ownFunctions[position].id, span, count))
      }
      let total = reserves.reduce(0) { $0 &+ $1.count }
      let available = facts.standards.accountConcurrency - Limits.unreservedConcurrency
      guard total > available, let largest = reserves.max(by: { $0.count < $1.count }) else { return }
      report(
        "\(Phrase.number(total)) executions are reserved, but the account has \(Phrase.number(available)) to reserve",
        at: largest.span, resource: largest.id, confidence: .likely,
        related: reserves.filter { $0.id != largest.id }.prefix(8).map {
          Label($0.span, "'\(facts.graph[$0.id].name)' reserves \($0.count)")
        },
        help: "lower the reserves, or have the account's limit raised and say so with account-concurrency"
      )
    }
  )
}
