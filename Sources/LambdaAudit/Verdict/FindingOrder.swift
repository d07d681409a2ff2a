import Diagnostics

/// The order of findings, kept as their positions: places are sorted faster than findings, which stay where they are.
struct FindingOrder {
  /// Where one finding lies: two are compared as two numbers each.
  private struct Place: Comparable {
    /// The file and the first byte.
    let begin: UInt64
    /// One past the last byte, and the finding's position.
    let rest: UInt64

    init(_ span: Span, _ position: Int) {
      begin = UInt64(span.file.index) << 32 | UInt64(span.start)
      rest = UInt64(span.end) << 32 | UInt64(UInt32(clamping: position))
    }

    var file: Int { Int(begin >> 32) }
    var end: UInt64 { rest >> 32 }
    var position: Int { Int(rest & 0xFFFF_FFFF) }

    static func < (left: Place, right: Place) -> Bool {
      left.begin != right.begin ? left.begin < right.begin : left.rest < right.rest
    }
  }

  private var places: [Place]

  /// By the files' ids, spans and positions.
  init(_ positions: some Collection<Int>, of findings: [Finding]) {
    places = positions.map { Place(findings[$0].span, $0) }.sorted()
  }

  var positions: some Sequence<Int> { places.lazy.map(\.position) }

  /// Brings them into the order of reports: by path, span, rule, message and fingerprint.
  mutating func arrange(_ findings: [Finding], _ sources: Sources) {
    sortTies(findings)
    guard let first = places.first, let last = places.last, first.file != last.file else { return }
    let files = Dictionary(grouping: places, by: \.file).map { (path: sources[FileID($0)].path, file: $0, places: $1) }
    places = files.sorted { ($0.path, $0.file) < ($1.path, $1.file) }.flatMap(\.places)
  }

  /// Sorts findings on the same bytes by what they say.
  private mutating func sortTies(_ findings: [Finding]) {
    var start = 0
    while start < places.count {
      let first = places[start]
      var end = start + 1
      while end < places.count, places[end].begin == first.begin, places[end].end == first.end { end += 1 }
      if end - start > 1 {
        places[start..<end].sort { FindingOrder.isBefore(findings, $0.position, $1.position) }
      }
      start = end
    }
  }

  private static func isBefore(_ findings: [Finding], _ first: Int, _ second: Int) -> Bool {
    if findings[first].rule != findings[second].rule { return findings[first].rule < findings[second].rule }
    if findings[first].message != findings[second].message { return findings[first].message < findings[second].message }
    return findings[first].fingerprint < findings[second].fingerprint
  }
}
