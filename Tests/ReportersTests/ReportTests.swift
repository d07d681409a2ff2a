import Analyses
import Diagnostics
import Foundation
import Reporters
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// One report in every format, as written down in `Snapshots`, and what the readers of each format insist on.
@Suite struct ReportTests {
  private static let text = """
    Resources:
      Convert:
        Type: AWS::Serverless::Function
        Properties:
          Description: "größer & <schöner> | 日本"
          Environment: {Variables: {API_KEY: "9f3b1c7e5a2d4860"}}
      Uploads:
        Type: AWS::S3::Bucket

    """

  /// The place of a text in the fixture, after another one.
  private static func span(_ needle: String) -> Span {
    let bytes = Array(text.utf8)
    let wanted = Array(needle.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
    return Span(file: FileID(0), start: UInt32(start), end: UInt32(start + wanted.count))
  }

  private static let report: AuditReport = {
    var sources = Sources()
    _ = sources.add(SourceFile(path: "shop/tem plate.yaml", bytes: Array(text.utf8)))
    let broken = sources.add(SourceFile(path: "broken.yaml", bytes: Array("a: [".utf8)))
    var loop = Finding(
      .init(
        rule: "recursive-loop", message: "'Convert' may write to 'Uploads', which wakes it again",
        help: "write to another bucket",
        related: [Label(span("Uploads"), "'Convert' may write to 'Uploads' here, 100% \"surely\"")],
        resource: "Convert", function: "Convert",
        loop: LoopSummary(
          path: [.init(resource: "Convert", kind: "function"), .init(resource: "Uploads", kind: "bucket")],
          awsGuard: .covered, isAcrossStacks: false)),
      severity: .error, confidence: .likely, span: span("Convert"))
    loop.fingerprint = Fingerprint(0xA1)
    var wide = Finding(
      .init(rule: "malformed-config", message: "a|b <c> & \"d\": 50%, \u{1B}[31mred"),
      severity: .warning, confidence: .certain, span: span("\"größer & <schöner> | 日本\""))
    wide.fingerprint = Fingerprint(0xA2)
    var secret = Finding(
      .init(
        rule: "secret-in-environment", message: "'API_KEY' holds a secret: 9f3b…", help: "revoke it",
        resource: "Convert", function: "Convert", variable: "API_KEY"),
      severity: .info, confidence: .possible, span: span("\"9f3b1c7e5a2d4860\""))
    secret.fingerprint = Fingerprint(0xA3)
    var report = AuditReport(
      files: [
        AuditReport.File(
          path: "broken.yaml", format: nil, status: .failed,
          error: Problem(Span(file: broken, start: 3, end: 4), "a list that doesn't end")),
        AuditReport.File(path: "shop/tem plate.yaml", format: "sam", status: .audited, functions: 1),
        AuditReport.File(path: "shop/quiet.yaml", format: "sam", status: .audited, functions: 2),
      ], findings: [loop, wide, secret], suppressed: 4, sources: sources)
    report.secrets = [secret.span]
    return report
  }()

  private static let rules = [
    RuleDescription(
      id: "malformed-config", title: "Part of the file can't mean what it says", severity: .warning, security: nil,
      page: ""),
    RuleDescription(
      id: "recursive-loop", title: "Function wakes itself again and again", severity: .error, security: nil,
      page: "# recursive-loop\n"),
    RuleDescription(
      id: "secret-in-environment", title: "Secret ends as plaintext", severity: .error, security: 7.5, page: ""),
  ]

  private func render(_ format: ReportFormat, isColoured: Bool = false, pieces: Int? = nil) throws -> String {
    let loaded = try LoadedGraph(template: "Resources: {}")
    let drawing = Drawing(loopsOf: Facts(loaded.graph), sources: loaded.sources)
    let reporter = Reporter(ReportTests.report, rules: ReportTests.rules, loops: drawing)
    return String(decoding: reporter.render(format, isColoured: isColoured, pieces: pieces), as: UTF8.self)
  }

  @Test(arguments: [ReportFormat.text, .json, .sarif], [1, 2, 3, 4, 7])
  func aReportIsTheSameInAnyNumberOfPieces(_ format: ReportFormat, _ pieces: Int) throws {
    #expect(try render(format, isColoured: true, pieces: pieces) == render(format, isColoured: true))
  }

  @Test(arguments: [ReportFormat.text, .json, .sarif, .github, .gitlab, .junit, .markdown])
  func aReportIsWhatWasWrittenDown(_ format: ReportFormat) throws {
    Project.expect("Tests/ReportersTests/Snapshots/report.\(format.rawValue)", toBe: try render(format))
  }

  @Test func coloursAreEscapeSequencesAndNothingElse() throws {
    let coloured = try render(.text, isColoured: true)
    Project.expect(
      "Tests/ReportersTests/Snapshots/report.colour", toBe: coloured.replacingOccurrences(of: "\u{1B}", with: "␛"))
    let plain = coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
    #expect(try plain == render(.text))
  }

  @Test(arguments: [ReportFormat.text, .json, .sarif, .github, .gitlab, .junit, .markdown])
  func noReportShowsTheSecretOrControlsTheTerminal(_ format: ReportFormat) throws {
    let text = try render(format)
    #expect(!text.contains("1c7e5a2d4860"))
    #expect(!text.contains("\u{1B}"))
  }

  // MARK: SARIF

  private func object(_ format: ReportFormat) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(render(format).utf8))
  }

  /// What the schema of SARIF 2.1.0 requires of the objects that are used, and what GitHub adds to it.
  @Test func sarifHasWhatItsSchemaRequires() throws {
    let root = try #require(try object(.sarif) as? [String: Any])
    #expect(root["version"] as? String == "2.1.0")
    #expect((root["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
    let run = try #require((root["runs"] as? [[String: Any]])?.first)
    #expect(Set(run.keys).isSubset(of: ["tool", "invocations", "results", "columnKind"]))
    #expect(["utf16CodeUnits", "unicodeCodePoints"].contains(run["columnKind"] as? String))
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "lambda-audit")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == ReportTests.rules.map(\.id))
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        let message = try #require(rule[key] as? [String: Any])
        #expect((message["text"] as? String)?.isEmpty == false)
      }
      #expect(URL(string: rule["helpUri"] as? String ?? "")?.scheme == "https")
      let level = (rule["defaultConfiguration"] as? [String: Any])?["level"] as? String
      #expect(["none", "note", "warning", "error"].contains(level))
    }
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    let notes = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
    #expect(notes.count == 1 && notes.allSatisfy { $0["message"] is [String: Any] })
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == ReportTests.report.findings.count)
    for result in results { try check(result, rules: rules) }
  }

  private func check(_ result: [String: Any], rules: [[String: Any]]) throws {
    let message = try #require(result["message"] as? [String: Any])
    #expect((message["text"] as? String)?.isEmpty == false)
    let index = try #require(result["ruleIndex"] as? Int)
    #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    #expect(["none", "note", "warning", "error"].contains(result["level"] as? String))
    #expect((result["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"]?.isEmpty == false)
    let locations = ["locations", "relatedLocations"].flatMap { result[$0] as? [[String: Any]] ?? [] }
    for location in locations {
      let place = try #require(location["physicalLocation"] as? [String: Any])
      let uri = try #require((place["artifactLocation"] as? [String: Any])?["uri"] as? String)
      #expect(uri == "shop/tem%20plate.yaml")
      let region = try #require(place["region"] as? [String: Int])
      #expect(region.values.allSatisfy { $0 >= 1 })
      let (start, end) = (region["startColumn"] ?? 0, region["endColumn"] ?? 0)
      #expect(region["startLine"] != region["endLine"] || start < end)
    }
    for related in result["relatedLocations"] as? [[String: Any]] ?? [] { #expect(related["id"] is Int) }
    for flow in result["codeFlows"] as? [[String: Any]] ?? [] {
      let threads = try #require(flow["threadFlows"] as? [[String: Any]])
      #expect(threads.allSatisfy { ($0["locations"] as? [[String: Any]])?.isEmpty == false })
    }
  }

  @Test func securitySeverityComesFromTheRule() throws {
    let root = try #require(try object(.sarif) as? [String: Any])
    let run = try #require((root["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let properties = try #require(driver["rules"] as? [[String: Any]]).map { $0["properties"] as? [String: Any] ?? [:] }
    #expect(properties.map { $0["security-severity"] as? String } == [nil, nil, "7.5"])
    #expect(properties.map { ($0["tags"] as? [String])?.contains("security") } == [false, false, true])
  }

  // MARK: Others

  @Test func gitlabHasWhatItsReportNeeds() throws {
    let issues = try #require(try object(.gitlab) as? [[String: Any]])
    #expect(issues.count == 4)
    for issue in issues {
      #expect(Set(issue.keys) == ["description", "check_name", "fingerprint", "severity", "location"])
      #expect(["info", "minor", "major", "critical", "blocker"].contains(issue["severity"] as? String))
      let location = try #require(issue["location"] as? [String: Any])
      #expect(location["path"] is String)
      #expect(((location["lines"] as? [String: Int])?["begin"] ?? 0) >= 1)
    }
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == issues.count)
  }

  /// Counts the elements of an XML document.
  private final class Counter: NSObject, XMLParserDelegate {
    var counts: [String: Int] = [:]
    var attributes: [String: [[String: String]]] = [:]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes values: [String: String] = [:]
    ) {
      counts[name, default: 0] += 1
      attributes[name, default: []].append(values)
    }
  }

  @Test func junitIsXMLWhoseCountsAreRight() throws {
    let parser = XMLParser(data: Data(try render(.junit).utf8))
    let counter = Counter()
    parser.delegate = counter
    #expect(parser.parse())
    #expect(counter.counts == ["testsuites": 1, "testsuite": 3, "testcase": 5, "failure": 3, "error": 1])
    let all = try #require(counter.attributes["testsuites"]?.first)
    #expect(all["tests"] == "5" && all["failures"] == "3" && all["errors"] == "1")
    let suites = try #require(counter.attributes["testsuite"])
    #expect(suites.map { $0["tests"] } == ["1", "3", "1"])
    #expect(suites.compactMap { $0["failures"].flatMap { Int($0) } }.reduce(0, +) == 3)
    let failure = try #require(counter.attributes["failure"]?.dropFirst().first)
    #expect(failure["message"]?.hasPrefix("a|b <c> & \"d\": 50%,") == true)
  }

  @Test func everyRowOfTheMarkdownTableHasFourCells() throws {
    let rows = try render(.markdown).split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count == 5)
    for row in rows {
      let bars = row.replacingOccurrences(of: "\\|", with: "").filter { $0 == "|" }.count
      #expect(bars == 5, "\(row)")
      #expect(!row.contains("<c>"))
    }
  }

  @Test func githubCommandsAreOneLineEachAndTheWorstComesFirst() throws {
    let lines = try render(.github).split(separator: "\n")
    #expect(lines.map { $0.prefix { $0 != " " } } == ["::error", "::error", "::warning", "::notice"])
    for line in lines {
      let properties = line.dropFirst(2).drop { $0 != " " }.dropFirst()
      #expect(properties.hasPrefix("file="))
      #expect(properties.contains("::"))
    }
  }
}
