import Diagnostics

/// The sources that snippets show lines of, with what must not be seen in them.
final class Pages: Sendable {
  let sources: Sources
  /// The byte ranges of secrets by the index of their file; empty where there are none at all.
  private let secrets: [[Range<Int>]]

  init(_ report: AuditReport) {
    sources = report.sources
    if report.secrets.isEmpty {
      secrets = []
      return
    }
    var secrets = sources.files.map { _ in [Range<Int>]() }
    for span in report.secrets where secrets.indices.contains(Int(span.file.index)) {
      secrets[Int(span.file.index)].append(Int(span.start)..<max(Int(span.start), Int(span.end)))
    }
    self.secrets = secrets
  }

  /// The secrets that touch some bytes of a file.
  func secrets(in bytes: Range<Int>, of file: FileID) -> [Range<Int>] {
    guard let all = secrets[safe: Int(file.index)], !all.isEmpty else { return [] }
    return all.filter { $0.overlaps(bytes) }
  }
}
