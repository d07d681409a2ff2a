/// A file's place in the run's list of sources.
@usableFromInline package struct FileID: Hashable, Sendable, Comparable, BitwiseCopyable {
  package let index: UInt32

  package init(_ index: Int) { self.index = UInt32(clamping: index) }

  @usableFromInline package static func < (left: FileID, right: FileID) -> Bool { left.index < right.index }
}

/// One input file: its path as users see it, its bytes, and where its lines begin.
///
/// Read once and never changed; every span in the run is a byte range of one of these.
package final class SourceFile: Sendable {
  /// Relative to the working directory, with `/` between the parts; `-` is standard input.
  package let path: String
  package let bytes: [UInt8]
  /// The byte offset at which each line begins; the first is always 0.
  package let lineStarts: [UInt32]
  /// UTF-16 units before each block of bytes, for files of very long lines such as a plan in one line; else empty.
  private let unitMarks: [UInt32]
  private static let blockLength = 4096

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lineStarts = SourceFile.lineStarts(of: bytes)
    unitMarks = bytes.count / lineStarts.count > SourceFile.blockLength ? SourceFile.unitMarks(of: bytes) : []
  }

  private static func unitMarks(of bytes: [UInt8]) -> [UInt32] {
    var marks: [UInt32] = []
    marks.reserveCapacity(bytes.count / blockLength + 1)
    var units = 0
    for start in stride(from: 0, to: bytes.count, by: blockLength) {
      marks.append(UInt32(clamping: units))
      units += SourceFile.units(in: bytes, start..<min(start + blockLength, bytes.count))
    }
    return marks
  }

  /// UTF-16 units of a range: each character has one byte that is no continuation, and is two units long where that byte
  /// leads four.
  private static func units(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var units = 0
      var index = range.lowerBound
      while index < range.upperBound {
        // Eight characters of one byte at once.
        if index + 8 <= range.upperBound,
          raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          units += 8
          index += 8
          continue
        }
        if buffer[index] & 0xC0 != 0x80 { units += buffer[index] >= 0xF0 ? 2 : 1 }
        index += 1
      }
      return units
    }
  }

  /// UTF-16 units between two offsets.
  private func units(from start: Int, to end: Int) -> Int {
    let (first, last) = (start / SourceFile.blockLength + 1, end / SourceFile.blockLength)
    guard first < last, unitMarks.indices.contains(last) else { return SourceFile.units(in: bytes, start..<end) }
    return SourceFile.units(in: bytes, start..<(first * SourceFile.blockLength))
      + Int(unitMarks[last] - unitMarks[first]) + SourceFile.units(in: bytes, (last * SourceFile.blockLength)..<end)
  }

  private static func lineStarts(of bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(bytes.count / 24 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var index = 0
      while index + 8 <= raw.count {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        var ends = lineEnds(in: word)
        while ends != 0 {
          note(index + ends.trailingZeroBitCount / 8, in: buffer, &starts)
          ends &= ends &- 1
        }
        index += 8
      }
      for rest in index..<raw.count where buffer[rest] == 0x0A || buffer[rest] == 0x0D {
        note(rest, in: buffer, &starts)
      }
    }
    return starts
  }

  /// Notes the line that begins behind a line feed or a carriage return; a pair of both is one line end.
  @inline(__always)
  private static func note(_ end: Int, in bytes: UnsafeBufferPointer<UInt8>, _ starts: inout [UInt32]) {
    if bytes[end] == 0x0D, end + 1 < bytes.count, bytes[end + 1] == 0x0A { return }
    starts.append(UInt32(clamping: end + 1))
  }

  /// The top bits of those of eight bytes that are a line feed or a carriage return.
  @inline(__always)
  private static func lineEnds(in word: UInt64) -> UInt64 {
    zeros(in: word ^ 0x0A0A_0A0A_0A0A_0A0A) | zeros(in: word ^ 0x0D0D_0D0D_0D0D_0D0D)
  }

  /// The top bits of those of eight bytes that are zero.
  @inline(__always)
  private static func zeros(in word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }
}

extension SourceFile {
  /// The zero-based line that holds a byte offset.
  package func line(at offset: UInt32) -> Int {
    lineStarts.withUnsafeBufferPointer { starts in
      var low = 0
      var high = starts.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if starts[middle] <= offset { low = middle } else { high = middle }
      }
      return low
    }
  }

  /// The same for an offset that doesn't lie before a known line, and most often on it.
  package func line(at offset: UInt32, from line: Int) -> Int {
    guard line + 1 < lineStarts.count, lineStarts[line + 1] <= offset else { return line }
    return self.line(at: offset)
  }

  /// Where the bytes of a zero-based line lie, without its line end; empty when there is no such line.
  package func lineRange(_ line: Int) -> Range<Int> {
    guard lineStarts.indices.contains(line) else { return 0..<0 }
    let start = min(Int(lineStarts[line]), bytes.count)
    var end = line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The bytes of a zero-based line without its line end; empty when there is no such line.
  package func lineBytes(_ line: Int) -> ArraySlice<UInt8> { bytes[lineRange(line)] }

  /// Where a byte offset lies for people and editors: both 1-based, the column in UTF-16 units.
  package func position(at offset: UInt32) -> Position { position(at: offset, onLine: line(at: offset)) }

  /// The same where the zero-based line is known.
  package func position(at offset: UInt32, onLine line: Int) -> Position {
    let hasMark = line == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let lineStart = lineStarts.indices.contains(line) ? Int(lineStarts[line]) : 0
    let start = min(lineStart + (hasMark ? 3 : 0), bytes.count)
    let end = max(start, min(Int(offset), bytes.count))
    return Position(line: line + 1, column: units(from: start, to: end) + 1)
  }

  /// The source text that a span covers.
  package func text(of span: Span) -> String {
    let start = min(Int(span.start), bytes.count)
    let end = max(start, min(Int(span.end), bytes.count))
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// A 1-based line and a 1-based column in UTF-16 units.
package struct Position: Hashable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// All files of one run, found by id.
package struct Sources: Sendable {
  package private(set) var files: [SourceFile] = []

  package init() {}

  /// Adds a file and returns the id that spans use for it.
  package mutating func add(_ file: SourceFile) -> FileID {
    files.append(file)
    return FileID(files.count - 1)
  }

  /// The file of an id; an empty file without a path for an id of another run.
  package subscript(id: FileID) -> SourceFile {
    files.indices.contains(Int(id.index)) ? files[Int(id.index)] : SourceFile(path: "", bytes: [])
  }
}
