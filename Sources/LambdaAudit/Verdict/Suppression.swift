import Diagnostics
import Loaders

/// Something that hides findings of one rule.
struct Suppression: Sendable {
  enum Place: Sendable {
    /// A comment, for the findings that begin on a line, zero-based.
    case line(FileID, Int)
    /// Metadata of a resource.
    case resource(String, FileID)
    /// An entry of the config file, by globs.
    case config(resource: String, path: String, until: Day?)
  }

  let rule: String
  /// What a reader would remove.
  let span: Span
  let place: Place

  /// Whether it hides a finding.
  func hides(_ finding: Finding, in sources: Sources, today: Int) -> Bool {
    guard finding.rule == rule else { return false }
    switch place {
    case .line(let file, let line):
      return finding.span.file == file && sources[file].line(at: finding.span.start) == line
    case .resource(let name, let file):
      return finding.span.file == file && (finding.resource == name || finding.function == name)
    case .config(let resource, let path, let until):
      if let until, until.number < today { return false }
      return [finding.resource, finding.function].contains { PathGlob.matches(resource, $0 ?? "") }
        && PathGlob.matches(path, sources[finding.span.file].path)
    }
  }
}

extension Suppression {
  /// The comments of a file that hide findings: `# lambda-audit: ignore[rule-id] reason`, with `//` in HCL.
  static func comments(in source: SourceFile, id: FileID) -> [Suppression] {
    guard FileSystem.contains(source.bytes, "lambda-audit:") else { return [] }
    var result: [Suppression] = []
    for line in source.lineStarts.indices {
      guard let comment = Comment(source.lineBytes(line)) else { continue }
      let target = comment.isAlone ? lineBelow(line, in: source) : line
      let span = Span(file: id, start: UInt32(clamping: comment.start), end: UInt32(clamping: comment.end))
      result += comment.rules.map { Suppression(rule: $0, span: span, place: .line(id, target)) }
    }
    return result
  }

  /// The line that a comment of its own speaks of: the next one that isn't such a comment.
  private static func lineBelow(_ line: Int, in source: SourceFile) -> Int {
    var next = line + 1
    while next < source.lineStarts.count, Comment(source.lineBytes(next))?.isAlone == true { next += 1 }
    return next
  }

  /// One comment, by byte offsets in its file.
  private struct Comment {
    let rules: [String]
    let start: Int
    let end: Int
    let isAlone: Bool

    init?(_ line: ArraySlice<UInt8>) {
      guard line.contains(UInt8(ascii: "[")) else { return nil }
      let mark = Array("lambda-audit:".utf8)
      guard let found = Comment.range(of: mark, in: line) else { return nil }
      var start = found
      while start > line.startIndex, line[start - 1] == 0x20 || line[start - 1] == 0x09 { start -= 1 }
      while start > line.startIndex, line[start - 1] == UInt8(ascii: "#") || line[start - 1] == UInt8(ascii: "/") {
        start -= 1
      }
      guard line[start] == UInt8(ascii: "#") || line[start...].starts(with: Array("//".utf8)) else { return nil }
      let text = String(decoding: line[(found + mark.count)...], as: UTF8.self)
      let words = text.drop { $0 == " " }
      guard words.hasPrefix("ignore["), let close = words.firstIndex(of: "]") else { return nil }
      rules = words[..<close].dropFirst("ignore[".count).split { $0 == "," || $0 == " " }.map(String.init)
      self.start = start
      end = line.endIndex
      isAlone = line[..<start].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    private static func range(of mark: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
      var at = line.startIndex
      while at + mark.count <= line.endIndex {
        if line[at] == mark[0], line[at..<(at + mark.count)].elementsEqual(mark) { return at }
        at += 1
      }
      return nil
    }
  }
}
