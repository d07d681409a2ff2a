import Diagnostics

/// Notices keys that a mapping writes twice; small mappings are searched, large ones hashed.
struct KeySet {
  private static let threshold = 24
  private var positions: [String: Int] = [:]
  private var count = 0

  /// Notes a problem when the key is already among the entries.
  mutating func add(_ key: String, at span: Span, among entries: [Node.Entry], problems: inout Problems) {
    guard let first = position(of: key, in: entries) else { return }
    problems.note(
      span, "key '\(key)' is written twice; the last one counts",
      related: [Label(entries[first].keySpan, "first written here")])
  }

  private mutating func position(of key: String, in entries: [Node.Entry]) -> Int? {
    guard entries.count >= KeySet.threshold else { return entries.firstIndex { $0.key == key } }
    while count < entries.count {
      positions[entries[count].key] = count
      count += 1
    }
    return positions[key]
  }
}
