/// A stable number for a list of texts: FNV-1a with 64 bits over the texts with a separator between them.
package struct Fingerprint: Hashable, Sendable {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  package init(_ text: String) { for byte in text.utf8 { feed(byte) } }

  init(_ bytes: [UInt8]) { for byte in bytes { feed(byte) } }

  package mutating func add(_ text: String) {
    feed(0x1F)
    for byte in text.utf8 { feed(byte) }
  }

  private mutating func feed(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// Sixteen hexadecimal digits.
  package var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension SourceFile {
  /// Equal for files of equal bytes.
  package var fingerprint: String { Fingerprint(bytes).text }
}
