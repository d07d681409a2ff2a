extension String {
  /// What a closure makes of the string's UTF-8.
  @inlinable package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var string = self
    return string.withUTF8(body)
  }

  /// A part of some UTF-8; a range beyond it is cut.
  @inlinable package init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.init(decoding: UnsafeBufferPointer(rebasing: bytes[range.clamped(to: bytes.indices)]), as: UTF8.self)
  }

  /// Strings one after the other, in memory that is asked for once.
  package init(
    joining first: String, _ second: String, _ third: String = "", _ fourth: String = "", _ fifth: String = ""
  ) {
    let count = first.utf8.count + second.utf8.count + third.utf8.count + fourth.utf8.count + fifth.utf8.count
    self.init(unsafeUninitializedCapacity: count) { memory in
      var end = 0
      String.copy(first, into: memory, at: &end)
      String.copy(second, into: memory, at: &end)
      String.copy(third, into: memory, at: &end)
      String.copy(fourth, into: memory, at: &end)
      String.copy(fifth, into: memory, at: &end)
      return end
    }
  }

  /// Writes a string's UTF-8 behind what is already there.
  private static func copy(_ part: String, into memory: UnsafeMutableBufferPointer<UInt8>, at end: inout Int) {
    part.withBytes { bytes in end = memory[end...].initialize(fromContentsOf: bytes) }
  }

  /// Whether a byte occurs in the UTF-8.
  @inlinable package func holds(_ byte: UInt8) -> Bool { withBytes { $0.contains(byte) } }

  /// What stands before and behind the first occurrence of an ASCII character; nil where there is none.
  package func halves(around mark: UInt8) -> (head: String, tail: String)? {
    withBytes { bytes in
      guard let place = bytes.firstIndex(of: mark) else { return nil }
      return (String(bytes, 0..<place), String(bytes, place + 1..<bytes.count))
    }
  }

  /// The first place where a text occurs, without Foundation.
  package func range(of other: String) -> Range<String.Index>? {
    guard let offsets = offsets(of: other) else { return nil }
    let start = utf8.index(utf8.startIndex, offsetBy: offsets.lowerBound)
    return start..<utf8.index(start, offsetBy: offsets.count)
  }

  /// Where a text first occurs in the UTF-8; nil for an empty one.
  private func offsets(of other: String) -> Range<Int>? {
    withBytes { bytes in
      other.withBytes { wanted in
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
          if wanted.indices.allSatisfy({ bytes[start + $0] == wanted[$0] }) { return start..<start + wanted.count }
        }
        return nil
      }
    }
  }
}
