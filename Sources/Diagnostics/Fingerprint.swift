/// A stable number for a text: FNV-1a with 64 bits, in hexadecimal.
package enum Fingerprint {
  package static func of(_ text: String) -> String { of(text.utf8) }

  static func of(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension SourceFile {
  /// Equal for files of equal bytes.
  package var fingerprint: String { Fingerprint.of(bytes) }
}
