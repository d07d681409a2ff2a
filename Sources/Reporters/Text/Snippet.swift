import Diagnostics

/// The source lines of a finding with what is underlined in them, in the manner of rustc.
struct Snippet {
  /// One underlined piece of a line.
  private struct Mark {
    let span: Span
    let message: String
    let isPrimary: Bool
    /// Zero-based.
    let line: Int
  }

  private let sources: Sources
  private let secrets: [Span]
  private let accent: Ink.Role
  private let marks: [Mark]
  /// How wide the widest line number is.
  private let gutter: Int

  init(_ finding: Finding, sources: Sources, secrets: [Span]) {
    self.sources = sources
    self.secrets = secrets
    accent = finding.severity.ink
    func mark(_ span: Span, _ message: String, isPrimary: Bool) -> Mark {
      Mark(span: span, message: message, isPrimary: isPrimary, line: sources[span.file].line(at: span.start))
    }
    let same = finding.related.filter { $0.span == finding.span }.map(\.message).joined(separator: "; ")
    marks =
      [mark(finding.span, same, isPrimary: true)]
      + finding.related.filter { $0.span != finding.span }.map { mark($0.span, $0.message, isPrimary: false) }
    gutter = marks.reduce(1) { max($0, String($1.line + 1).utf8.count) }
  }

  /// Writes the lines of all files, the finding's own first.
  func write(to canvas: inout Canvas) {
    var files: [FileID] = []
    for mark in marks where !files.contains(mark.span.file) { files.append(mark.span.file) }
    for file in files {
      write(file, marks: files.count == 1 ? marks : marks.filter { $0.span.file == file }, to: &canvas)
    }
  }

  private func write(_ id: FileID, marks: [Mark], to canvas: inout Canvas) {
    guard let first = marks.first else { return }
    let file = sources[id]
    let start = file.position(at: first.span.start)
    canvas.pad(gutter)
    canvas.write(first.isPrimary ? "-->" : ":::", .frame)
    canvas.write(" ")
    canvas.writePrintable(file.path)
    canvas.write(":\(start.line):\(start.column)\n")
    if file.bytes.isEmpty { return }
    writeRail(to: &canvas)
    canvas.newLine()
    var left = marks.sorted { ($0.line, $0.span.start) < ($1.line, $1.span.start) }[...]
    var previous: Int?
    while let line = left.first?.line {
      if let previous, line == previous + 2 { write(line - 1, of: file, id: id, marks: [], to: &canvas) }
      if let previous, line > previous + 2 {
        canvas.write("...", .frame)
        canvas.newLine()
      }
      let onLine = left.prefix { $0.line == line }
      write(line, of: file, id: id, marks: onLine, to: &canvas)
      left = left.dropFirst(onLine.count)
      previous = line
    }
  }

  private func write(
    _ line: Int, of file: SourceFile, id: FileID, marks: ArraySlice<Mark>, to canvas: inout Canvas
  ) {
    let bytes = file.lineBytes(line)
    let ranges = marks.map { range(of: $0.span, in: bytes) }
    let focus = ranges.first ?? bytes.startIndex..<bytes.startIndex
    let hidden = secrets.filter { $0.file == id }.map { Int($0.start)..<max(Int($0.start), Int($0.end)) }
    let shown = SourceLine(line, of: file, focus: focus, secrets: hidden)
    let number = String(line + 1)
    canvas.paint(.frame) {
      $0.pad(gutter - number.utf8.count)
      $0.write(number)
      $0.write(" |")
    }
    if !shown.text.isEmpty {
      canvas.write(" ")
      canvas.write(shown.text)
    }
    canvas.newLine()
    for (mark, range) in zip(marks, ranges) { write(mark, at: shown.columns(of: range), to: &canvas) }
  }

  private func write(_ mark: Mark, at columns: Range<Int>, to canvas: inout Canvas) {
    writeRail(to: &canvas)
    canvas.pad(columns.lowerBound + 1)
    canvas.paint(mark.isPrimary ? accent : .frame) {
      $0.write(mark.isPrimary ? "^" : "-", times: columns.count)
      guard !mark.message.isEmpty else { return }
      $0.write(" ")
      $0.writePrintable(mark.message)
    }
    canvas.newLine()
  }

  /// The part of a span that lies on its first line.
  private func range(of span: Span, in line: ArraySlice<UInt8>) -> Range<Int> {
    let start = min(max(Int(span.start), line.startIndex), line.endIndex)
    return start..<max(start, min(Int(span.end), line.endIndex))
  }

  /// The left border of a line without a number.
  func writeRail(_ sign: String = "|", to canvas: inout Canvas) {
    canvas.paint(.frame) {
      $0.pad(gutter + 1)
      $0.write(sign)
    }
  }
}
