import Diagnostics

/// The report for code scanning: SARIF 2.1.0 with what GitHub shows of it.
struct SARIFReport {
  private let report: AuditReport
  private let rules: [RuleDescription]
  /// The places of rules by their ids.
  private let places: [String: Int]
  /// The paths of the sources as references.
  private let uris: [String]

  init(report: AuditReport, rules: [RuleDescription]) {
    self.report = report
    self.rules = rules
    places = Dictionary(zip(rules.map(\.id), rules.indices)) { first, _ in first }
    uris = report.sources.files.map { SARIFReport.uri($0.path) }
  }

  /// - Parameter pieces: how many threads write at the same time.
  func bytes(pieces: Int) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      $0.member("version", "2.1.0")
      $0.member("runs") { $0.array { $0.item { writeRun(to: &$0, pieces: pieces) } } }
    }
    return writer.finish()
  }

  private func writeRun(to writer: inout JSONWriter, pieces: Int) {
    writer.object {
      $0.member("tool", .object([("driver", driver)]))
      $0.member("columnKind", "utf16CodeUnits")
      $0.member("invocations") { $0.array { $0.item { writeInvocation(to: &$0) } } }
      $0.member("results") {
        $0.array { $0.items(report.findings.count, pieces: pieces) { write(report.findings[$0], to: &$1) } }
      }
    }
  }

  private var driver: JSON {
    .object([
      ("name", .string(Tool.name)), ("semanticVersion", .string(Tool.version)),
      ("informationUri", .string(Tool.homepage)), ("rules", .array(rules.map(rule))),
    ])
  }

  private func rule(_ rule: RuleDescription) -> JSON {
    let page = rule.page.isEmpty ? rule.title : rule.page
    return .object([
      ("id", .string(rule.id)), ("name", .string(rule.id)),
      ("shortDescription", text(rule.title)), ("fullDescription", text(rule.title)),
      ("help", .object([("text", .string(page)), ("markdown", .string(page))])),
      ("helpUri", .string(rule.address)),
      ("defaultConfiguration", .object([("level", .string(level(rule.severity)))])),
      ("properties", properties(rule)),
    ])
  }

  private func properties(_ rule: RuleDescription) -> JSON {
    var tags: [JSON] = [.string("aws-lambda")]
    var members: [(String, JSON)] = []
    if let security = rule.security {
      tags.append(.string("security"))
      members.append(("security-severity", .string(String(security))))
    }
    let severity = rule.severity == .info ? "recommendation" : rule.severity.name
    members.append(("problem.severity", .string(severity)))
    return .object([("tags", .array(tags))] + members)
  }

  private func writeInvocation(to writer: inout JSONWriter) {
    let failures = report.files.compactMap(\.error)
    writer.object(isFlat: failures.isEmpty) {
      $0.member("executionSuccessful", .bool(failures.isEmpty))
      $0.member("toolExecutionNotifications") {
        $0.array { for problem in failures { $0.item { write(problem, to: &$0) } } }
      }
    }
  }

  private func write(_ problem: Problem, to writer: inout JSONWriter) {
    writer.object {
      $0.member("level", "error")
      $0.member("message") { write(text: problem.message, to: &$0) }
      $0.member("locations") { $0.array { $0.item { write(problem.span, to: &$0) } } }
    }
  }

  private func text(_ text: String) -> JSON { .object([("text", .string(text.isEmpty ? "-" : text))]) }

  private func write(text: String, to writer: inout JSONWriter) {
    writer.object(isFlat: true) { $0.member("text", text.isEmpty ? "-" : text) }
  }

  private func level(_ severity: Severity) -> String { severity == .info ? "note" : severity.name }
}

extension SARIFReport {
  private func write(_ finding: Finding, to writer: inout JSONWriter) {
    writer.object {
      $0.member("ruleId", finding.rule)
      if let place = places[finding.rule] { $0.member("ruleIndex", place) }
      $0.member("level", level(finding.severity))
      let sentence = finding.help.map { "\(finding.message). Help: \($0)." } ?? finding.message
      $0.member("message") { write(text: sentence, to: &$0) }
      $0.member("locations") { $0.array { $0.item { write(finding.span, to: &$0) } } }
      if !finding.related.isEmpty { $0.member("relatedLocations") { write(finding.related, to: &$0) } }
      if let loop = finding.loop {
        let steps = finding.related.isEmpty ? [Label(finding.span, finding.message)] : finding.related
        $0.member("codeFlows") { $0.array { $0.item { write(loop, steps, to: &$0) } } }
      }
      $0.member("partialFingerprints") {
        $0.object(isFlat: true) { $0.member("primaryLocationLineHash", finding.fingerprint.text + ":1") }
      }
      $0.member("properties") { writeProperties(of: finding, to: &$0) }
    }
  }

  private func write(_ related: [Label], to writer: inout JSONWriter) {
    writer.array {
      for (index, label) in related.enumerated() {
        $0.item { write(label.span, message: label.message, id: index + 1, to: &$0) }
      }
    }
  }

  /// The hops of a loop, one after the other.
  private func write(_ loop: LoopSummary, _ steps: [Label], to writer: inout JSONWriter) {
    writer.object {
      $0.member("message") { write(text: loop.drawn, to: &$0) }
      $0.member("threadFlows") { $0.array { $0.item { writeThread(steps, to: &$0) } } }
    }
  }

  private func writeThread(_ steps: [Label], to writer: inout JSONWriter) {
    writer.object {
      $0.member("locations") { $0.array { for step in steps { $0.item { write(step, to: &$0) } } } }
    }
  }

  private func write(_ step: Label, to writer: inout JSONWriter) {
    writer.object { $0.member("location") { write(step.span, message: step.message, to: &$0) } }
  }

  private func writeProperties(of finding: Finding, to writer: inout JSONWriter) {
    writer.object(isFlat: true) {
      $0.member("confidence", finding.confidence.name)
      if let resource = finding.resource { $0.member("resource", resource) }
      if let function = finding.function { $0.member("function", function) }
      if let loop = finding.loop { $0.member("awsGuard", loop.awsGuard.rawValue) }
    }
  }

  private func write(_ span: Span, message: String? = nil, id: Int? = nil, to writer: inout JSONWriter) {
    writer.object {
      if let id { $0.member("id", id) }
      $0.member("physicalLocation") { write(physical: span, to: &$0) }
      if let message { $0.member("message") { write(text: message, to: &$0) } }
    }
  }

  private func write(physical span: Span, to writer: inout JSONWriter) {
    let place = Place(span, in: report.sources)
    writer.object {
      $0.member("artifactLocation") {
        $0.object(isFlat: true) { $0.member("uri", uris[safe: Int(span.file.index)] ?? "") }
      }
      $0.member("region") {
        $0.object(isFlat: true) {
          $0.member("startLine", place.start.line)
          $0.member("startColumn", place.start.column)
          $0.member("endLine", place.end.line)
          $0.member("endColumn", place.end.column)
        }
      }
    }
  }

  /// A path as a relative reference, with everything escaped that is no plain character of one.
  private static func uri(_ path: String) -> String {
    var out: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        out.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        out += ("%" + (digits.utf8.count < 2 ? "0" : "") + digits).utf8
      }
    }
    let text = String(decoding: out, as: UTF8.self)
    return path.hasPrefix("/") ? "file://" + text : text
  }
}
