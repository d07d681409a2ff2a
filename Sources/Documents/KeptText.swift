#if !_pointerBitWidth(_64)
  #error("A string consists of two words on 64-bit systems only; KeptText keeps it as those.")
#endif

/// A text that is never freed, so that copies of it cost nothing.
///
/// Sendable like the string that it is.
@usableFromInline package struct KeptText: BitwiseCopyable, @unchecked Sendable {
  /// What a string consists of: its characters, or where they are.
  @usableFromInline let words: (UInt64, UInt64)

  /// Takes over the reference that the string is, and never gives it back.
  @inlinable package init(_ text: String) {
    var words: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &words) { bytes in
      _ = bytes.baseAddress?.initializeMemory(as: String.self, to: text)
    }
    self.words = words
  }

  @inlinable init(_ words: (UInt64, UInt64)) { self.words = words }

  /// Whether it is the same text; the same words are, and to see that counts no references.
  @inline(__always)
  func equals(_ other: String) -> Bool {
    words == unsafeBitCast(other, to: (UInt64, UInt64).self) || text == other
  }

  @inlinable package var text: String { unsafeBitCast(words, to: String.self) }
}

/// Some of a key's bytes: keys that differ in them are different, which is quicker to see than by comparing texts.
package struct KeyMark: BitwiseCopyable, Equatable, Sendable {
  static var empty: KeyMark { KeyMark(UnsafeBufferPointer(start: nil, count: 0)) }

  private let bits: UInt32

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first, let last = bytes.last else {
      bits = 0
      return
    }
    let middle = bytes[bytes.count / 2]
    bits =
      UInt32(truncatingIfNeeded: bytes.count) << 24 | UInt32(first) << 16 | UInt32(middle) << 8 | UInt32(last)
  }

  init(_ key: String) {
    var key = key
    self = key.withUTF8 { KeyMark($0) }
  }
}
