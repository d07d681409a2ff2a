import Diagnostics

/// The report for code scanning: SARIF 2.1.0 with what GitHub shows of it.
struct SARIFReport {
  let report: AuditReport
  let rules: [RuleDescription]

  var json: JSON {
    .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ])
  }

  private var run: JSON {
    .object([
      ("tool", .object([("driver", driver)])),
      ("columnKind", .string("utf16CodeUnits")),
      ("invocations", .array([invocation])),
      ("results", .array(report.findings.map(result))),
    ])
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

  private var invocation: JSON {
    let failures = report.files.compactMap(\.error)
    let notes = failures.map { problem in
      JSON.object([
        ("level", .string("error")), ("message", text(problem.message)),
        ("locations", .array([location(problem.span, message: nil, id: nil)])),
      ])
    }
    return .object([
      ("executionSuccessful", .bool(failures.isEmpty)), ("toolExecutionNotifications", .array(notes)),
    ])
  }

  private func text(_ text: String) -> JSON { .object([("text", .string(text.isEmpty ? "-" : text))]) }

  private func level(_ severity: Severity) -> String { severity == .info ? "note" : severity.name }
}

extension SARIFReport {
  private func result(_ finding: Finding) -> JSON {
    var members: [(String, JSON)] = [("ruleId", .string(finding.rule))]
    if let index = rules.firstIndex(where: { $0.id == finding.rule }) { members.append(("ruleIndex", .int(index))) }
    let sentence = finding.help.map { "\(finding.message). Help: \($0)." } ?? finding.message
    members += [
      ("level", .string(level(finding.severity))), ("message", text(sentence)),
      ("locations", .array([location(finding.span, message: nil, id: nil)])),
    ]
    let related = finding.related.enumerated().map { location($1.span, message: $1.message, id: $0 + 1) }
    if !related.isEmpty { members.append(("relatedLocations", .array(related))) }
    if finding.loop != nil { members.append(("codeFlows", .array([flow(finding)]))) }
    members += [
      ("partialFingerprints", .object([("primaryLocationLineHash", .string(finding.fingerprint + ":1"))])),
      ("properties", properties(finding)),
    ]
    return .object(members)
  }

  /// The hops of a loop, one after the other.
  private func flow(_ finding: Finding) -> JSON {
    let steps = finding.related.isEmpty ? [Label(finding.span, finding.message)] : finding.related
    let locations = steps.map { JSON.object([("location", location($0.span, message: $0.message, id: nil))]) }
    let thread = JSON.object([("locations", .array(locations))])
    let drawn = finding.loop?.drawn ?? ""
    return .object([("message", text(drawn)), ("threadFlows", .array([thread]))])
  }

  private func properties(_ finding: Finding) -> JSON {
    var members: [(String, JSON)] = [("confidence", .string(finding.confidence.name))]
    if let resource = finding.resource { members.append(("resource", .string(resource))) }
    if let function = finding.function { members.append(("function", .string(function))) }
    if let loop = finding.loop { members.append(("awsGuard", .string(loop.awsGuard.rawValue))) }
    return .object(members)
  }

  private func location(_ span: Span, message: String?, id: Int?) -> JSON {
    let place = Place(span, in: report.sources)
    let region = JSON.object([
      ("startLine", .int(place.start.line)), ("startColumn", .int(place.start.column)),
      ("endLine", .int(place.end.line)), ("endColumn", .int(place.end.column)),
    ])
    let artifact = JSON.object([("uri", .string(SARIFReport.uri(place.path)))])
    var members: [(String, JSON)] = id.map { [("id", .int($0))] } ?? []
    members.append(("physicalLocation", .object([("artifactLocation", artifact), ("region", region)])))
    if let message { members.append(("message", text(message))) }
    return .object(members)
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
