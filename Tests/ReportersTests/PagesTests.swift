import Diagnostics
import Testing

@testable import Reporters

/// Which secrets are masked on which line.
@Suite struct PagesTests {
  @Test func aSecretIsMaskedOnEveryLineThatItTouches() {
    var sources = Sources()
    _ = sources.add(SourceFile(path: "other.yaml", bytes: Array("a: b\nc: d\n".utf8)))
    let file = sources.add(SourceFile(path: "a.yaml", bytes: Array("a: |\n  secret\n\n  part\nb: c d\n".utf8)))
    var report = AuditReport(files: [], findings: [], suppressed: 0, sources: sources)
    // The text of `a` twice, as when two variables show it, and both values of `b`; one of nothing, one of no file.
    let spans: [(UInt32, UInt32)] = [(3, 21), (3, 21), (24, 25), (26, 27), (9, 9)]
    report.secrets = spans.map { Span(file: file, start: $0.0, end: $0.1) }
    report.secrets.append(Span(file: FileID(7), start: 0, end: 9))
    let pages = Pages(report)
    let long = [3..<21]
    #expect((0..<6).map { pages.secrets(onLine: $0, of: file) } == [long, long, long, long, [24..<25, 26..<27], []])
    #expect((0..<3).allSatisfy { pages.secrets(onLine: $0, of: FileID(0)).isEmpty })
  }
}
