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

  /// Looks each key up in a table of those before it, in which the next free place is taken.
  private static func hashed(
    _ entries: UnsafeBufferPointer<Node.Entry>, _ body: (_ first: Node.Entry, _ second: Node.Entry) -> Void
  ) {
    var mask = 31
    while mask < entries.count * 2 { mask = mask * 2 + 1 }
    var table = [Int32](repeating: -1, count: mask + 1)
    for index in entries.indices {
      var place = hash(entries[index].key) & mask
      while table[place] >= 0 {
        let first = entries[Int(table[place])]
        if first.mark == entries[index].mark, first.key == entries[index].key {
          body(first, entries[index])
          break
        }
        place = (place + 1) & mask
      }
      if table[place] < 0 { table[place] = Int32(clamping: index) }
    }
  }

  private static func hash(_ key: String) -> Int {
    var key = key
    let mixed = key.withUTF8 { bytes in
      bytes.reduce(UInt64(bytes.count)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
    return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) & 0x7FFF_FFFF)
  }
}
