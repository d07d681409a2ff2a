import Diagnostics
import Loaders
import Rules

/// Which findings a run reports: what the policy leaves of them, with their fingerprints, in their final order.
struct Verdict {
  private(set) var findings: [Finding] = []
  private(set) var suppressed = 0
  /// Everything found, for a new baseline.
  private(set) var accepted = Baseline()

  init(_ found: consuming [Finding], policy: Policy, context: LoadContext) {
    let sources = context.sources
    let suppressions = policy.honoursSuppressions ? Verdict.suppressions(policy, context) : []
    var isUsed = suppressions.map { _ in false }
    let today = FileSystem.today
    var all = found
    Verdict.mark(&all, context: context)
    all = policy.profile.graded(all)
    var left: [Int] = []
    for position in all.indices {
      var isHidden = false
      for index in suppressions.indices where suppressions[index].hides(all[position], in: sources, today: today) {
        isUsed[index] = true
        isHidden = true
      }
      if !Verdict.counts(all[position], policy) { continue }
      if isHidden { suppressed += 1 } else { left.append(position) }
    }
    let isAsked = policy.only.contains("unused-ignore")
    let unused = suppressions.indices.filter { !isUsed[$0] && (isAsked || policy.isActive(suppressions[$0].rule)) }
    var complaints = unused.map { Verdict.complaint(suppressions[$0], today: today) }
    Verdict.mark(&complaints, context: context)
    for complaint in policy.profile.graded(complaints) where Verdict.counts(complaint, policy) {
      left.append(all.count)
      all.append(complaint)
    }
    for position in Verdict.sorted(left, of: all, sources) {
      accepted.add(all[position], path: sources[all[position].span.file].path)
      if policy.baseline.contains(all[position].fingerprint) { suppressed += 1 } else { findings.append(all[position]) }
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
    return Finding(
      .init(rule: "unused-ignore", message: message, help: "remove it", subject: rule),
      severity: .info, confidence: .certain, span: suppression.span)
  }

  /// The positions of findings by file, position and rule.
  private static func sorted(_ positions: [Int], of findings: [Finding], _ sources: Sources) -> [Int] {
    let paths = sources.files.map(\.path)
    let ranks = FileRanks(paths)
    return positions.sorted { left, right in
      let (first, second) = (findings[left].span, findings[right].span)
      if first.file != second.file { return ranks[first.file] < ranks[second.file] }
      if first != second { return first < second }
      return Verdict.isBefore(findings[left], findings[right])
    }
  }

  private static func isBefore(_ first: Finding, _ second: Finding) -> Bool {
    if first.rule != second.rule { return first.rule < second.rule }
    if first.message != second.message { return first.message < second.message }
    return first.fingerprint < second.fingerprint
  }
}

/// The places of files in the order of their paths.
private struct FileRanks {
  private var ranks: [Int]

  init(_ paths: [String]) {
    ranks = Array(repeating: 0, count: paths.count)
    for (rank, file) in paths.indices.sorted(by: { (paths[$0], $0) < (paths[$1], $1) }).enumerated() {
      ranks[file] = rank
    }
  }

  subscript(file: FileID) -> Int { ranks.indices.contains(Int(file.index)) ? ranks[Int(file.index)] : ranks.count }
}

extension Verdict {
  /// Gives each finding its fingerprint; equal ones are numbered in the order of their places.
  private static func mark(_ findings: inout [Finding], context: LoadContext) {
    var seen: [Fingerprint: Int] = [:]
    seen.reserveCapacity(findings.count)
    var paths: [FileID: String] = [:]
    let order = findings.indices.map { (findings[$0].span, $0) }.sorted { $0 < $1 }
    for (span, index) in order {
      let path = paths[span.file] ?? context.projectPath(of: span.file)
      paths[span.file] = path
      var fingerprint = Verdict.fingerprint(of: findings[index], path: path)
      let number = seen[fingerprint, default: 0] + 1
      seen[fingerprint] = number
      if number > 1 { fingerprint.add(String(number)) }
      findings[index].fingerprint = fingerprint.text
    }
  }

  private static func fingerprint(of finding: Finding, path: String) -> Fingerprint {
    if let loop = finding.loop, loop.isAcrossStacks { return fingerprint(of: loop, rule: finding.rule) }
    var fingerprint = Fingerprint(finding.rule)
    fingerprint.add(path)
    fingerprint.add(finding.resource ?? "")
    fingerprint.add(finding.function ?? "")
    fingerprint.add(finding.variable ?? "")
    fingerprint.add(finding.subject)
    for stop in finding.loop?.path ?? [] { fingerprint.add(stop.resource) }
    return fingerprint
  }

  /// A loop through several stacks is the same from whichever of them one looks, and whether a template or a graph file
  /// tells of it: no path counts, and the way round begins where the names put it.
  private static func fingerprint(of loop: LoopSummary, rule: String) -> Fingerprint {
    let stops = loop.path.map { "\($0.kind) \($0.resource)" }
    let start = leastRotation(of: stops)
    var fingerprint = Fingerprint(rule)
    for stop in stops[start...] + stops[..<start] { fingerprint.add(stop) }
    return fingerprint
  }

  /// Where a ring of texts has to begin so that it is the first of all its turns; two beginnings race until one is beaten.
  private static func leastRotation(of texts: [String]) -> Int {
    var (first, second, length) = (0, 1, 0)
    while max(first, second) < texts.count, length < texts.count {
      let (left, right) = (texts[(first + length) % texts.count], texts[(second + length) % texts.count])
      if left == right {
        length += 1
        continue
      }
      if left > right { first += length + 1 } else { second += length + 1 }
      if first == second { second += 1 }
      length = 0
    }
    return min(first, second)
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
