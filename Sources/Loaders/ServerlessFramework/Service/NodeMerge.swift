import Documents

extension Node {
  private static let maximumMergeDepth = 64

  /// This tree with another one laid over it, as the Framework merges: mappings by key, lists by index, and values that
  /// are null left out.
  func merging(_ other: Node, depth: Int = 0) -> Node {
    guard depth < Node.maximumMergeDepth else { return other }
    switch (content, other.content) {
    case (_, .null): return self
    case (.mapping(let below), .mapping(let above)):
      var entries = Array(below)
      for entry in above {
        guard let index = entries.firstIndex(where: { $0.key == entry.key }) else {
          entries.append(entry)
          continue
        }
        let merged = entries[index].value.merging(entry.value, depth: depth + 1)
        entries[index] = Entry(key: entry.key, keySpan: entry.keySpan, value: merged)
      }
      return Node(entries: entries, span)
    case (.sequence(let below), .sequence(let above)):
      var items = Array(below)
      for (index, item) in above.enumerated() {
        if items.indices.contains(index) {
          items[index] = items[index].merging(item, depth: depth + 1)
        } else {
          items.append(item)
        }
      }
      return Node(items: items, span)
    default: return other
    }
  }

  /// A mapping as it is, or the mappings of a list merged in order.
  var mergedMapping: Node? {
    if isMapping { return self }
    let parts = items.filter(\.isMapping)
    guard var result = parts.first else { return nil }
    for part in parts.dropFirst() { result = result.merging(part) }
    return result
  }
}
