import Diagnostics

/// Workflow commands that GitHub shows beside the lines of a pull request; the worst first, since it shows ten a step.
struct GitHubReport {
  let report: AuditReport

  var bytes: [UInt8] {
    var lines = report.files.compactMap(\.error).map { line("error", $0.span, title: "not audited", $0.message) }
    for severity in [Severity.error, .warning, .info] {
      for finding in report.findings where finding.severity == severity {
        let help = finding.help.map { "\n" + $0 } ?? ""
        let command = severity == .info ? "notice" : severity.name
        lines.append(line(command, finding.span, title: finding.rule, finding.message + help))
      }
    }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private func line(_ command: String, _ span: Span, title: String, _ message: String) -> String {
    let place = Place(span, in: report.sources)
    var properties = [("file", place.path), ("line", "\(place.start.line)"), ("endLine", "\(place.end.line)")]
    if place.start.line == place.end.line {
      properties += [("col", "\(place.start.column)"), ("endColumn", "\(place.end.column)")]
    }
    properties.append(("title", "lambda-audit: \(title)"))
    let list = properties.map { "\($0)=\(escaped($1, isProperty: true))" }.joined(separator: ",")
    return "::\(command) \(list)::\(escaped(message, isProperty: false))"
  }

  private func escaped(_ text: String, isProperty: Bool) -> String {
    var out = ""
    for character in text.unicodeScalars {
      switch character {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      case ":" where isProperty: out += "%3A"
      case "," where isProperty: out += "%2C"
      default: out.unicodeScalars.append(character.value < 0x20 ? "\u{FFFD}" : character)
      }
    }
    return out
  }
}

/// GitLab's code quality report: one array, told apart by fingerprints.
struct GitLabReport {
  let report: AuditReport

  var json: JSON {
    let failures = report.files.compactMap(\.error).map { problem in
      issue(
        "not-audited", problem.message, "blocker", problem.span,
        fingerprint: "not-audited:" + report.sources[problem.span.file].path)
    }
    return .array(
      failures
        + report.findings.map {
          issue($0.rule, $0.message, severity($0.severity), $0.span, fingerprint: $0.fingerprint.text)
        })
  }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "major"
    case .info: "info"
    }
  }

  private func issue(
    _ name: String, _ message: String, _ severity: String, _ span: Span, fingerprint: String
  ) -> JSON {
    let place = Place(span, in: report.sources)
    let lines = JSON.object([("begin", .int(place.start.line)), ("end", .int(place.end.line))])
    return .object([
      ("description", .string(message)), ("check_name", .string(name)), ("fingerprint", .string(fingerprint)),
      ("severity", .string(severity)), ("location", .object([("path", .string(place.path)), ("lines", lines)])),
    ])
  }
}
