package import Diagnostics
import Threads

/// What an audit's report can look like.
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

/// Turns what a run found into bytes.
package struct Reporter: Sendable {
  private let report: AuditReport
  private let rules: [RuleDescription]
  /// Drawn only for the formats that show it.
  private let loops: @Sendable () -> Drawing

  package init(
    _ report: AuditReport, rules: [RuleDescription], loops: @autoclosure @escaping @Sendable () -> Drawing
  ) {
    self.report = report
    self.rules = rules
    self.loops = loops
  }

  /// - Parameter pieces: how many threads write at the same time; nil for as many as are worth it.
  package func render(_ format: ReportFormat, isColoured: Bool = false, pieces: Int? = nil) -> [UInt8] {
    let pieces = pieces ?? Workers.pieces(of: report.findings.count, atLeast: Reporter.worthAThread)
    return switch format {
    case .text: TextReport(report: report, ink: Ink(isColoured: isColoured)).bytes(pieces: pieces)
    case .json: JSONReport(report: report).bytes(pieces: pieces)
    case .sarif: SARIFReport(report: report, rules: rules).bytes(pieces: pieces)
    case .github: GitHubReport(report: report).bytes
    case .gitlab: GitLabReport(report: report).json.bytes
    case .junit: JUnitReport(report: report).bytes
    case .markdown: MarkdownReport(report: report, loops: loops()).bytes
    case .dot: DOTDrawing(drawing: loops()).bytes
    case .mermaid: MermaidDrawing(drawing: loops()).bytes
    }
  }
}

extension Reporter {
  /// Findings that take longer to write than a thread takes to start.
  private static let worthAThread = 250
}

extension Drawing {
  package var dot: [UInt8] { DOTDrawing(drawing: self).bytes }
  package var mermaid: [UInt8] { MermaidDrawing(drawing: self).bytes }
  /// - Parameter formats: the contract's words for the formats of files and directories.
  package func json(formats: [String: String]) -> [UInt8] {
    var drawing = JSONDrawing(drawing: self, formats: formats)
    return drawing.json.bytes
  }
}
