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
      let reserves = facts.graph.ownFunctions.compactMap { function -> (Function, Int)? in
        function.reservedConcurrency.value.flatMap { $0 > 0 ? (function, $0) : nil }
      }
      let total = reserves.reduce(0) { $0 &+ $1.1 }
      let available = facts.standards.accountConcurrency - Limits.unreservedConcurrency
      guard total > available, let largest = reserves.max(by: { $0.1 < $1.1 }) else { return }
      report(
        "\(Phrase.number(total)) executions are reserved, but the account has \(Phrase.number(available)) to reserve",
        at: largest.0.reservedConcurrency.span, resource: largest.0.id, confidence: .likely,
        related: reserves.filter { $0.0.id != largest.0.id }.prefix(8).map {
          Label($0.0.reservedConcurrency.span, "'\(facts.graph[$0.0.id].name)' reserves \($0.1)")
        },
        help: "lower the reserves, or have the account's limit raised and say so with account-concurrency"
      )
    }
  )
}
