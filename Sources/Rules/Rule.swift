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
  package let check: Check

  package init(id: String, title: String, severity: Severity, since: String, check: Check) {
    self.id = id
    self.title = title
    self.severity = severity
    self.since = since
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
    case wholeGraph(@Sendable (Facts, inout Report) -> Void)
    /// Found while reading, not by looking at the graph.
    case whileReading
  }
}

extension Rule {
  /// Applies the rule to a graph and returns what it objects to, in the order of the graph.
  package func findings(in facts: Facts) -> [Finding] {
    var report = Report(rule: self, graph: facts.graph)
    switch check {
    case .eachFunction(let look):
      for function in facts.graph.functions where !facts.graph[function.id].isGenerated {
        look(function, facts, &report)
      }
    case .eachQueue(let look):
      for queue in facts.graph.queues where !facts.graph[queue.id].isGenerated { look(queue, facts, &report) }
    case .eachTrigger(let look):
      for relation in facts.graph.relations where relation.kind == .trigger {
        guard let function = facts.graph.function(relation.to), !facts.graph[function.id].isGenerated else { continue }
        look(relation, function, facts, &report)
      }
    case .wholeGraph(let look): look(facts, &report)
    case .whileReading: break
    }
    return report.findings
  }
}

/// Takes the objections of one rule.
package struct Report: Sendable {
  let rule: Rule
  let graph: ResourceGraph
  package private(set) var findings: [Finding] = []

  init(rule: Rule, graph: ResourceGraph) {
    self.rule = rule
    self.graph = graph
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
      rule: rule.id, severity: severity ?? rule.severity, confidence: confidence, message: message, help: help,
      span: span, resource: graph[resource].name)
    let subject = function ?? (graph[resource].kind == .function ? resource : nil)
    finding.function = subject.map { graph[$0].name }
    finding.related = related
    if let origin = graph.origins[span] { finding.related.append(Label(origin, "the value comes from here")) }
    change(&finding)
    findings.append(finding)
  }
}
