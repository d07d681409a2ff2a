import Diagnostics
package import Reporters
import Rules

extension Audit.Outcome {
  /// The report in a format.
  package func rendered(_ format: ReportFormat, isColoured: Bool = false) -> [UInt8] {
    let rules = format == .sarif ? Catalog.all.map(RuleDescription.init) : []
    let reporter = Reporter(report, rules: rules, loops: Drawing(loopsOf: facts, sources: report.sources))
    return reporter.render(format, isColoured: isColoured)
  }
}

extension RuleDescription {
  init(_ rule: Rule) {
    self.init(
      id: rule.id, title: rule.title, severity: rule.severity, security: rule.security,
      page: RulePages.text(of: rule.id) ?? "")
  }
}
