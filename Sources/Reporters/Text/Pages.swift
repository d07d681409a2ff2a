import Diagnostics

/// The sources that snippets show lines of, with what must not be seen in them.
final class Pages: Sendable {
  let sources: Sources
  /// The byte ranges of secrets by the lines that they touch.
  private let secrets: [Line: [Range<Int>]]

  private struct Line: Hashable {
    let file: FileID
    /// Zero-based.
    let line: Int
  }

  init(_ report: AuditReport) {
    sources = report.sources
    var secrets: [Line: [Range<Int>]] = [:]
    // Many variables may show the same default of a parameter.
    var seen: Set<Span> = []
    for span in report.secrets where !span.isEmpty && seen.insert(span).inserted {
      let file = sources[span.file]
      for line in file.line(at: span.start)...file.line(at: span.end - 1) {
        secrets[Line(file: span.file, line: line), default: []].append(Int(span.start)..<Int(span.end))
      }
    }
    self.secrets = secrets
  }

  /// The secrets that touch a line of a file.
  func secrets(onLine line: Int, of file: FileID) -> [Range<Int>] {
    secrets.isEmpty ? [] : secrets[Line(file: file, line: line)] ?? []
  }
}
