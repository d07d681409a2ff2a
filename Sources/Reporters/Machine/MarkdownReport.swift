import Diagnostics

/// The report for job summaries and comments: a table, and the loops as a drawing.
struct MarkdownReport {
  let report: AuditReport
  let loops: Drawing

  var bytes: [UInt8] {
    var lines = ["### lambda-audit: \(TextReport(report: report, ink: Ink(isColoured: false)).summary)", ""]
    let failures = report.files.compactMap(\.error)
    for problem in failures { lines.append("* **not audited** `\(place(problem.span))`: \(escaped(problem.message))") }
    if !failures.isEmpty { lines.append("") }
    if !report.findings.isEmpty {
      lines += ["| Severity | Rule | Where | What |", "|---|---|---|---|"]
      lines += report.findings.map(row) + [""]
    }
    if !loops.edges.isEmpty {
      let drawing = String(decoding: MermaidDrawing(drawing: loops).bytes, as: UTF8.self)
      lines += ["```mermaid", drawing + "```", ""]
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  private func row(_ finding: Finding) -> String {
    let what = [finding.message, finding.help.map { "*\($0)*" }].compactMap { $0 }.map(escaped)
    return """
      | \(finding.severity.name) (\(finding.confidence.name)) | `\(finding.rule)` | `\(place(finding.span))` \
      | \(what.joined(separator: "<br>")) |
      """
  }

  private func place(_ span: Span) -> String {
    let place = Place(span, in: report.sources)
    return "\(escaped(place.path)):\(place.start.line)"
  }

  private func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "|": out += "\\|"
      case "<": out += "&lt;"
      case "\n", "\r\n", "\r": out += " "
      default: out.append(character.asciiValue.map { $0 < 0x20 } == true ? "\u{FFFD}" : character)
      }
    }
    return out
  }
}
