/// The texts that were kept last, so that what is written again and again is kept once.
struct KeptTexts: ~Copyable {
  private struct Slot: BitwiseCopyable {
    /// The length of the text; -1 where there is none.
    var count = -1
    var head: UInt64 = 0
    var tail: UInt64 = 0
    var kept = KeptText("")
    var mark = KeyMark.empty
  }

  /// Longer texts are hardly ever written twice.
  private static let longest = 64
  /// Up to this length a text is its head and its tail.
  private static let short = 16

  private let slots: UnsafeMutablePointer<Slot>
  /// The bytes of each slot's text, where that is longer than head and tail.
  private let copies: UnsafeMutablePointer<UInt8>
  private let bits: Int

  /// - Parameter text: the length of the text in which the texts are.
  init(for text: Int) {
    bits = text < 8192 ? 4 : 8
    slots = .allocate(capacity: 1 << bits)
    slots.initialize(repeating: Slot(), count: 1 << bits)
    copies = .allocate(capacity: KeptTexts.longest << bits)
    copies.initialize(repeating: 0, count: KeptTexts.longest << bits)
  }

  deinit {
    slots.deallocate()
    copies.deallocate()
  }

  /// The text of some bytes, and its mark as a key.
  ///
  /// - Parameter spelling: what is kept instead of the text itself.
  @inline(__always)
  mutating func text(
    _ bytes: UnsafeBufferPointer<UInt8>, spelling: ((String) -> String)? = nil
  ) -> (kept: KeptText, mark: KeyMark) {
    guard bytes.count <= KeptTexts.longest else { return KeptTexts.make(bytes, spelling) }
    let (head, tail) = KeptTexts.ends(bytes)
    let mixed = (head ^ (tail &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(bytes.count)) &* 0xD6E8_FEB8_6659_FD93
    let place = Int(truncatingIfNeeded: mixed >> UInt64(64 - bits))
    let slot = slots + place
    let copy = copies + place * KeptTexts.longest
    let isKnown =
      slot.pointee.count == bytes.count && slot.pointee.head == head && slot.pointee.tail == tail
      && (bytes.count <= KeptTexts.short || KeptTexts.areEqual(bytes, copy))
    if !isKnown {
      let made = KeptTexts.make(bytes, spelling)
      slot.pointee = Slot(count: bytes.count, head: head, tail: tail, kept: made.kept, mark: made.mark)
      if bytes.count > KeptTexts.short, let source = bytes.baseAddress { copy.update(from: source, count: bytes.count) }
    }
    return (slot.pointee.kept, slot.pointee.mark)
  }

  private static func make(
    _ bytes: UnsafeBufferPointer<UInt8>, _ spelling: ((String) -> String)?
  ) -> (kept: KeptText, mark: KeyMark) {
    guard let spelling else { return (KeptText(bytes), KeyMark(bytes)) }
    let text = spelling(String(decoding: bytes, as: UTF8.self))
    return (KeptText(text), KeyMark(text))
  }

  /// The first and the last eight bytes; of shorter texts all bytes, in one way for each length.
  @inline(__always)
  private static func ends(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = raw.count
    if count >= 8 {
      return (
        raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
        raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      )
    }
    if count >= 4 {
      return (
        UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self)),
        UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      )
    }
    guard count > 0 else { return (0, 0) }
    return (UInt64(raw[0]) | UInt64(raw[count / 2]) << 8, UInt64(raw[count - 1]))
  }

  /// Whether texts longer than head and tail, which are equal, are equal between these too.
  private static func areEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ other: UnsafePointer<UInt8>) -> Bool {
    let (left, right) = (UnsafeRawBufferPointer(bytes), UnsafeRawPointer(other))
    for offset in stride(from: 8, to: bytes.count - 8, by: 8)
    where left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    {
      return false
    }
    return true
  }
}

extension KeptText {
  /// Up to this length a string has no memory of its own.
  static let small = 15

  /// The text of UTF-8 bytes.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.init(String(decoding: bytes, as: UTF8.self)) }
}
