import Diagnostics
import Documents
import Infrastructure

/// Attributes as settings: absent, null and the empty string that old providers write for null are all unset.
extension TerraformValue {
  func int(_ key: String, near span: Span) -> Setting<Int> {
    setting(key, near: span) { value in value.number.flatMap { Int(exactly: $0) } }
  }

  func bool(_ key: String, near span: Span) -> Setting<Bool> { setting(key, near: span) { $0.bool } }

  func string(_ key: String, near span: Span) -> Setting<String> { setting(key, near: span) { $0.text?.known } }

  /// A string whose symbols are as good as known.
  func canonical(_ key: String, near span: Span) -> Setting<Text> { setting(key, near: span) { $0.text } }

  private func setting<Value: Sendable>(
    _ key: String, near span: Span, _ read: (TerraformValue) -> Value?
  ) -> Setting<Value> {
    guard let value = self[key] else { return .unset(near: span) }
    switch value.content {
    case .null: return .unset(near: span)
    case .string(let text) where text.isEmpty: return .unset(near: span)
    case .unknown(_, let why): return .unresolved(value.span, why: why)
    case .list(let items) where items.isEmpty: return .unset(near: span)
    case .bool, .number, .string, .list, .object:
      return read(value).map { .known($0, value.span) } ?? .unresolved(value.span, why: .afterApply)
    }
  }

  /// A name, ARN or URL that an attribute holds.
  func reference(_ key: String) -> Reference? { self[key]?.reference }

  /// The value as a name, ARN or URL; nil where there is none.
  var reference: Reference? {
    guard let text, !text.isEmpty else { return nil }
    return Reference(text, span, certainty: certainty)
  }

  /// The certainty of the weakest link in it.
  var weakestLink: Certainty {
    switch content {
    case .null, .unknown, .bool, .number, .string: certainty
    case .list(let items): items.map(\.weakestLink).min() ?? certainty
    case .object(let entries): entries.map(\.value.weakestLink).min() ?? certainty
    }
  }

  /// The references of a list of names, ARNs or ids; incomplete where some of it is not in sight.
  var references: (list: [Reference], isComplete: Bool) {
    guard case .list(let items) = content else { return (reference.map { [$0] } ?? [], !isUnknown) }
    let list = items.compactMap(\.reference)
    return (list, list.count == items.count && !items.contains(where: \.isUnknown))
  }

  /// The texts of a list, or of a single string.
  var texts: [Spanned<Text>] {
    if case .list(let items) = content { return items.compactMap { item in item.text.map { Spanned($0, item.span) } } }
    return text.map { [Spanned($0, span)] } ?? []
  }

  /// The document in a JSON string, or the value itself where it was kept unencoded; nil where it can't be read.
  var document: Node? {
    switch content {
    case .object, .list: return node
    case .string(let text): return EmbeddedJSON.read(text.raw, span: span).flatMap { $0.text == nil ? $0 : nil }
    case .null, .unknown, .bool, .number: return nil
    }
  }

  /// The same value with one span everywhere.
  func placed(at span: Span) -> TerraformValue {
    switch content {
    case .null, .unknown, .bool, .number, .string: TerraformValue(content, span, origin: origin)
    case .list(let items): TerraformValue(.list(items.map { $0.placed(at: span) }), span)
    case .object(let entries):
      TerraformValue(.object(entries.map { Entry($0.key, span, $0.value.placed(at: span)) }), span)
    }
  }
}
