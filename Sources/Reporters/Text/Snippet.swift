import Diagnostics

/// The source lines of a finding with what is underlined in them, in the manner of rustc.
struct Snippet {
  /// One underlined piece of a line.
  private struct Mark {
    let span: Span
    /// Zero-based.
    let line: Int
    let message: String
    let isPrimary: Bool

    static func isBefore(_ left: Mark, _ right: Mark) -> Bool {
      left.line != right.line ? left.line < right.line : left.span.start < right.span.start
    }
  }

  private let pages: Pages
  private let accent: Ink.Role
  /// The finding's own first.
  private let marks: [Mark]
  /// How wide the widest line number is.
  private let gutter: Int

  init(_ span: Span, _ related: [Label], accent: Ink.Role, pages: Pages) {
    self.pages = pages
    self.accent = accent
    var own = ""
    var marks: [Mark] = []
    marks.reserveCapacity(related.count + 1)
    func mark(_ span: Span, _ message: String, isPrimary: Bool) {
      let line = pages.sources[span.file].line(at: span.start)
      marks.append(Mark(span: span, line: line, message: message, isPrimary: isPrimary))
    }
    for label in related where label.span == span { own += (own.isEmpty ? "" : "; ") + label.message }
    mark(span, own, isPrimary: true)
    for label in related where label.span != span { mark(label.span, label.message, isPrimary: false) }
    self.marks = marks
    gutter = decimalDigits(of: UInt(marks.reduce(0) { max($0, $1.line) } + 1))
  }

  /// Writes the lines of all files, the finding's own first.
  func write(to canvas: inout Canvas) {
    let own = marks.first?.span.file
    if marks.allSatisfy({ $0.span.file == own }) { return write(marks, to: &canvas) }
    var files: [FileID] = []
    for mark in marks where !files.contains(mark.span.file) { files.append(mark.span.file) }
    for file in files { write(marks.filter { $0.span.file == file }, to: &canvas) }
  }

  /// Writes the lines of one file.
  private func write(_ marks: [Mark], to canvas: inout Canvas) {
    guard let first = marks.first else { return }
    let id = first.span.file
    let file = pages.sources[id]
    writeHead(first, of: file, to: &canvas)
    if file.bytes.isEmpty { return }
    writeRail(to: &canvas)
    canvas.newLine()
    let isInOrder = zip(marks, marks.dropFirst()).allSatisfy { !Mark.isBefore($1, $0) }
    let marks = isInOrder ? marks : marks.sorted(by: Mark.isBefore)
    var previous = first.line
    var start = 0
    while start < marks.count {
      let line = marks[start].line
      if start > 0, line == previous + 2 { write(line - 1, of: file, id, marks: [], to: &canvas) }
      if start > 0, line > previous + 2 {
        canvas.put("...", .frame)
        canvas.newLine()
      }
      let end = marks[start...].firstIndex { $0.line != line } ?? marks.count
      write(line, of: file, id, marks: marks[start..<end], to: &canvas)
      (start, previous) = (end, line)
    }
  }

  /// Where the first mark of a file lies.
  private func writeHead(_ first: Mark, of file: SourceFile, to canvas: inout Canvas) {
    let start = file.position(at: first.span.start, onLine: first.line)
    canvas.pad(gutter)
    canvas.put(first.isPrimary ? "-->" : ":::", .frame)
    canvas.put(" ")
    canvas.writePrintable(file.path)
    canvas.put(":")
    canvas.write(start.line)
    canvas.put(":")
    canvas.write(start.column)
    canvas.newLine()
  }

  private func write(
    _ line: Int, of file: SourceFile, _ id: FileID, marks: ArraySlice<Mark>, to canvas: inout Canvas
  ) {
    let bytes = file.lineRange(line)
    let focus = marks.first.map { range(of: $0.span, in: bytes) } ?? bytes.lowerBound..<bytes.lowerBound
    let shown = SourceLine(bytes, of: file, focus: focus, secrets: pages.secrets(onLine: line, of: id))
    canvas.paint(.frame) {
      $0.pad(gutter - decimalDigits(of: UInt(line + 1)))
      $0.write(line + 1)
      $0.put(" |")
    }
    shown.write(to: &canvas)
    canvas.newLine()
    for mark in marks { write(mark, at: shown.columns(of: range(of: mark.span, in: bytes)), to: &canvas) }
  }

  private func write(_ mark: Mark, at columns: Range<Int>, to canvas: inout Canvas) {
    writeRail(to: &canvas)
    canvas.pad(columns.lowerBound + 1)
    canvas.paint(mark.isPrimary ? accent : .frame) {
      $0.write(mark.isPrimary ? "^" : "-", times: columns.count)
      guard !mark.message.isEmpty else { return }
      $0.put(" ")
      $0.writePrintable(mark.message)
    }
    canvas.newLine()
  }

  /// The part of a span that lies on its first line.
  private func range(of span: Span, in line: Range<Int>) -> Range<Int> {
    let start = min(max(Int(span.start), line.lowerBound), line.upperBound)
    return start..<max(start, min(Int(span.end), line.upperBound))
  }

  /// The left border of a line without a number.
  func writeRail(_ sign: StaticString = "|", to canvas: inout Canvas) {
    canvas.paint(.frame) {
      $0.pad(gutter + 1)
      $0.put(sign)
    }
  }
}
