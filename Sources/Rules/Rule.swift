package import Analyses
package import Diagnostics
package import Infrastructure

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
    /// Every relation that wakes a declared function.
    case eachTrigger(@Sendable (Relation, Function, Facts, inout Report) -> Void)
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

  /// What some rules object to: those on single functions, queues, triggers and loops side by side, so that each of these
  /// large values is looked at once, and then the others one by one.
  static func findings(of rules: [Rule], in facts: Facts) -> [Finding] {
    var report = Report(graph: facts.graph)
    let graph = facts.graph
    for function in graph.ownFunctions {
      for rule in rules { rule.look(at: function, facts, &report) }
    }
    for queue in graph.queues where !graph[queue.id].isGenerated {
      for rule in rules { rule.look(at: queue, facts, &report) }
    }
    for relation in graph.relations where relation.kind == .trigger {
      guard let function = graph.function(relation.to), !graph[function.id].isGenerated else { continue }
      for rule in rules { rule.look(at: relation, of: function, facts, &report) }
    }
    for loop in facts.loops {
      for rule in rules { rule.look(at: loop, facts, &report) }
    }
    for rule in rules { rule.look(atAllOf: facts, &report) }
    return report.findings
  }
}

extension Rule {
  fileprivate func look(at function: Function, _ facts: Facts, _ report: inout Report) {
    guard case .eachFunction(let look) = check else { return }
    report.speak(for: self)
    look(function, facts, &report)
  }

  fileprivate func look(at queue: Queue, _ facts: Facts, _ report: inout Report) {
    guard case .eachQueue(let look) = check else { return }
    report.speak(for: self)
    look(queue, facts, &report)
  }

  fileprivate func look(at relation: Relation, of function: Function, _ facts: Facts, _ report: inout Report) {
    guard case .eachTrigger(let look) = check else { return }
    report.speak(for: self, about: relation.certainty)
    look(relation, function, facts, &report)
  }

  fileprivate func look(at loop: Loop, _ facts: Facts, _ report: inout Report) {
    guard case .eachLoop(let look) = check else { return }
    report.speak(for: self)
    look(loop, facts, &report)
  }

  fileprivate func look(atAllOf facts: Facts, _ report: inout Report) {
    guard case .wholeGraph(let look) = check else { return }
    report.speak(for: self)
    look(facts, &report)
  }
}

/// Takes the objections of one rule after the other.
package struct Report: Sendable {
  /// The id and severity of the rule that speaks.
  private var rule: (id: String, severity: Severity) = ("", .info)
  let graph: ResourceGraph
  package private(set) var findings: [Finding] = []
  /// How sure the link is that is looked at.
  private var certainty = Certainty.exact
  /// The places of links that are less than exact.
  private let doubtful: [Span: Certainty]

  init(graph: ResourceGraph) {
    self.graph = graph
    let links = graph.relations.lazy.filter { $0.certainty != .exact }.map { ($0.span, $0.certainty) }
    doubtful = Dictionary(links, uniquingKeysWith: min)
  }

  fileprivate mutating func speak(for rule: Rule, about certainty: Certainty = .exact) {
    self.rule = (rule.id, rule.severity)
    self.certainty = certainty
  }

  /// A finding is no surer than the links that it rests on or points at.
  private func limit(_ span: Span, _ related: [Label]) -> Confidence {
    guard !doubtful.isEmpty else { return .certain }
    let certainties = [certainty] + ([span] + related.map(\.span)).compactMap { doubtful[$0] }
    return Confidence(certainties.min() ?? .exact)
  }

  /// Reports a finding; where the value under the span was defined elsewhere, that place becomes a related span.
  ///
  /// - Parameters:
  ///   - message: what is wrong, on what, and so what; under 90 characters, names quoted, no full stop.
  ///   - span: the text the reader must edit.
  ///   - resource: what it is about; its name and, for a function, the function's name go into the finding.
  ///   - function: the function concerned where the resource is another one, such as the consumer of a queue.
  ///   - severity: the rule's own where nothing else is said.
  ///   - change: sets what else the finding carries, such as a variable or a loop.
  package mutating func callAsFunction(
    _ message: String, at span: Span, resource: ResourceID, function: ResourceID? = nil, severity: Severity? = nil,
    confidence: Confidence = .certain, related: [Label] = [], help: String? = nil,
    change: (inout Finding) -> Void = { _ in }
  ) {
    var finding = Finding(
      rule: rule.id, severity: severity ?? rule.severity, confidence: min(confidence, limit(span, related)),
      message: message, help: help, span: span, resource: graph[resource].name)
    let subject = function ?? (graph[resource].kind == .function ? resource : nil)
    finding.function = subject.map { graph[$0].name }
    finding.related = related
    if let origin = graph.origins[span] { finding.related.append(Label(origin, "the value comes from here")) }
    change(&finding)
    findings.append(finding)
  }
}
