// Public, as functions that are inlined into other floors name its types.
public import Diagnostics

/// The value of one property, in three answers: not written, known, or written but not knowable before deployment.
///
/// Unresolved never fires a rule and never hides one.
@usableFromInline package enum Setting<Value: Sendable>: Sendable {
  /// Not written, so the service's default holds; the span is where a reader would add it.
  case unset(near: Span)
  case known(Value, Span)
  /// Written, but its value can't be known from the files at hand.
  case unresolved(Span, why: UnresolvedReason)

  /// The value, when it is known.
  @inlinable package var value: Value? {
    if case .known(let value, _) = self { value } else { nil }
  }

  /// Where the value is written, or where it would be.
  @inlinable package var span: Span {
    switch self {
    case .unset(let span), .known(_, let span), .unresolved(let span, _): span
    }
  }

  @inlinable package var isUnset: Bool {
    if case .unset = self { true } else { false }
  }

  @inlinable package var isUnresolved: Bool {
    if case .unresolved = self { true } else { false }
  }

  /// The known value, the default where nothing is written, and nil where it can't be known.
  @inlinable package func value(default fallback: Value) -> Value? {
    switch self {
    case .unset: fallback
    case .known(let value, _): value
    case .unresolved: nil
    }
  }

  /// The same answer with its known value transformed; a transform that fails makes it unresolved.
  @inlinable package func map<Other: Sendable>(_ transform: (Value) -> Other?) -> Setting<Other> {
    switch self {
    case .unset(let span): return .unset(near: span)
    case .unresolved(let span, let why): return .unresolved(span, why: why)
    case .known(let value, let span):
      guard let other = transform(value) else { return .unresolved(span, why: .noSuchValue) }
      return .known(other, span)
    }
  }
}

/// Why a value can't be known; a byte, so that settings, of which there are many, stay small.
@usableFromInline package enum UnresolvedReason: String, Sendable {
  case afterApply = "known only after apply"
  case afterBuild = "known only after the build"
  case atDeployment = "known only at deployment"
  case beforeApply = "it can't be known before apply"
  case condition = "depends on a condition"
  case graphIsSilent = "the graph doesn't tell"
  case noFilterRule = "not a filter rule"
  case noList = "no list"
  case noNumber = "not a number"
  case noSingleValue = "not a single value"
  case noSuchValue = "not a value this setting takes"
  case noText = "not a text"
  case packagedByPlugin = "packaged by a plugin"
  case sensitive = "sensitive"
  case tooDeep = "it is nested too deeply"
  case unknownToWriter = "not known to who wrote the graph"
}

/// A value and the text it was written in.
@usableFromInline package struct Spanned<Value: Sendable>: Sendable {
  @usableFromInline package let value: Value
  @usableFromInline package let span: Span

  @inlinable package init(_ value: Value, _ span: Span) {
    self.value = value
    self.span = span
  }
}

extension Spanned: Equatable where Value: Equatable {}
extension Spanned: Hashable where Value: Hashable {}
