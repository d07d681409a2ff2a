import Diagnostics

/// The contract's JSON report, schema 1.
struct JSONReport {
  let report: AuditReport

  var json: JSON {
    .object([
      ("schema", .int(1)),
      ("tool", .object([("name", .string(Tool.name)), ("version", .string(Tool.version))])),
      ("files", .array(report.files.map(file))),
      ("findings", .array(report.findings.map(finding))),
      ("suppressed", .int(report.suppressed)),
      ("summary", summary),
    ])
  }

  private var summary: JSON {
    .object([Severity.error, .warning, .info].map { ($0.name, .int(report.count(of: $0))) })
  }

  private func file(_ file: AuditReport.File) -> JSON {
    var error = JSON.null
    if let problem = file.error {
      error = .object([("message", .string(problem.message)), ("location", location(problem.span))])
    }
    return .object([
      ("path", .string(file.path)), ("format", JSON(file.format)), ("status", .string(file.status.rawValue)),
      ("functions", .int(file.functions)), ("error", error),
    ])
  }

  private func finding(_ finding: Finding) -> JSON {
    .object([
      ("rule", .string(finding.rule)), ("severity", .string(finding.severity.name)),
      ("confidence", .string(finding.confidence.name)), ("message", .string(finding.message)),
      ("help", JSON(finding.help)), ("resource", JSON(finding.resource)), ("function", JSON(finding.function)),
      ("variable", JSON(finding.variable)), ("location", location(finding.span)),
      ("related", .array(finding.related.map(related))), ("loop", finding.loop.map(loop) ?? .null),
      ("fingerprint", .string(finding.fingerprint)),
    ])
  }

  private func related(_ label: Label) -> JSON {
    .object([("message", .string(label.message)), ("location", location(label.span))])
  }

  private func loop(_ loop: LoopSummary) -> JSON {
    let path = loop.path.map { stop in
      JSON.object([("resource", .string(stop.resource)), ("kind", .string(stop.kind))])
    }
    return .object([("path", .array(path)), ("awsGuard", .string(loop.awsGuard.rawValue))])
  }

  private func location(_ span: Span) -> JSON {
    let place = Place(span, in: report.sources)
    return .object([
      ("path", .string(place.path)), ("startLine", .int(place.start.line)), ("startColumn", .int(place.start.column)),
      ("endLine", .int(place.end.line)), ("endColumn", .int(place.end.column)),
    ])
  }
}
