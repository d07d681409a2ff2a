import Diagnostics

/// One line of source as a terminal shows it, with the column of each of its bytes.
///
/// Tabs become four spaces, secrets are masked, unsafe characters are replaced, and only a window of a long line is kept.
struct SourceLine {
  private(set) var text = ""
  /// The display column of each character, by the byte offset in the file at which it begins, ascending; empty where
  /// every byte takes one column.
  private var columns: [(offset: Int, column: Int)] = []
  private var start = 0
  private var width = 0
  private static let tab = "    "
  /// Columns of source that are shown of one line.
  private static let limit = 110

  /// - Parameter focus: the bytes that have to be visible.
  init(_ line: Int, of file: SourceFile, focus: Range<Int>, secrets: [Range<Int>]) {
    let bytes = file.lineBytes(line)
    start = bytes.startIndex
    if SourceLine.isPlain(bytes), !secrets.contains(where: { $0.overlaps(bytes.indices) }) {
      text = String(decoding: bytes, as: UTF8.self)
      width = bytes.count
      return
    }
    let window = SourceLine.window(bytes, focus: focus)
    if window.lowerBound > bytes.startIndex { add("…", at: window.lowerBound) }
    var offset = window.lowerBound
    for character in String(decoding: bytes[window], as: UTF8.self) {
      if width >= SourceLine.limit {
        add("…", at: offset)
        break
      }
      add(character, at: offset, secrets: secrets, in: file)
      offset += character.utf8.count
    }
    columns.append((offset, width))
  }

  /// Whether a line is shown as it is, one column a byte.
  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= limit && bytes.allSatisfy { (0x20..<0x7F).contains($0) }
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

  private mutating func add(_ character: Character, at offset: Int, secrets: [Range<Int>], in file: SourceFile) {
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
    if columns.isEmpty { return min(max(offset - start, 0), width) }
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

extension Array {
  /// The element at an index; nil where there is none.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
