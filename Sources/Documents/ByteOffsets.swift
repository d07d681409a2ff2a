/// Turns libyaml's marks, which count characters, into byte offsets.
struct ByteOffsets {
  private static let step = 128

  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int
  /// The byte offset of every 128th character; empty where all characters are one byte long.
  private let checkpoints: [Int]

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    self.start = start
    guard bytes[start...].contains(where: { $0 >= 0x80 }) else {
      checkpoints = []
      return
    }
    var points: [Int] = []
    var character = 0
    for index in start..<bytes.count where bytes[index] & 0xC0 != 0x80 {
      if character.isMultiple(of: ByteOffsets.step) { points.append(index) }
      character += 1
    }
    checkpoints = points
  }

  /// The byte offset of a character, counted from where reading began.
  func byte(_ character: Int) -> Int {
    guard !checkpoints.isEmpty else { return min(start + character, bytes.count) }
    let point = character / ByteOffsets.step
    guard checkpoints.indices.contains(point) else { return bytes.count }
    var index = checkpoints[point]
    var left = character % ByteOffsets.step
    while left > 0, index < bytes.count {
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      left -= 1
    }
    return index
  }
}
