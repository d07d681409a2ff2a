/// Numbers names in the order in which they are entered, and finds their numbers again.
///
/// Names are short and looked up all the time, and a dictionary of strings takes most of its time to withstand those who
/// choose names for their hashes, whom nobody here has to fear.
package struct NameTable: Sendable {
  private struct Slot: Sendable {
    let hash: UInt32
    let number: Int32

    static let free = Slot(hash: 0, number: -1)
  }

  private var names: [String] = []
  /// More than the names, always a power of two.
  private var slots: [Slot] = []

  package init() {}

  package mutating func reserveCapacity(_ count: Int) {
    names.reserveCapacity(count)
    while slots.count < count * 2 { grow() }
  }

  /// The number of a name; nil where it was not entered.
  package subscript(name: String) -> Int? {
    guard !slots.isEmpty else { return nil }
    let found = slots[slot(of: name, NameTable.hash(name))].number
    return found < 0 ? nil : Int(found)
  }

  /// Enters a name, which gets the next number where it has none yet.
  package mutating func enter(_ name: String) -> (number: Int, isNew: Bool) {
    if slots.count < names.count * 2 + 2 { grow() }
    let hash = NameTable.hash(name)
    let slot = slot(of: name, hash)
    if slots[slot].number >= 0 { return (Int(slots[slot].number), false) }
    slots[slot] = Slot(hash: hash, number: Int32(truncatingIfNeeded: names.count))
    names.append(name)
    return (names.count - 1, true)
  }

  /// Where a name stands, or the free slot where it belongs.
  private func slot(of name: String, _ hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot].number >= 0, slots[slot].hash != hash || names[Int(slots[slot].number)] != name {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .free, count: max(16, old.count * 2))
    for entry in old where entry.number >= 0 {
      var slot = Int(entry.hash) & (slots.count - 1)
      while slots[slot].number >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  private static func hash(_ name: String) -> UInt32 {
    name.withBytes { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      var hash = UInt64(bytes.count)
      var offset = 0
      while offset + 8 <= bytes.count {
        hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      var rest: UInt64 = 0
      while offset < bytes.count {
        rest = rest << 8 | UInt64(bytes[offset])
        offset += 1
      }
      return UInt32(truncatingIfNeeded: mixed(hash ^ rest))
    }
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}
