import Diagnostics
import Threads

/// The report for people: each finding with its source, and a line that sums up.
struct TextReport {
  let report: AuditReport
  let ink: Ink

  /// - Parameter pieces: how many threads write at the same time.
  func bytes(pieces: Int) -> [UInt8] {
    let pages = Pages(report)
    let ranges = Workers.ranges(of: report.findings.count, pieces: pieces)
    let written = Workers.map(pieces) { bytes(of: ranges[$0], pages) } + [Array("\(summary)\n".utf8)]
    var whole: [UInt8] = []
    whole.reserveCapacity(written.reduce(0) { $0 + $1.count })
    for piece in written { whole += piece }
    return whole
  }

  /// Some of the findings.
  private func bytes(of range: Range<Int>, _ pages: Pages) -> [UInt8] {
    var canvas = Canvas(ink, capacity: range.count * TextReport.usualLength)
    for index in range {
      write(report.findings[index], pages, to: &canvas)
      canvas.newLine()
    }
    return canvas.bytes
  }

  /// Bytes of a finding that has a line or two of source.
  private static let usualLength = 400

  private func write(_ finding: Finding, _ pages: Pages, to canvas: inout Canvas) {
    let accent = finding.severity.ink
    canvas.paint(accent) {
      $0.write(finding.severity.name)
      $0.put("[")
      $0.write(finding.rule)
      $0.put("]")
    }
    canvas.put(" (")
    canvas.write(finding.confidence.name)
    canvas.put("): ")
    canvas.paint(.strong) { $0.writePrintable(finding.message) }
    canvas.newLine()
    let snippet = Snippet(finding.span, finding.related, accent: accent, pages: pages)
    snippet.write(to: &canvas)
    guard finding.loop != nil || finding.help != nil else { return }
    snippet.writeRail(to: &canvas)
    canvas.newLine()
    if let loop = finding.loop { write("loop:", loop.drawn, below: snippet, to: &canvas) }
    if let help = finding.help { write("help:", help, below: snippet, to: &canvas) }
  }

  private func write(_ name: StaticString, _ note: String, below snippet: Snippet, to canvas: inout Canvas) {
    snippet.writeRail("=", to: &canvas)
    canvas.put(" ")
    canvas.put(name, .help)
    canvas.put(" ")
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
    return parts.joined(by: "; ")
  }

  private var found: String {
    let counts = [Severity.error, .warning, .info].compactMap { severity -> String? in
      let count = report.count(of: severity)
      guard count > 0 else { return nil }
      return ink.paint(severity == .info ? "\(count) info" : counted(count, severity.name), severity.ink)
    }
    return counts.isEmpty ? "no findings" : counts.joined(by: ", ")
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension LoopSummary {
  /// Once round and back to where it starts.
  package var drawn: String {
    let names = path.map(\.resource)
    return (names + names.prefix(1)).joined(by: " → ")
  }
}
