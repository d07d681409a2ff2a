/// How bad a finding is if it is true.
@usableFromInline package enum Severity: Int, Sendable, Comparable, CaseIterable {
  case info
  case warning
  case error

  @usableFromInline package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  package var name: String {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }
}

/// How sure the audit is that a finding is true.
@usableFromInline package enum Confidence: Int, Sendable, Comparable, CaseIterable {
  case possible
  case likely
  case certain

  @usableFromInline package static func < (left: Confidence, right: Confidence) -> Bool {
    left.rawValue < right.rawValue
  }

  package var name: String {
    switch self {
    case .possible: "possible"
    case .likely: "likely"
    case .certain: "certain"
    }
  }
}

/// A second place that a finding needs to be understood, with a sentence on it.
package struct Label: Hashable, Sendable {
  package let span: Span
  package let message: String

  package init(_ span: Span, _ message: String) {
    self.span = span
    self.message = message
  }
}

/// One objection of one rule, at the text that the reader must edit.
package struct Finding: Sendable {
  package var severity: Severity
  package var confidence: Confidence
  package let span: Span
  /// Stable across edits elsewhere in the file; set by the verdict.
  package var fingerprint = Fingerprint()
  /// Shared, because findings are passed on from hand to hand.
  private let shared: Shared

  /// What a finding says, and of what.
  package struct Content: Sendable {
    /// The id of the rule.
    package let rule: String
    /// What is wrong, on what, and so what; no full stop.
    package let message: String
    /// What to do about it.
    package let help: String?
    package var related: [Label]
    /// The name that the user wrote for the resource it is about: logical id, key or address.
    package var resource: String?
    /// The function concerned, by the name that the user wrote.
    package var function: String?
    /// The environment variable, for findings about one.
    package var variable: String?
    /// The loop, for findings about one.
    package var loop: LoopSummary?
    /// What, besides rule, file and resource, tells this finding from others: the content of its fingerprint.
    package var subject: String
    /// Source text that no report may print: masked in snippets.
    package var secrets: [Span] = []

    package init(
      rule: String, message: String, help: String? = nil, related: [Label] = [], resource: String? = nil,
      function: String? = nil, variable: String? = nil, loop: LoopSummary? = nil, subject: String = ""
    ) {
      self.rule = rule
      self.message = message
      self.help = help
      self.related = related
      self.resource = resource
      self.function = function
      self.variable = variable
      self.loop = loop
      self.subject = subject
    }
  }

  private final class Shared: Sendable {
    let content: Content

    init(_ content: Content) { self.content = content }
  }

  package init(_ content: Content, severity: Severity, confidence: Confidence, span: Span) {
    self.severity = severity
    self.confidence = confidence
    self.span = span
    shared = Shared(content)
  }
}

/// What it says, of `Content`.
extension Finding {
  package var rule: String { shared.content.rule }
  package var message: String { shared.content.message }
  package var help: String? { shared.content.help }
  package var related: [Label] { shared.content.related }
  package var resource: String? { shared.content.resource }
  package var function: String? { shared.content.function }
  package var variable: String? { shared.content.variable }
  package var loop: LoopSummary? { shared.content.loop }
  package var subject: String { shared.content.subject }
  package var secrets: [Span] { shared.content.secrets }
}

/// A loop as reports show it: once round, beginning at a function where there is one.
package struct LoopSummary: Sendable, Hashable {
  /// One stop on the way round.
  package struct Stop: Sendable, Hashable {
    package let resource: String
    /// The contract's word for the kind, such as `function` or `bucket`.
    package let kind: String

    package init(resource: String, kind: String) {
      self.resource = resource
      self.kind = kind
    }
  }

  /// Whether AWS's own recursive loop detection would end the loop.
  package enum Guard: String, Sendable {
    case covered
    case notCovered = "not-covered"
    case disabled
    case unknown
  }

  package let path: [Stop]
  package let awsGuard: Guard
  /// Whether it runs through stacks of which none holds the other.
  package let isAcrossStacks: Bool

  package init(path: [Stop], awsGuard: Guard, isAcrossStacks: Bool) {
    self.path = path
    self.awsGuard = awsGuard
    self.isAcrossStacks = isAcrossStacks
  }
}
