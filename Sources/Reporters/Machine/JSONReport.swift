import Diagnostics

/// The contract's JSON report, schema 1.
struct JSONReport {
  let report: AuditReport

  /// - Parameter pieces: how many threads write at the same time.
  func bytes(pieces: Int) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("schema", 1)
      $0.member("tool", .object([("name", .string(Tool.name)), ("version", .string(Tool.version))]))
      $0.member("files") { $0.array { for file in report.files { $0.item { write(file, to: &$0) } } } }
      $0.member("findings") {
        $0.array { $0.items(report.findings.count, pieces: pieces) { write(report.findings[$0], to: &$1) } }
      }
      $0.member("suppressed", report.suppressed)
      $0.member("summary", summary)
    }
    return writer.finish()
  }

  private var summary: JSON {
    .object([Severity.error, .warning, .info].map { ($0.name, .int(report.count(of: $0))) })
  }

  private func write(_ file: AuditReport.File, to writer: inout JSONWriter) {
    writer.object(isFlat: file.error == nil) {
      $0.member("path", file.path)
      $0.member("format", file.format)
      $0.member("status", file.status.rawValue)
      $0.member("functions", file.functions)
      guard let problem = file.error else { return $0.member("error", .null) }
      $0.member("error") { write(problem.message, at: problem.span, to: &$0) }
    }
  }

  private func write(_ finding: Finding, to writer: inout JSONWriter) {
    writer.object {
      $0.member("rule", finding.rule)
      $0.member("severity", finding.severity.name)
      $0.member("confidence", finding.confidence.name)
      $0.member("message", finding.message)
      $0.member("help", finding.help)
      $0.member("resource", finding.resource)
      $0.member("function", finding.function)
      $0.member("variable", finding.variable)
      $0.member("location") { write(finding.span, to: &$0) }
      $0.member("related") {
        $0.array { for label in finding.related { $0.item { write(label.message, at: label.span, to: &$0) } } }
      }
      $0.member("loop") { if let loop = finding.loop { write(loop, to: &$0) } else { $0.write(.null) } }
      $0.member("fingerprint", finding.fingerprint.text)
    }
  }

  private func write(_ message: String, at span: Span, to writer: inout JSONWriter) {
    writer.object {
      $0.member("message", message)
      $0.member("location") { write(span, to: &$0) }
    }
  }

  private func write(_ loop: LoopSummary, to writer: inout JSONWriter) {
    writer.object(isFlat: loop.path.isEmpty) {
      $0.member("path") { $0.array { for stop in loop.path { $0.item { write(stop, to: &$0) } } } }
      $0.member("awsGuard", loop.awsGuard.rawValue)
    }
  }

  private func write(_ stop: LoopSummary.Stop, to writer: inout JSONWriter) {
    writer.object(isFlat: true) {
      $0.member("resource", stop.resource)
      $0.member("kind", stop.kind)
    }
  }

  private func write(_ span: Span, to writer: inout JSONWriter) {
    let place = Place(span, in: report.sources)
    writer.object(isFlat: true) {
      $0.member("path", place.path)
      $0.member("startLine", place.start.line)
      $0.member("startColumn", place.start.column)
      $0.member("endLine", place.end.line)
      $0.member("endColumn", place.end.column)
    }
  }
}
