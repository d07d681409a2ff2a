import Diagnostics

/// Notices keys that a mapping writes twice.
enum DuplicateKeys {
  /// Mappings up to this size are compared pair by pair, larger ones hashed.
  private static let pairLimit = 12

  static func note(in entries: Node.Entries, problems: inout Problems) {
    entries.count <= pairLimit ? notePairs(entries, &problems) : noteHashed(entries, &problems)
  }

  private static func notePairs(_ entries: Node.Entries, _ problems: inout Problems) {
    guard entries.count > 1 else { return }
    for second in 1..<entries.count {
      for first in 0..<second where entries[first].isNamed(entries[second].key, entries[second].mark) {
        note(entries[second], after: entries[first], &problems)
        break
      }
    }
  }

  private static func noteHashed(_ entries: Node.Entries, _ problems: inout Problems) {
    var firsts: [String: Int] = [:]
    firsts.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      if let first = firsts[entry.key] {
        note(entry, after: entries[first], &problems)
      } else {
        firsts[entry.key] = index
      }
    }
  }

  private static func note(_ second: Node.Entry, after first: Node.Entry, _ problems: inout Problems) {
    problems.note(
      second.keySpan, "key '\(second.key)' is written twice; the last one counts",
      related: [Label(first.keySpan, "first written here")])
  }
}
