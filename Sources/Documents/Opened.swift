package import Diagnostics

/// A collection of which several children are asked for, or all once.
///
/// What is read of Terraform's JSON for it is given back with it, while nodes stay to the end of the run: its children are
/// scalars, which lie in the text, and collections that are not read themselves.
package struct Opened: Sendable {
  package struct Entry: Sendable {
    package let key: String
    package let keySpan: Span
    package let value: Node
  }

  /// The entries of a mapping; empty for everything else.
  package internal(set) var entries: [Entry] = []
  /// The items of a sequence; empty for everything else.
  package internal(set) var items: [Node] = []

  /// The value of a key; that of the last one where it is written twice.
  package subscript(key: String) -> Node? {
    for index in entries.indices.reversed()
    where entries[index].key.utf8.count == key.utf8.count && entries[index].key == key {
      return entries[index].value
    }
    return nil
  }
}

extension Node {
  package var opened: Opened {
    switch kind {
    case .unread: return unread?.opened ?? Opened()
    case .sequence: return Opened(items: Array(items))
    case .mapping:
      return Opened(entries: entries.map { Opened.Entry(key: $0.key, keySpan: $0.keySpan, value: $0.value) })
    case .null, .plain, .quoted, .block, .lent: return Opened()
    }
  }
}
