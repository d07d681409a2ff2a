import Diagnostics
import Rules

/// How much a run says.
package enum Profile: String, Sendable, CaseIterable {
  /// Each finding at the severity that its circumstances give it.
  case `default`
  /// Each finding at the full severity of its rule, whatever softens it.
  case strict
  /// Errors only.
  case minimal

  /// Gives some of the findings the severity that they have in this profile.
  func grade(_ findings: inout [Finding], _ positions: Range<Int>) {
    guard self == .strict else { return }
    let severities = Dictionary(Catalog.all.map { ($0.id, $0.severity) }) { $1 }
    for position in positions {
      guard let severity = severities[findings[position].rule] else { continue }
      findings[position].severity = max(findings[position].severity, severity)
    }
  }

  /// Whether findings of a severity are reported.
  func reports(_ severity: Severity) -> Bool { self != .minimal || severity == .error }
}
