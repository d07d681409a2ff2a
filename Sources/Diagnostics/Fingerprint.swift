/// A stable number for a list of texts: FNV-1a with 64 bits over the texts with a separator between them.
package struct Fingerprint: Hashable, Sendable {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// For what has none yet.
  package init() {}

  package init(_ hash: UInt64) { self.hash = hash }

  package init(_ text: String) { feed(text) }

  init(_ bytes: [UInt8]) { for byte in bytes { feed(byte) } }

  package mutating func add(_ text: String) {
    feed(0x1F)
    feed(text)
  }

  private mutating func feed(_ text: String) {
    let isFed: Void? = text.utf8.withContiguousStorageIfAvailable { for byte in $0 { feed(byte) } }
    if isFed == nil { for byte in text.utf8 { feed(byte) } }
  }

  @inline(__always)
  private mutating func feed(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// Sixteen hexadecimal digits.
  package var text: String {
    String(unsafeUninitializedCapacity: 16) { digits in
      for place in 0..<16 {
        let digit = UInt8(truncatingIfNeeded: hash >> (60 - 4 * place)) & 0xF
        digits[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      }
      return 16
    }
  }
}

extension Fingerprint: Comparable {
  package static func < (left: Fingerprint, right: Fingerprint) -> Bool { left.hash < right.hash }
}

extension SourceFile {
  /// Equal for files of equal bytes.
  package var fingerprint: String { Fingerprint(bytes).text }
}
