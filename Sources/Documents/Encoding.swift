import Diagnostics

extension DocumentReader {
  /// The bytes of a file as UTF-8: those of a UTF-16 file with a byte order mark are transcoded, others are kept.
  package static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= 2 else { return bytes }
    let isLittle = bytes[0] == 0xFF && bytes[1] == 0xFE
    guard isLittle || (bytes[0] == 0xFE && bytes[1] == 0xFF) else { return bytes }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count - 1, by: 2) {
      let low = UInt16(bytes[isLittle ? index : index + 1])
      let high = UInt16(bytes[isLittle ? index + 1 : index])
      units.append(high << 8 | low)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

/// What the bytes of a text file must be.
enum Encoding {
  static func byteOrderMarkLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// Throws at the first byte that is no text, and says whether all characters are one byte long.
  static func check(_ bytes: UnsafeBufferPointer<UInt8>, id: FileID) throws(Problem) -> (isASCII: Bool, start: Int) {
    let start = byteOrderMarkLength(bytes)
    var index = asciiPrefix(bytes, from: start)
    if index == bytes.count { return (true, start) }
    if let zero = bytes.firstIndex(of: 0) { throw Problem(place(zero, id), "binary file, not a config") }
    while index < bytes.count {
      let length = sequenceLength(bytes, at: index)
      guard length > 0 else { throw Problem(place(index, id), "invalid UTF-8") }
      index = asciiPrefix(bytes, from: index + length)
    }
    return (false, start)
  }

  /// The index of the first byte from `start` on that is zero or no ASCII.
  private static func asciiPrefix(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // The top bit of a byte is set where it is 0x80 or more, and after the subtraction where it is zero.
      if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    while index < raw.count, raw[index] != 0, raw[index] < 0x80 { index += 1 }
    return index
  }

  private static func place(_ index: Int, _ id: FileID) -> Span {
    Span(file: id, start: UInt32(clamping: index), end: UInt32(clamping: index + 1))
  }

  /// The length of the well-formed sequence at an index; 0 where there is none.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, index + length <= bytes.count else { return 0 }
    for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    let second = bytes[index + 1]
    switch lead {
    case 0xE0: return second >= 0xA0 ? 3 : 0
    case 0xED: return second < 0xA0 ? 3 : 0
    case 0xF0: return second >= 0x90 ? 4 : 0
    case 0xF4: return second < 0x90 ? 4 : 0
    default: return length
    }
  }
}
