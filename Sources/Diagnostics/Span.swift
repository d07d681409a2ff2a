/// A range of bytes in one source file: what a finding underlines.
@usableFromInline package struct Span: Hashable, Sendable, Comparable, BitwiseCopyable {
  @usableFromInline package let file: FileID
  /// The offset of the first byte.
  @usableFromInline package let start: UInt32
  /// One past the offset of the last byte.
  @usableFromInline package let end: UInt32

  @inlinable package init(file: FileID, start: UInt32, end: UInt32) {
    self.file = file
    self.start = start
    self.end = end
  }

  package var isEmpty: Bool { start >= end }

  /// The empty span at the beginning of a file, for problems of the file as a whole.
  package static func top(of file: FileID) -> Span { Span(file: file, start: 0, end: 0) }

  /// The smallest span that covers both; the other is ignored when it lies in another file.
  package func union(_ other: Span) -> Span {
    guard other.file == file else { return self }
    return Span(file: file, start: min(start, other.start), end: max(end, other.end))
  }

  @usableFromInline package static func < (left: Span, right: Span) -> Bool {
    (left.file, left.start, left.end) < (right.file, right.start, right.end)
  }
}
