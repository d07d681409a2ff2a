package import Diagnostics

/// What reports say about a rule.
package struct RuleDescription: Sendable {
  package let id: String
  package let title: String
  package let severity: Severity
  /// How grave it is for those who look after security, from 0 to 10.
  package let security: Double?
  /// Its page in Markdown; empty when there is none.
  package let page: String

  package init(id: String, title: String, severity: Severity, security: Double?, page: String) {
    self.id = id
    self.title = title
    self.severity = severity
    self.security = security
    self.page = page
  }

  /// Where the page is on the web.
  package var address: String { "\(Tool.homepage)/blob/main/docs/rules/\(id).md" }
}
