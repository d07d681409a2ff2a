import Diagnostics
import Foundation
import LambdaAudit
import TestSupport
import Testing

/// Real directories and plans, which are not part of the project: everything is read, and labelled loops are found.
@Suite(
  "Real Terraform",
  .enabled(if: TerraformCorpus.root != nil, "LAMBDA_AUDIT_CORPUS is not set to a folder with labels and files"))
struct TerraformCorpusTests {
  @Test("A directory is audited, and its loops are those that somebody found by hand", arguments: TerraformCorpus.rows)
  func directory(_ row: TerraformCorpus.Row) {
    let outcome = Audit.run(AuditRequest(paths: [row.path]))
    #expect(outcome.status != .failed, "\(outcome.report.files.compactMap(\.error?.message))")
    #expect(TerraformCorpus.loops(outcome).isSuperset(of: row.loops))
    #expect(TerraformCorpus.loops(outcome).isDisjoint(with: row.cuts))
  }

  @Test("Every directory, plan and state is audited", arguments: TerraformCorpus.inputs)
  func isRead(_ path: String) {
    let outcome = Audit.run(AuditRequest(paths: [path]))
    #expect(outcome.status != .failed, "\(outcome.report.files.compactMap(\.error?.message))")
  }
}

/// The folder that `LAMBDA_AUDIT_CORPUS` names: `labels.jsonl`, `files` and `plans`.
enum TerraformCorpus {
  struct Row: CustomTestStringConvertible, Sendable {
    let path: String
    /// The functions of each loop that there is, or may be.
    let loops: Set<Set<String>>
    /// The functions of each that only looks like one.
    let cuts: Set<Set<String>>
    var testDescription: String { path }
  }

  static let root = Environment.value("LAMBDA_AUDIT_CORPUS")

  static let rows: [Row] = {
    guard let root, let text = try? String(contentsOfFile: "\(root)/labels.jsonl", encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap { row(Data($0.utf8), in: root) }
  }()

  private static func row(_ data: Data, in root: String) -> Row? {
    guard let row = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      row["format"] as? String == "terraform", let path = row["path"] as? String,
      let functions = row["functions"] as? [String], let labels = row["labels"] as? [String: Any]
    else { return nil }
    let rings = (labels["R"] as? [[String: Any]] ?? []).map { ring in
      (
        functions: Set(ring["cycle"] as? [String] ?? []).intersection(functions),
        isLoop: ["TRUE", "POTENTIAL"].contains(ring["verdict"] as? String),
        isProvable: ring["provable"] as? Bool ?? true
      )
    }
    let loops = Set(rings.filter { $0.isLoop }.map(\.functions))
    let directory = URL(fileURLWithPath: "\(root)/files/\(row["dir"] as? String ?? "")/\(path)")
    return Row(
      path: directory.deletingLastPathComponent().path,
      loops: Set(rings.filter { $0.isLoop && $0.isProvable }.map(\.functions)),
      cuts: Set(rings.filter { !$0.isLoop }.map(\.functions)).subtracting(loops))
  }

  /// The functions of each loop that a run reports.
  static func loops(_ outcome: Audit.Outcome) -> Set<Set<String>> {
    Set(
      outcome.report.findings.compactMap(\.loop).map { loop in
        Set(loop.path.filter { $0.kind == "function" }.map(\.resource))
      })
  }

  static let inputs: [String] = {
    guard let root, let walk = FileManager.default.enumerator(atPath: root) else { return [] }
    var paths: Set<String> = []
    for case let path as String in walk {
      let whole = "\(root)/\(path)"
      if path.hasSuffix(".tf") || path.hasSuffix(".tf.json") {
        paths.insert(URL(fileURLWithPath: whole).deletingLastPathComponent().path)
      }
      if path.hasPrefix("plans/"), path.hasSuffix(".plan.json") || path.hasSuffix(".state.json") { paths.insert(whole) }
    }
    return paths.sorted()
  }()
}
