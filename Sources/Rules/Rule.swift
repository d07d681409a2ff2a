package import Analyses
package import Diagnostics
package import Infrastructure
import Threads

/// One thing we object to: metadata and a pure function over the graph and the facts.
package struct Rule: Sendable {
  /// The problem as a noun phrase, lowercase with hyphens; the same in files, docs, options and reports.
  package let id: String
  /// One line without a full stop.
  package let title: String
  /// The severity of its gravest finding.
  package let severity: Severity
  /// The version that introduced it.
  package let since: String
  /// How grave it is for those who look after security, from 0 to 10; nil where it is no matter of theirs.
  package let security: Double?
  package let check: Check

  package init(id: String, title: String, severity: Severity, since: String, security: Double? = nil, check: Check) {
    self.id = id
    self.title = title
    self.severity = severity
    self.since = since
    self.security = security
    self.check = check
  }

  /// What a rule looks at, one after the other.
  package enum Check: Sendable {
    /// Every function that is declared in the files and not made by a framework on its own behalf.
    case eachFunction(@Sendable (Function, Facts, inout Report) -> Void)
    /// Every queue that is declared in the files.
    case eachQueue(@Sendable (Queue, Facts, inout Report) -> Void)
    /// Every relation of one mechanism that wakes a declared function and is not known to be disabled.
    case eachTrigger(Via, @Sendable (Relation, Function, Facts, inout Report) -> Void)
    /// Every loop, those included that several repositories close together.
    case eachLoop(@Sendable (Loop, Facts, inout Report) -> Void)
    case wholeGraph(@Sendable (Facts, inout Report) -> Void)
    /// Found while reading, not by looking at the graph.
    case whileReading
  }
}

extension Rule {
  /// Whether it looks at what repositories do together; all other rules are about what each of them says by itself.
  package var looksAcrossRepositories: Bool {
    if case .eachLoop = check { true } else { false }
  }

  /// Applies the rule to a graph and returns what it objects to, in the order of the graph.
  package func findings(in facts: Facts) -> [Finding] { Catalog.findings(of: [self], in: facts) }
}

extension Catalog {
  /// What all rules object to.
  ///
  /// - Parameters:
  ///   - facts: about everything in sight, for the rules that look across repositories.
  ///   - own: about the files that are audited.
  package static func findings(in facts: Facts, own: Facts) -> [Finding] {
    if facts === own { return findings(of: all, in: facts) }
    return findings(of: all.filter { !$0.looksAcrossRepositories }, in: own)
      + findings(of: all.filter(\.looksAcrossRepositories), in: facts)
  }

  /// What some rules object to; large graphs are looked at in pieces, at the same time.
  package static func findings(of rules: [Rule], in facts: Facts, pieces: Int? = nil) -> [Finding] {
    let count = facts.graph.ownFunctions.count + facts.graph.queues.count
    return Panel(rules).findings(in: facts, pieces: pieces ?? Workers.pieces(of: count, atLeast: fewest))
  }

  /// How many functions and queues are worth a thread.
  private static let fewest = 200
}
