import Diagnostics

/// One line of source as a terminal shows it, with the column of each of its bytes.
///
/// Tabs become four spaces, secrets are masked, unsafe characters are replaced, and only a window of a long line is kept.
struct SourceLine {
  private let file: SourceFile
  /// The bytes of a line that is shown as it is, one column a byte; nil where `text` takes their place.
  private var plain: Range<Int>?
  private var text = ""
  /// The display column of each character of the text, by the byte offset in the file at which it begins, ascending.
  private var columns: [(offset: Int, column: Int)] = []
  private var width = 0
  private static let tab = "    "
  /// Columns of source that are shown of one line.
  private static let limit = 110

  /// - Parameters:
  ///   - line: the bytes of the line without its end.
  ///   - focus: those of them that have to be visible.
  ///   - secrets: bytes that are masked.
  init(_ line: Range<Int>, of file: SourceFile, focus: Range<Int>, secrets: [Range<Int>]) {
    self.file = file
    if secrets.isEmpty, line.count <= SourceLine.limit, file.withBytes(line, \.isPlain) {
      plain = line
      return
    }
    let bytes = file.bytes[line]
    let window = SourceLine.window(bytes, focus: focus)
    if window.lowerBound > bytes.startIndex { add("…", at: window.lowerBound) }
    var offset = window.lowerBound
    for character in String(decoding: bytes[window], as: UTF8.self) {
      if width >= SourceLine.limit {
        add("…", at: offset)
        break
      }
      add(character, at: offset, secrets: secrets)
      offset += character.utf8.count
    }
    columns.append((offset, width))
  }

  /// Writes a space and the line; nothing for an empty one.
  func write(to canvas: inout Canvas) {
    if let plain {
      guard !plain.isEmpty else { return }
      canvas.put(" ")
      file.withBytes(plain) { canvas.write($0) }
    } else if !text.isEmpty {
      canvas.put(" ")
      canvas.write(text)
    }
  }

  /// The bytes of a line to show: all of a short one, and of a long one those around the focus.
  private static func window(_ bytes: ArraySlice<UInt8>, focus: Range<Int>) -> Range<Int> {
    guard bytes.count > limit else { return bytes.startIndex..<bytes.endIndex }
    var start = bytes.startIndex
    if focus.upperBound - start > limit - 10 { start = max(start, min(focus.lowerBound - 40, bytes.endIndex)) }
    while start > bytes.startIndex, start < bytes.endIndex, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    // A character takes at most a few bytes a column, so this is more than is shown.
    var end = min(bytes.endIndex, start + limit * 8)
    while end > start, end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }

  private mutating func add(_ character: Character, at offset: Int, secrets: [Range<Int>]) {
    if let secret = secrets.first(where: { $0.contains(offset) }) {
      switch Mask.fate(of: offset, in: secret, of: file) {
      case .shown: break
      case .ellipsis: return add("…", at: offset)
      case .hidden: return columns.append((offset, max(width - 1, 0)))
      }
    }
    if character == "\t" { return add(SourceLine.tab, at: offset) }
    add(CharacterWidth.isUnsafe(character) ? "\u{FFFD}" : String(character), at: offset)
  }

  private mutating func add(_ shown: String, at offset: Int) {
    columns.append((offset, width))
    text += shown
    width += shown.reduce(0) { $0 + CharacterWidth.columns(of: $1) }
  }

  /// The columns under a range of bytes; at least one wide.
  func columns(of range: Range<Int>) -> Range<Int> {
    let start = column(range.lowerBound)
    return start..<max(column(range.upperBound), start + 1)
  }

  private func column(_ offset: Int) -> Int {
    if let plain { return min(max(offset - plain.lowerBound, 0), plain.count) }
    return columns.first { $0.offset >= offset }?.column ?? width
  }
}

/// What is left of a secret: at most its first four characters, and never more than a third of it.
enum Mask {
  enum Fate {
    case shown
    case ellipsis
    case hidden
  }

  /// What becomes of the character at an offset inside a secret.
  static func fate(of offset: Int, in secret: Range<Int>, of file: SourceFile) -> Fate {
    let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    var inner = secret
    if let first = file.bytes[safe: inner.lowerBound], quotes.contains(first), inner.count > 1 {
      inner = (inner.lowerBound + 1)..<inner.upperBound
      if file.bytes[safe: inner.upperBound - 1] == first { inner = inner.lowerBound..<(inner.upperBound - 1) }
    }
    guard inner.contains(offset) else { return .shown }
    let kept = min(4, inner.count / 3)
    let position = offset - inner.lowerBound
    if position < kept { return .shown }
    // Every line of a secret that has several shows that something is there.
    return position == kept || file.bytes[safe: offset - 1] == 0x0A ? .ellipsis : .hidden
  }
}

extension SourceFile {
  /// Some of the bytes as they lie in memory.
  fileprivate func withBytes<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range.clamped(to: $0.indices)])) }
  }
}

extension Array {
  /// The element at an index; nil where there is none.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
