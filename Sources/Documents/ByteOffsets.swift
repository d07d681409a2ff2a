/// Turns libyaml's marks, which count characters, into byte offsets.
struct ByteOffsets {
  private static let step = 128

  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int
  /// How many characters libyaml read before the text.
  private let head: Int
  private let isASCII: Bool
  /// The byte offset of every 128th character; empty where all characters are one byte long.
  private let checkpoints: [Int]
  /// The character asked for last and its byte: the next one is mostly a little further on.
  private var character = 0
  private var byte: Int

  /// - Parameters:
  ///   - part: the part of the bytes that libyaml reads.
  ///   - head: how many characters it reads before that.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, after head: Int, isASCII: Bool) {
    self.bytes = UnsafeBufferPointer(rebasing: bytes[..<part.upperBound])
    start = part.lowerBound
    self.head = head
    self.isASCII = isASCII
    byte = start
    checkpoints = isASCII ? [] : ByteOffsets.checkpoints(self.bytes, from: start)
  }

  private static func checkpoints(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [Int] {
    var points: [Int] = []
    points.reserveCapacity((bytes.count - start) / step + 1)
    var character = 0
    for index in start..<bytes.count where bytes[index] & 0xC0 != 0x80 {
      if character % step == 0 { points.append(index) }
      character += 1
    }
    return points
  }

  /// The byte offset of a character, counted from where reading began; that of the text's beginning for those before it.
  @inline(__always)
  mutating func byte(_ wanted: Int) -> Int {
    let wanted = max(wanted - head, 0)
    return isASCII ? min(start + wanted, bytes.count) : search(wanted)
  }

  private mutating func search(_ wanted: Int) -> Int {
    if wanted < character || wanted - character > ByteOffsets.step {
      let point = wanted / ByteOffsets.step
      guard checkpoints.indices.contains(point) else { return bytes.count }
      character = point * ByteOffsets.step
      byte = checkpoints[point]
    }
    while character < wanted, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    return byte
  }
}
