import Diagnostics

/// Notices keys that a mapping writes twice.
enum DuplicateKeys {
  /// Mappings up to this size are compared pair by pair, larger ones hashed.
  private static let pairLimit = 12

  static func note(in entries: Node.Entries, problems: inout Problems) {
    each(in: entries) { first, second in
      problems.note(
        second.keySpan, "key '\(second.key)' is written twice; the last one counts",
        related: [Label(first.keySpan, "first written here")])
    }
  }

  static func areThere(in entries: Node.Entries) -> Bool {
    var found = false
    each(in: entries) { _, _ in found = true }
    return found
  }

  /// Every entry whose key was written before, with the first that has it.
  @inline(__always)
  private static func each(in entries: Node.Entries, _ body: (_ first: Node.Entry, _ second: Node.Entry) -> Void) {
    guard entries.count > 1 else { return }
    entries.count <= pairLimit ? pairs(entries.memory, body) : hashed(entries.memory, body)
  }

  @inline(__always)
  private static func pairs(
    _ entries: UnsafeBufferPointer<Node.Entry>, _ body: (_ first: Node.Entry, _ second: Node.Entry) -> Void
  ) {
    for second in 1..<entries.count {
      for first in 0..<second where entries[first].mark == entries[second].mark {
        guard entries[first].key == entries[second].key else { continue }
        body(entries[first], entries[second])
        break
      }
    }
  }

  private static func hashed(
    _ entries: UnsafeBufferPointer<Node.Entry>, _ body: (_ first: Node.Entry, _ second: Node.Entry) -> Void
  ) {
    var firsts: [String: Int] = [:]
    firsts.reserveCapacity(entries.count)
    for index in entries.indices {
      let key = entries[index].key
      guard let first = firsts.updateValue(index, forKey: key) else { continue }
      firsts[key] = first
      body(entries[first], entries[index])
    }
  }
}
