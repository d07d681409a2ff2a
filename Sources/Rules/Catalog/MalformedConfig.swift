import Diagnostics

extension Rule {
  /// Something in the file that can be read past but that the deployment will stumble over.
  static let malformedConfig = Rule(
    id: "malformed-config",
    title: "Part of the file can't mean what it says",
    severity: .warning,
    since: "0.1",
    check: .whileReading
  )
}
