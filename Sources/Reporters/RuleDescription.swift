package import Diagnostics

/// What reports say about a rule.
package struct RuleDescription: Sendable {
  package let id: String
  package let title: String
  package let severity: Severity
  /// Its page in Markdown; empty when there is none.
  package let page: String

  package init(id: String, title: String, severity: Severity, page: String) {
    self.id = id
    self.title = title
    self.severity = severity
    self.page = page
  }

  /// Where the page is on the web.
  package var address: String { "\(Tool.homepage)/blob/main/docs/rules/\(id).md" }
}
