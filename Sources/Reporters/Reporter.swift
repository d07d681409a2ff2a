package import Diagnostics

/// What goes to standard output or into a file.
package enum ReportFormat: String, Sendable, CaseIterable {
  case text
  case json
  case sarif
  case github
  case gitlab
  case junit
  case markdown
  case dot
  case mermaid
}

extension ReportFormat {
  /// The report in this format.
  package func render(_ report: AuditReport, isColoured: Bool = false) -> [UInt8] {
    switch self {
    case .text: TextReport(report: report, ink: Ink(isColoured: isColoured)).bytes
    case .sarif, .github, .gitlab, .junit, .markdown, .dot, .mermaid, .json:
      JSONReport(report: report).json.bytes
    }
  }
}
