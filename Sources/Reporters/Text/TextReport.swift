import Diagnostics

/// The report for people: each finding with its source, and a line that sums up.
struct TextReport {
  let report: AuditReport
  let ink: Ink

  var bytes: [UInt8] {
    var canvas = Canvas(ink)
    for index in report.findings.indices {
      write(report.findings[index], to: &canvas)
      canvas.newLine()
    }
    canvas.write(summary)
    canvas.newLine()
    return canvas.bytes
  }

  private func write(_ finding: Finding, to canvas: inout Canvas) {
    canvas.write("\(finding.severity.name)[\(finding.rule)]", finding.severity.ink)
    canvas.write(" (\(finding.confidence.name)): ")
    canvas.paint(.strong) { $0.writePrintable(finding.message) }
    canvas.newLine()
    let snippet = Snippet(finding, sources: report.sources, secrets: report.secrets)
    snippet.write(to: &canvas)
    guard finding.loop != nil || finding.help != nil else { return }
    snippet.writeRail(to: &canvas)
    canvas.newLine()
    if let loop = finding.loop { write("loop:", loop.drawn, below: snippet, to: &canvas) }
    if let help = finding.help { write("help:", help, below: snippet, to: &canvas) }
  }

  private func write(_ name: String, _ note: String, below snippet: Snippet, to canvas: inout Canvas) {
    snippet.writeRail("=", to: &canvas)
    canvas.write(" ")
    canvas.write(name, .help)
    canvas.write(" ")
    canvas.writePrintable(note)
    canvas.newLine()
  }

  var summary: String {
    let audited = report.files.filter { $0.status == .audited }
    let failed = report.files.filter { $0.status == .failed }.count
    let functions = audited.reduce(0) { $0 + $1.functions }
    var parts = ["\(found) in \(counted(audited.count, "file")) with \(counted(functions, "function"))"]
    if report.suppressed > 0 { parts.append("\(report.suppressed) suppressed") }
    if failed > 0 { parts.append(ink.paint("\(counted(failed, "file")) could not be audited", .error)) }
    return parts.joined(separator: "; ")
  }

  private var found: String {
    let counts = [Severity.error, .warning, .info].compactMap { severity -> String? in
      let count = report.count(of: severity)
      guard count > 0 else { return nil }
      return ink.paint(severity == .info ? "\(count) info" : counted(count, severity.name), severity.ink)
    }
    return counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension LoopSummary {
  /// Once round and back to where it starts.
  package var drawn: String {
    let names = path.map(\.resource)
    return (names + names.prefix(1)).joined(separator: " → ")
  }
}
