extension Node.Entry {
  /// Whether it is the entry of a key, of which the mark is at hand.
  @inline(__always)
  func isNamed(_ name: String, _ mark: KeyMark) -> Bool { self.mark == mark && keptKey.equals(name) }
}

extension Node {
  /// The value of a key of a mapping; nil when there is none or this is no mapping.
  package subscript(key: String) -> Node? { kind == .unread ? unread?.entry(key)?.value : entry(key)?.value }

  /// The entry of a key of a mapping; the last one where a key is written twice, as AWS reads it.
  package func entry(_ key: String) -> Entry? {
    guard kind == .mapping else {
      return unread?.entry(key).map { Entry(key: key, keySpan: $0.keySpan, value: $0.value) }
    }
    let entries: Entries = children()
    let mark = KeyMark(key)
    for index in entries.indices.reversed() where entries.memory[index].isNamed(key, mark) {
      return entries.memory[index]
    }
    return nil
  }

  /// The entries of a mapping; empty for everything else.
  @inlinable package var entries: Entries {
    switch kind {
    case .mapping: return children()
    case .unread: if case .mapping(let entries) = unreadContent { return entries } else { return Entries() }
    case .null, .plain, .quoted, .block, .lent, .sequence: return Entries()
    }
  }

  /// The items of a sequence; empty for everything else.
  @inlinable package var items: Items {
    switch kind {
    case .sequence: return children()
    case .unread: if case .sequence(let items) = unreadContent { return items } else { return Items() }
    case .null, .plain, .quoted, .block, .lent, .mapping: return Items()
    }
  }

  /// The text of a scalar, whatever its style; nil for null and collections.
  @inlinable package var text: String? {
    switch kind {
    case .plain, .quoted, .block: KeptText(words).text
    case .lent: lentText
    case .null, .sequence, .mapping, .unread: nil
    }
  }

  /// How a scalar is written; nil for null and collections.
  @inlinable package var style: Scalar.Style? {
    switch kind {
    case .plain: .plain
    case .quoted, .lent: .quoted
    case .block: .block
    case .null, .sequence, .mapping, .unread: nil
    }
  }

  @inlinable package var isNull: Bool { kind == .null }

  package var isMapping: Bool { kind == .mapping || unread?.isObject == true }

  package var isSequence: Bool { kind == .sequence || unread?.isObject == false }

  /// Whether `true` may stand somewhere in it; never wrong about a tree that holds it.
  package var mayHoldTrue: Bool {
    switch kind {
    case .null, .lent: false
    case .plain, .quoted, .block: KeptText(words).text == "true"
    case .sequence: items.contains(where: \.mayHoldTrue)
    case .mapping: entries.contains { $0.value.mayHoldTrue }
    case .unread: unread?.mayHoldTrue == true
    }
  }

  /// The value of a mapping with exactly one entry, where that has a given key.
  package func onlyValue(of key: String) -> Node? {
    let entries = self.entries
    guard entries.count == 1, entries[0].isNamed(key, KeyMark(key)) else { return nil }
    return entries[0].value
  }

  /// The one entry of a mapping that has exactly one.
  package var onlyEntry: Entry? {
    let entries = self.entries
    return entries.count == 1 ? entries[0] : nil
  }
}
