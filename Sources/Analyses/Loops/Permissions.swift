import Infrastructure

/// The permissions of a web by what they reach, so that those who may do the same share a node.
struct Permissions: Sendable {
  /// What tells reaches apart quickly: hardly any two agree in it that are not equal.
  private struct Key: Hashable {
    let pattern: String
    let scope: String
    let actions: UInt64
    /// Of all that few have.
    let rest: Int

    init(_ reach: Reach) {
      pattern = reach.pattern.raw
      scope = reach.scope
      actions = reach.actions.rawValue
      rest = reach.isPlain ? 0 : reach.hashValue
    }
  }

  private struct Entry {
    let reach: Int
    let node: Int
    /// The place of the next one with the same key.
    var next: Int?
  }

  private var entries: [Entry] = []
  /// The place of the first entry.
  private var places: [Key: Int] = [:]

  /// The node of a permission; of a new one, the node that it gets.
  ///
  /// - Parameter reaches: what is known; a new one becomes the next of them.
  mutating func node(of reach: Reach, among reaches: [Reach], orNew next: Int) -> Int {
    let fresh = entries.count
    let first = places.place(of: Key(reach), orNew: fresh)
    var place: Int? = first == fresh ? nil : first
    while let known = place {
      if reaches[entries[known].reach] == reach { return entries[known].node }
      place = entries[known].next
    }
    entries.append(Entry(reach: reaches.count, node: next))
    if first < fresh {
      entries[fresh].next = entries[first].next
      entries[first].next = fresh
    }
    return next
  }
}

extension Reach {
  /// Whether it has neither conditions nor anything taken out.
  fileprivate var isPlain: Bool {
    exceptions.isEmpty && limits.isEmpty && sources.isEmpty && detailTypes.isEmpty && leadingKeys.isEmpty
      && exclusions.sources.isEmpty && exclusions.detailTypes.isEmpty
  }
}
