import Diagnostics

extension Rule {
  /// An ignore that hides nothing hides the next finding instead.
  static let unusedIgnore = Rule(
    id: "unused-ignore",
    title: "Ignore that hides nothing",
    severity: .info,
    since: "0.1",
    check: .whileReading
  )
}
