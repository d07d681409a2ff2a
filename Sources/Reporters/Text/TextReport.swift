import Diagnostics

/// The report for people: each finding with its source, and a line that sums up.
struct TextReport {
  let report: AuditReport
  let ink: Ink

  var bytes: [UInt8] {
    var lines: [String] = []
    for finding in report.findings { lines += self.lines(of: finding) + [""] }
    lines.append(summary)
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func lines(of finding: Finding) -> [String] {
    let label = ink.paint("\(finding.severity.name)[\(finding.rule)]", finding.severity.ink)
    let message = ink.paint(CharacterWidth.printable(finding.message), .strong)
    let snippet = Snippet(finding, sources: report.sources, secrets: report.secrets, ink: ink)
    var lines = ["\(label) (\(finding.confidence.name)): \(message)"] + snippet.lines()
    var notes: [(String, String)] = []
    if let loop = finding.loop { notes.append(("loop", loop.drawn)) }
    if let help = finding.help { notes.append(("help", help)) }
    if !notes.isEmpty { lines.append(snippet.rail()) }
    for (name, text) in notes {
      lines.append("\(snippet.rail("=")) \(ink.paint(name + ":", .help)) \(CharacterWidth.printable(text))")
    }
    return lines
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
