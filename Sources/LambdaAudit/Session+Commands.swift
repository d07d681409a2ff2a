import Diagnostics
import Reporters
import Rules

extension Session {
  /// Draws the event flow.
  package static func graph(_ request: AuditRequest, format: DrawingFormat, around: String?) -> Int32 {
    let outcome = Audit.run(request)
    complain(of: outcome.report)
    var drawing = Drawing(outcome.facts, sources: outcome.report.sources)
    if let around {
      guard let part = drawing.around(around) else {
        FileSystem.writeError("error: no resource is called '\(around)'\n")
        return ExitStatus.usage
      }
      drawing = part
    }
    let bytes =
      switch format {
      case .dot: drawing.dot
      case .mermaid: drawing.mermaid
      case .json: drawing.json(formats: outcome.report.formats)
      }
    let isFailed = outcome.report.files.contains { $0.status == .failed }
    return write(bytes, to: "-") && !isFailed ? ExitStatus.clean.rawValue : ExitStatus.failed.rawValue
  }

  /// Lists the rules.
  package static func rules(_ format: CatalogFormat) -> Int32 {
    let bytes =
      switch format {
      case .text: rulesText
      case .json: rulesJSON
      }
    return write(bytes, to: "-") ? ExitStatus.clean.rawValue : ExitStatus.failed.rawValue
  }

  private static var rulesText: [UInt8] {
    let width = Catalog.all.map(\.id.count).max() ?? 0
    let lines = Catalog.all.map { rule in
      let id = rule.id + String(repeating: " ", count: width - rule.id.count)
      let severity = rule.severity.name + String(repeating: " ", count: 7 - rule.severity.name.count)
      return "\(id)  \(severity)  \(rule.title)\n"
    }
    return Array(lines.joined().utf8)
  }

  private static var rulesJSON: [UInt8] {
    let rules = Catalog.all.map { rule in
      JSON.object([
        ("id", .string(rule.id)), ("title", .string(rule.title)), ("severity", .string(rule.severity.name)),
        ("since", .string(rule.since)), ("url", .string(RuleDescription(rule).address)),
      ])
    }
    return JSON.object([("schema", .int(1)), ("rules", .array(rules))]).bytes
  }

  /// Prints the page of a rule.
  package static func explain(_ rule: RuleID) -> Int32 {
    let title = Catalog.all.first { $0.id == rule.id }?.title ?? ""
    let page = RulePages.text(of: rule.id) ?? "# \(rule.id)\n\n\(title)\n"
    return write(Array(page.utf8), to: "-") ? ExitStatus.clean.rawValue : ExitStatus.failed.rawValue
  }
}
