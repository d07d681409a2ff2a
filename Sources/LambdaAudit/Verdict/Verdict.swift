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
    findings = found
    var order = FindingOrder(findings.indices, of: findings)
    mark(order, context)
    policy.profile.grade(&findings, findings.indices)
    let suppressions = SuppressionIndex(policy.honoursSuppressions ? Verdict.suppressions(policy, context) : [])
    var isUsed = suppressions.all.map { _ in false }
    let left = leave(suppressions, &isUsed, policy, context.sources)
    let isAsked = policy.only.contains("unused-ignore")
    let unused = zip(suppressions.all, isUsed).filter { !$1 && (isAsked || policy.isActive($0.rule)) }.map(\.0)
    if left.count < findings.count || !unused.isEmpty {
      let further = complain(of: unused, policy, context)
      order = FindingOrder(left + further, of: findings)
    }
    order.arrange(findings, context.sources)
    finish(order, policy, context.sources)
  }

  /// Which findings the policy leaves, by their positions.
  private mutating func leave(
    _ suppressions: SuppressionIndex, _ isUsed: inout [Bool], _ policy: Policy, _ sources: Sources
  ) -> [Int] {
    let today = FileSystem.today
    var left: [Int] = []
    for position in findings.indices where policy.profile.reports(findings[position].severity) {
      let hiding = suppressions.hiding(findings[position], in: sources, today: today)
      for index in hiding { isUsed[index] = true }
      if !counts(position, policy) { continue }
      if hiding.isEmpty { left.append(position) } else { suppressed += 1 }
    }
    return left
  }

  /// Adds findings on what hides nothing, and says where they are.
  private mutating func complain(of unused: [Suppression], _ policy: Policy, _ context: LoadContext) -> [Int] {
    let today = FileSystem.today
    let further = findings.endIndex..<(findings.endIndex + unused.count)
    findings += unused.map { Verdict.complaint($0, today: today) }
    mark(FindingOrder(further, of: findings), context)
    policy.profile.grade(&findings, further)
    return further.filter { policy.profile.reports(findings[$0].severity) && counts($0, policy) }
  }

  /// Keeps what the baseline doesn't hold.
  private mutating func finish(_ order: FindingOrder, _ policy: Policy, _ sources: Sources) {
    var kept: [Int] = []
    kept.reserveCapacity(findings.count)
    for position in order.positions {
      if policy.writesBaseline {
        accepted.add(findings[position], path: sources[findings[position].span.file].path)
      }
      if policy.baseline.contains(findings[position].fingerprint) { suppressed += 1 } else { kept.append(position) }
    }
    findings = kept.map { findings[$0] }
  }

  private func counts(_ position: Int, _ policy: Policy) -> Bool {
    policy.isActive(findings[position].rule) && findings[position].confidence >= policy.minimumConfidence
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
}

extension Verdict {
  /// Gives findings their fingerprints; equal ones are numbered in the order of their places.
  private mutating func mark(_ order: FindingOrder, _ context: LoadContext) {
    var seen: [Fingerprint: Int] = [:]
    seen.reserveCapacity(findings.count)
    var (file, path) = (-1, "")
    for position in order.positions {
      let own = findings[position].span.file
      if file != Int(own.index) { (file, path) = (Int(own.index), context.projectPath(of: own)) }
      var fingerprint = fingerprint(at: position, path: path)
      let number = seen[fingerprint, default: 0].countedUp()
      if number > 1 { fingerprint.add(String(number)) }
      findings[position].fingerprint = fingerprint
    }
  }

  private func fingerprint(at position: Int, path: String) -> Fingerprint {
    let loop = findings[position].loop
    if let loop, loop.isAcrossStacks { return Verdict.fingerprint(of: loop, rule: findings[position].rule) }
    var fingerprint = Fingerprint(findings[position].rule)
    fingerprint.add(path)
    fingerprint.add(findings[position].resource ?? "")
    fingerprint.add(findings[position].function ?? "")
    fingerprint.add(findings[position].variable ?? "")
    fingerprint.add(findings[position].subject)
    for stop in loop?.path ?? [] { fingerprint.add(stop.resource) }
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

extension Int {
  /// One more than before.
  fileprivate mutating func countedUp() -> Int {
    self += 1
    return self
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
