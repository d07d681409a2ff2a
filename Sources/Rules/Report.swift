import Analyses
package import Diagnostics
package import Infrastructure

/// Takes the objections of one rule after the other.
package struct Report: Sendable {
  let graph: ResourceGraph
  private var findings: [Finding] = []
  /// The rules, of which one speaks at a time.
  private let rules: [Rule]
  private var speaker = 0
  /// How sure the link is that is looked at.
  private var certainty = Certainty.exact
  /// The places of links that are less than exact.
  private let doubtful: [Span: Certainty]

  init(of rules: [Rule], graph: ResourceGraph) {
    self.rules = rules
    self.graph = graph
    var doubtful: [Span: Certainty] = [:]
    for position in graph.relations.indices where graph.relations[position].certainty != .exact {
      let (span, certainty) = (graph.relations[position].span, graph.relations[position].certainty)
      doubtful[span] = min(certainty, doubtful[span] ?? certainty)
    }
    self.doubtful = doubtful
  }

  /// Lets a rule speak, by its position, about a link where it looks at one.
  mutating func speak(for rule: Int, about certainty: Certainty = .exact) {
    speaker = rule
    self.certainty = certainty
  }

  /// Hands over what was found since the last time.
  mutating func take() -> [Finding] {
    defer { findings = [] }
    return findings
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
  ///   - change: sets what else the finding carries, such as a variable or a loop; nil where it carries nothing else.
  package mutating func callAsFunction(
    _ message: String, at span: Span, resource: ResourceID, function: ResourceID? = nil, severity: Severity? = nil,
    confidence: Confidence = .certain, related: [Label] = [], help: String? = nil,
    change: ((inout Finding.Content) -> Void)? = nil
  ) {
    let isFunction = graph.resources[resource.index].kind == .function
    let subject = function ?? (isFunction ? resource : nil)
    let origin = graph.origins[span].map { [Label($0, "the value comes from here")] } ?? []
    var content = Finding.Content(
      rule: rules[speaker].id, message: message, help: help, related: origin.isEmpty ? related : related + origin,
      resource: graph.name(of: resource), function: subject.map { graph.name(of: $0) })
    change?(&content)
    findings.append(
      Finding(
        consume content, severity: severity ?? rules[speaker].severity,
        confidence: min(confidence, limit(span, related)),
        span: span))
  }
}
