package import Diagnostics

/// A pattern of EventBridge, a pipe or an event source mapping: what an event must hold to pass.
///
/// Fields beside each other must all match; the matchers of one field are alternatives.
package struct EventPattern: Sendable, Hashable {
  package enum Scalar: Sendable, Hashable {
    case string(Text)
    case number(Double)
    case bool(Bool)
    case null
  }

  package enum Matcher: Sendable, Hashable {
    case equals(Scalar)
    case prefix(Text, ignoringCase: Bool)
    case suffix(Text, ignoringCase: Bool)
    case equalsIgnoringCase(Text)
    case wildcard(Text)
    case anythingBut([Scalar])
    /// None of the matchers, which are prefixes, suffixes, wildcards or equalities that ignore case.
    case anythingButMatching([Matcher])
    case exists(Bool)
    /// Bounds joined by and, such as `[">=", 10, "<", 20]`.
    case numeric([NumericBound])
    case cidr(String)
    /// An operator that isn't known, or a value that can't be; it may match anything.
    case unresolved
  }

  package struct NumericBound: Sendable, Hashable {
    /// One of `=`, `<`, `<=`, `>`, `>=`.
    package let comparison: String
    package let value: Double

    package init(_ comparison: String, _ value: Double) {
      self.comparison = comparison
      self.value = value
    }
  }

  package indirect enum Field: Sendable, Hashable {
    case object(name: String, fields: [Field])
    case leaf(name: String, matchers: [Matcher])
    /// `$or`: one of the alternatives must match.
    case anyOf([[Field]])
    /// A part that can't be read; it may match anything.
    case unresolved(name: String)
  }

  package var fields: [Field]
  package let span: Span

  package init(fields: [Field], span: Span) {
    self.fields = fields
    self.span = span
  }
}
