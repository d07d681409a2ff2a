import Diagnostics

/// The report for CI servers that read JUnit's XML: one suite per file, a passing case where nothing was found.
struct JUnitReport {
  let report: AuditReport

  var bytes: [UInt8] {
    let paths = Set(report.files.map(\.path))
    var byPath: [String: [Finding]] = [:]
    for finding in report.findings { byPath[report.sources[finding.span.file].path, default: []].append(finding) }
    let further = byPath.keys.filter { !paths.contains($0) }.sorted()
    let suites =
      report.files.map { suite($0.path, findings: byPath[$0.path] ?? [], error: $0.error) }
      + further.map { suite($0, findings: byPath[$0] ?? [], error: nil) }
    let errors = report.files.count { $0.error != nil }
    let count = suites.reduce(0) { $0 + $1.cases }
    let head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="lambda-audit" tests="\(count)" failures="\(report.findings.count)" errors="\(errors)">

      """
    return Array((head + suites.map(\.text).joined() + "</testsuites>\n").utf8)
  }

  private func suite(_ path: String, findings: [Finding], error: Problem?) -> (text: String, cases: Int) {
    var cases = findings.map { testCase($0, path: path) }
    if let error {
      cases.append(testCase("not audited", path, error.span, element: "error", error.message, error.message))
    }
    if cases.isEmpty { cases.append("    <testcase classname=\"\(escaped(path))\" name=\"audit\"/>\n") }
    let counts = "tests=\"\(cases.count)\" failures=\"\(findings.count)\" errors=\"\(error == nil ? 0 : 1)\""
    return ("  <testsuite name=\"\(escaped(path))\" \(counts)>\n\(cases.joined())  </testsuite>\n", cases.count)
  }

  private func testCase(_ finding: Finding, path: String) -> String {
    let name = finding.resource.map { "\(finding.rule): \($0)" } ?? finding.rule
    let body = [finding.message, finding.help.map { "help: " + $0 }].compactMap { $0 }.joined(separator: "\n")
    return testCase(name, path, finding.span, element: "failure", finding.message, body, type: finding.severity.name)
  }

  private func testCase(
    _ name: String, _ path: String, _ span: Span, element: String, _ message: String, _ body: String,
    type: String = "error"
  ) -> String {
    let line = Place(span, in: report.sources).start.line
    let place = "classname=\"\(escaped(path))\" file=\"\(escaped(path))\" line=\"\(line)\""
    return """
          <testcase name="\(escaped(name))" \(place)>
            <\(element) type="\(type)" message="\(escaped(message))">\(escaped(body))</\(element)>
          </testcase>

      """
  }

  private func escaped(_ text: String) -> String {
    var out = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\n", "\t": out.unicodeScalars.append(character)
      default: out.unicodeScalars.append(character.value < 0x20 || character.value == 0xFFFE ? "\u{FFFD}" : character)
      }
    }
    return out
  }
}
