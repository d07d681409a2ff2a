import Diagnostics

/// The source lines of a finding with what is underlined in them, in the manner of rustc.
struct Snippet {
  /// One underlined piece of a line.
  private struct Mark {
    let span: Span
    let message: String
    let isPrimary: Bool
  }

  let sources: Sources
  let secrets: [Span]
  let ink: Ink
  let accent: Ink.Role
  private let marks: [Mark]
  /// How wide the widest line number is.
  let gutter: Int

  init(_ finding: Finding, sources: Sources, secrets: [Span], ink: Ink) {
    self.sources = sources
    self.secrets = secrets
    self.ink = ink
    accent = finding.severity.ink
    let same = finding.related.filter { $0.span == finding.span }.map(\.message).joined(separator: "; ")
    marks =
      [Mark(span: finding.span, message: same, isPrimary: true)]
      + finding.related.filter { $0.span != finding.span }.map {
        Mark(span: $0.span, message: $0.message, isPrimary: false)
      }
    gutter = marks.map { String(sources[$0.span.file].line(at: $0.span.start) + 1).count }.max() ?? 1
  }

  /// The lines of all files, the finding's own first.
  func lines() -> [String] {
    var files: [FileID] = []
    for mark in marks where !files.contains(mark.span.file) { files.append(mark.span.file) }
    return files.flatMap { file in lines(of: file, marks: marks.filter { $0.span.file == file }) }
  }

  private func lines(of id: FileID, marks: [Mark]) -> [String] {
    let file = sources[id]
    let place = Place(marks[0].span, in: sources)
    let arrow = ink.paint(marks[0].isPrimary ? "-->" : ":::", .frame)
    var result = [
      "\(pad(gutter))\(arrow) \(CharacterWidth.printable(place.path)):\(place.start.line):\(place.start.column)"
    ]
    if file.bytes.isEmpty { return result }
    result.append(rail())
    var previous: Int?
    let byLine = Dictionary(grouping: marks) { file.line(at: $0.span.start) }
    for line in byLine.keys.sorted() {
      if let previous, line == previous + 2 { result += source(line - 1, of: file, id: id, marks: []) }
      if let previous, line > previous + 2 { result.append(ink.paint("...", .frame)) }
      let onLine = (byLine[line] ?? []).sorted { ($0.span.start, $1.isPrimary ? 1 : 0) < ($1.span.start, 0) }
      result += source(line, of: file, id: id, marks: onLine)
      previous = line
    }
    return result
  }

  private func source(_ line: Int, of file: SourceFile, id: FileID, marks: [Mark]) -> [String] {
    let bytes = file.lineBytes(line)
    let ranges = marks.map { range(of: $0.span, in: bytes) }
    let focus = ranges.first ?? bytes.startIndex..<bytes.startIndex
    let hidden = secrets.filter { $0.file == id }.map { Int($0.start)..<max(Int($0.start), Int($0.end)) }
    let shown = SourceLine(line, of: file, focus: focus, secrets: hidden)
    let number = String(line + 1)
    let head = ink.paint(pad(gutter - number.count) + number + " |", .frame)
    var result = [shown.text.isEmpty ? head : head + " " + shown.text]
    for (mark, range) in zip(marks, ranges) {
      let columns = shown.columns(of: range)
      let underline = String(repeating: mark.isPrimary ? "^" : "-", count: columns.count)
      let message = mark.message.isEmpty ? "" : " " + CharacterWidth.printable(mark.message)
      let painted = ink.paint(underline + message, mark.isPrimary ? accent : .frame)
      result.append(rail() + " " + pad(columns.lowerBound) + painted)
    }
    return result
  }

  /// The part of a span that lies on its first line.
  private func range(of span: Span, in line: ArraySlice<UInt8>) -> Range<Int> {
    let start = min(max(Int(span.start), line.startIndex), line.endIndex)
    return start..<max(start, min(Int(span.end), line.endIndex))
  }

  /// The left border of a line without a number.
  func rail(_ sign: String = "|") -> String { ink.paint(pad(gutter + 1) + sign, .frame) }

  private func pad(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }
}
