package import Diagnostics

/// One value of a YAML or JSON document, with the exact bytes it was written in.
///
/// The tree keeps what was written: a scalar is text with a style, and its type is decided by whoever asks for one.
/// CloudFormation's short tags are spelt out while reading, so that `!Ref X` and `Ref: X` are the same mapping with one
/// entry, whose key span is the tag.
package struct Node: Sendable {
  package enum Content: Sendable {
    /// An empty value, `~` or `null`.
    case null
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  /// The text of a scalar after unescaping, and how it was written.
  package struct Scalar: Sendable {
    package enum Style: UInt8, Sendable {
      case plain
      case quoted
      case block
    }

    package let text: String
    package let style: Style

    package init(_ text: String, _ style: Style) {
      self.text = text
      self.style = style
    }
  }

  /// One key of a mapping and its value.
  package struct Entry: Sendable {
    package let key: String
    package let keySpan: Span
    package let value: Node

    package init(key: String, keySpan: Span, value: Node) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  package let span: Span
  package let content: Content

  package init(_ content: Content, _ span: Span) {
    self.content = content
    self.span = span
  }
}

extension Node {
  /// The value of a key of a mapping; nil when there is none or this is no mapping.
  package subscript(key: String) -> Node? {
    guard case .mapping(let entries) = content else { return nil }
    for index in entries.indices.reversed() where entries[index].key == key { return entries[index].value }
    return nil
  }

  /// The entry of a key of a mapping; the last one where a key is written twice, as AWS reads it.
  package func entry(_ key: String) -> Entry? {
    guard case .mapping(let entries) = content else { return nil }
    for index in entries.indices.reversed() where entries[index].key == key { return entries[index] }
    return nil
  }

  /// The entries of a mapping; empty for everything else.
  package var entries: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  /// The items of a sequence; empty for everything else.
  package var items: [Node] {
    if case .sequence(let items) = content { items } else { [] }
  }

  /// The text of a scalar, whatever its style; nil for null and collections.
  package var text: String? {
    if case .scalar(let scalar) = content { scalar.text } else { nil }
  }

  package var isNull: Bool {
    if case .null = content { true } else { false }
  }

  package var isMapping: Bool {
    if case .mapping = content { true } else { false }
  }

  package var isSequence: Bool {
    if case .sequence = content { true } else { false }
  }

  /// The value of a mapping with exactly one entry, where that has a given key.
  package func onlyValue(of key: String) -> Node? {
    guard case .mapping(let entries) = content, entries.count == 1, entries[0].key == key else { return nil }
    return entries[0].value
  }

  /// The one entry of a mapping that has exactly one.
  package var onlyEntry: Entry? {
    guard case .mapping(let entries) = content, entries.count == 1 else { return nil }
    return entries[0]
  }
}
