/// Something wrong with an input itself, found while reading it.
///
/// A reader that can go on turns it into a `malformed-config` finding; one that can't makes it the file's error.
package struct Problem: Error, Sendable, Hashable {
  package let span: Span
  package let message: String
  /// A second place, such as the first of two equal keys.
  package let related: [Label]
  /// How much it matters to somebody who reads the report; info where nothing is wrong but something can't be seen.
  package let severity: Severity

  package init(_ span: Span, _ message: String, related: [Label] = [], severity: Severity = .warning) {
    self.span = span
    self.message = message
    self.related = related
    self.severity = severity
  }
}

/// The problems met on the way through one run, in order.
package struct Problems: Sendable {
  package private(set) var all: [Problem] = []
  private var seen: Set<Problem> = []

  package init() {}

  /// Notes a problem once, however often it is met.
  package mutating func note(_ span: Span, _ message: String, related: [Label] = []) {
    note(Problem(span, message, related: related))
  }

  package mutating func note(_ problem: Problem) {
    if seen.insert(problem).inserted { all.append(problem) }
  }
}
