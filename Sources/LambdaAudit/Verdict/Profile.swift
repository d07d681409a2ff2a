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

  /// The findings as this profile has them.
  func graded(_ findings: [Finding]) -> [Finding] {
    switch self {
    case .default: return findings
    case .minimal: return findings.filter { $0.severity == .error }
    case .strict:
      let severities = Dictionary(Catalog.all.map { ($0.id, $0.severity) }) { $1 }
      return findings.map { finding in
        var finding = finding
        finding.severity = max(finding.severity, severities[finding.rule] ?? finding.severity)
        return finding
      }
    }
  }
}
