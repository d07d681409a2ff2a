package import Diagnostics

/// One value of a YAML or JSON document, with the exact bytes it was written in.
///
/// The tree keeps what was written: a scalar is text with a style, and its type is decided by whoever asks for one.
/// Collections of Terraform's JSON, of which little is ever looked at, are checked at first and read when asked for.
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

    /// Whether it is the entry of a key, byte for byte; most keys differ in length, which is quicker to see.
    func isNamed(_ name: String) -> Bool { key.utf8.count == name.utf8.count && key == name }
  }

  package enum Storage: Sendable {
    case read(Content)
    /// A collection of a JSON text that was found to be well-formed; the span says where in the file's bytes.
    case unread(in: [UInt8])
  }

  package let span: Span
  package let storage: Storage

  package init(_ content: Content, _ span: Span) {
    storage = .read(content)
    self.span = span
  }

  init(unreadIn bytes: [UInt8], _ span: Span) {
    storage = .unread(in: bytes)
    self.span = span
  }

  /// What the node holds; read anew each time where it was not read at once.
  @inlinable package var content: Content {
    switch storage {
    case .read(let content): content
    case .unread(let bytes): Node.content(of: bytes, span)
    }
  }

  /// The same node with its own content read, for those that ask for several keys of it.
  package var opened: Node {
    if case .unread = storage { Node(content, span) } else { self }
  }
}

extension Node {
  /// The value of a key of a mapping; nil when there is none or this is no mapping.
  package subscript(key: String) -> Node? {
    switch storage {
    case .read(.mapping(let entries)):
      for index in entries.indices.reversed() where entries[index].isNamed(key) { return entries[index].value }
      return nil
    case .read: return nil
    case .unread(let bytes): return UnreadJSON(bytes, span).entry(key)?.value
    }
  }

  /// The entry of a key of a mapping; the last one where a key is written twice, as AWS reads it.
  package func entry(_ key: String) -> Entry? {
    switch storage {
    case .read(.mapping(let entries)):
      for index in entries.indices.reversed() where entries[index].isNamed(key) { return entries[index] }
      return nil
    case .read: return nil
    case .unread(let bytes): return UnreadJSON(bytes, span).entry(key)
    }
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
    if case .read(.scalar(let scalar)) = storage { scalar.text } else { nil }
  }

  package var isNull: Bool {
    if case .read(.null) = storage { true } else { false }
  }

  package var isMapping: Bool {
    switch storage {
    case .read(.mapping): true
    case .read: false
    case .unread(let bytes): UnreadJSON(bytes, span).isObject
    }
  }

  package var isSequence: Bool {
    switch storage {
    case .read(.sequence): true
    case .read: false
    case .unread(let bytes): !UnreadJSON(bytes, span).isObject
    }
  }

  /// Whether `true` may stand somewhere in it; never wrong about a tree that holds it.
  package var mayHoldTrue: Bool {
    switch storage {
    case .read(.null): false
    case .read(.scalar(let scalar)): scalar.text == "true"
    case .read(.sequence(let items)): items.contains(where: \.mayHoldTrue)
    case .read(.mapping(let entries)): entries.contains { $0.value.mayHoldTrue }
    case .unread(let bytes): UnreadJSON(bytes, span).mayHoldTrue
    }
  }

  /// The value of a mapping with exactly one entry, where that has a given key.
  package func onlyValue(of key: String) -> Node? {
    guard case .mapping(let entries) = content, entries.count == 1, entries[0].isNamed(key) else { return nil }
    return entries[0].value
  }

  /// The one entry of a mapping that has exactly one.
  package var onlyEntry: Entry? {
    guard case .mapping(let entries) = content, entries.count == 1 else { return nil }
    return entries[0]
  }

  package static func content(of unread: [UInt8], _ span: Span) -> Content { UnreadJSON(unread, span).content }
}
