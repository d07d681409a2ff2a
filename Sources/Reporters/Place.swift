package import Diagnostics

/// A span as reports state it.
package struct Place {
  package let path: String
  package let start: Position
  /// One past the end.
  package let end: Position

  package init(_ span: Span, in sources: Sources) {
    let file = sources[span.file]
    path = file.path
    let line = file.line(at: span.start)
    start = file.position(at: span.start, onLine: line)
    let last = max(span.start, span.end)
    end = file.position(at: last, onLine: file.line(at: last, from: line))
  }
}

extension AuditReport {
  /// How many findings have a severity.
  package func count(of severity: Severity) -> Int { findings.count { $0.severity == severity } }
}
