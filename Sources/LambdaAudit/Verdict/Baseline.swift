import Diagnostics
import Documents
import Reporters

/// Findings that were accepted at one time, by their fingerprints.
struct Baseline: Sendable {
  private struct Entry: Sendable {
    let fingerprint: Fingerprint
    let rule: String
    let path: String
    let resource: String?
  }

  private var known: Set<String> = []
  private var entries: [Entry] = []

  init() {}

  /// Reads a baseline file.
  init(_ root: Node?) throws(Problem) {
    guard let root, root["schema"]?.text == "1", let findings = root["findings"], findings.isSequence else {
      let span = root?.span ?? .top(of: FileID(0))
      throw Problem(span, "not a baseline of schema 1; write one with --write-baseline")
    }
    known = Set(findings.items.compactMap { $0["fingerprint"]?.text })
  }

  func contains(_ fingerprint: Fingerprint) -> Bool { !known.isEmpty && known.contains(fingerprint.text) }

  mutating func add(_ finding: Finding, path: String) {
    entries.append(
      Entry(fingerprint: finding.fingerprint, rule: finding.rule, path: path, resource: finding.resource))
  }

  /// The file's content; everything but the fingerprints is there for people.
  var bytes: [UInt8] {
    let findings = entries.map { entry in
      JSON.object([
        ("fingerprint", .string(entry.fingerprint.text)), ("rule", .string(entry.rule)), ("path", .string(entry.path)),
        ("resource", JSON(entry.resource)),
      ])
    }
    return JSON.object([("schema", .int(1)), ("findings", .array(findings))]).bytes
  }
}
