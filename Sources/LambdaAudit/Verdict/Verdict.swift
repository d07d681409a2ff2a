import Diagnostics
import Loaders
import Rules

/// Which findings a run reports: what the policy leaves of them, with their fingerprints, in their final order.
struct Verdict {
  private(set) var findings: [Finding] = []
  private(set) var suppressed = 0
  /// Everything found, for a new baseline.
  private(set) var accepted = Baseline()

  init(_ found: [Finding], policy: Policy, context: LoadContext) {
    let sources = context.sources
    let suppressions = policy.honoursSuppressions ? Verdict.suppressions(policy, context) : []
    var isUsed = suppressions.map { _ in false }
    let today = FileSystem.today
    var left: [Finding] = []
    for finding in policy.profile.graded(Verdict.fingerprinted(found, context: context)) {
      var isHidden = false
      for index in suppressions.indices where suppressions[index].hides(finding, in: sources, today: today) {
        isUsed[index] = true
        isHidden = true
      }
      if !Verdict.counts(finding, policy) { continue }
      if isHidden { suppressed += 1 } else { left.append(finding) }
    }
    let isAsked = policy.only.contains("unused-ignore")
    let unused = suppressions.indices.filter { !isUsed[$0] && (isAsked || policy.isActive(suppressions[$0].rule)) }
    let complaints = unused.map { Verdict.complaint(suppressions[$0], today: today) }
    left += policy.profile.graded(Verdict.fingerprinted(complaints, context: context)).filter {
      Verdict.counts($0, policy)
    }
    for finding in Verdict.sorted(left, sources) {
      accepted.add(finding, path: sources[finding.span.file].path)
      if policy.baseline.contains(finding.fingerprint) { suppressed += 1 } else { findings.append(finding) }
    }
  }

  private static func counts(_ finding: Finding, _ policy: Policy) -> Bool {
    policy.isActive(finding.rule) && finding.confidence >= policy.minimumConfidence
  }

  private static func suppressions(_ policy: Policy, _ context: LoadContext) -> [Suppression] {
    var all = policy.ignores
    all += context.ignores.map {
      Suppression(rule: $0.rule, span: $0.span, place: .resource($0.resource, $0.span.file))
    }
    for (index, source) in context.sources.files.enumerated() {
      all += Suppression.comments(in: source, id: FileID(index))
    }
    return all
  }

  private static func complaint(_ suppression: Suppression, today: Int) -> Finding {
    let rule = suppression.rule
    var message = "ignore of '\(rule)' hides nothing"
    if case .config(_, _, let until?) = suppression.place, until.number < today {
      message = "ignore of '\(rule)' ended on \(until.text)"
    } else if !Catalog.all.contains(where: { $0.id == rule }) {
      message = "no rule is called '\(rule)', so this ignore hides nothing"
    }
    var finding = Finding(
      rule: "unused-ignore", severity: .info, confidence: .certain, message: message, help: "remove it",
      span: suppression.span)
    finding.subject = rule
    return finding
  }

  /// By file, position and rule.
  private static func sorted(_ findings: [Finding], _ sources: Sources) -> [Finding] {
    let keyed = findings.map { (path: sources[$0.span.file].path, finding: $0) }
    return keyed.sorted { left, right in
      if left.path != right.path { return left.path < right.path }
      let (first, second) = (left.finding, right.finding)
      if first.span != second.span { return first.span < second.span }
      return (first.rule, first.message, first.fingerprint) < (second.rule, second.message, second.fingerprint)
    }.map(\.finding)
  }
}

extension Verdict {
  /// Gives each finding its fingerprint; equal ones are numbered in the order of their places.
  private static func fingerprinted(_ findings: [Finding], context: LoadContext) -> [Finding] {
    var seen: [String: Int] = [:]
    let order = findings.indices.sorted { (findings[$0].span, $0) < (findings[$1].span, $1) }
    var result = findings
    var paths: [FileID: String] = [:]
    for index in order {
      let finding = findings[index]
      let path = paths[finding.span.file] ?? context.projectPath(of: finding.span.file)
      paths[finding.span.file] = path
      let content = content(of: finding, path: path)
      seen[content, default: 0] += 1
      let number = seen[content] ?? 1
      result[index].fingerprint = Fingerprint.of(number == 1 ? content : content + "\u{1F}\(number)")
    }
    return result
  }

  private static func content(of finding: Finding, path: String) -> String {
    var parts = [finding.rule, path, finding.resource ?? "", finding.function ?? "", finding.variable ?? ""]
    parts.append(finding.subject)
    parts += finding.loop?.path.map(\.resource) ?? []
    return parts.joined(separator: "\u{1F}")
  }
}

extension LoadContext {
  /// The path of a file from its project root, so that fingerprints don't depend on the working directory.
  fileprivate func projectPath(of file: FileID) -> String {
    let path = sources[file].path
    guard let files = files as? ProjectFiles, let absolute = FileSystem.absolute(path) else { return path }
    guard let root = files.roots.first(where: { absolute.hasPrefix($0 + "/") }) else { return path }
    return String(absolute.dropFirst(root.count + 1))
  }
}

/// A stable number for a text: FNV-1a with 64 bits, in hexadecimal.
enum Fingerprint {
  static func of(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
