import Diagnostics
import TestSupport
import Testing
import Threads

@testable import Documents

/// Large YAML is read in parts: nobody may see a difference, wherever the parts begin.
@Suite("YAML that is read in parts")
struct PartsTests {
  /// A text of which every line at which a part may begin is tried, and of which some must work.
  struct Sample: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// How many lines parts may begin at; nil where that is of no interest.
    let parts: Int?

    init(_ name: String, parts: Int? = nil, _ text: String) {
      testDescription = name
      self.text = text
      self.parts = parts
    }
  }

  static let samples = [
    Sample(
      "resources", parts: 3,
      "A: 1\nResources:\n  F:\n    Type: X\n  G:\n    Type: Y\n    List:\n    - a\n    - b\n  H: {a: 1}\n  I: [a]\nOut:\n  O: 1\n"
    ),
    Sample("two sections", parts: 2, "A:\n  a: 1\n  b: 2\nB:\n  c: 3\n  d: 4\n"),
    Sample(
      "deep keys are no beginnings", parts: 1, "R:\n  A:\n    B:\n      C: 1\n      D: 2\n    E: 3\n  F:\n    G: 4\n"),
    Sample("a key that is there twice", parts: 0, "R:\n  A: 1\n  A: 2\n"),
    Sample("a section that is there twice", parts: 0, "R:\n  A: 1\nS:\n  B: 1\n  C: 1\nR:\n  D: 1\n"),
    Sample("a problem in one part", parts: 0, "R:\n  A: {a: 1, a: 2}\n  B: 1\n"),
    Sample("block scalars", parts: 3, "R:\n  A: |\n    x\n     y\n\n  B: >-\n    z\n  C: |+\n    k\n\n\n  D: 1\n"),
    Sample(
      "a block scalar with keys in it",
      "R:\n  A: |\n   B: 1\n   C: 2\n  D: 3\nS: |\n  T: 1\n  U: 2\nV:\n  W: 1\n  X: 2\n"),
    Sample("indentation that is stated", "R:\n  A: |1\n    B: 1\n   C: 2\n  D: |2-\n      x\n     y\n  E: 1\n"),
    Sample("empty block scalars", "R:\n  A: |\n  B: >+\n\n  C: |\n\n\n  D: 1\n"),
    Sample("blanks behind a block scalar", "R:\n  A: |\n    x\n  \n    \n  B: 1\n  C: |\n       \n    y\n  D: 1\n"),
    Sample(
      "comments", parts: 3, "R: # r\n  # a\n  A: 1 # b\n# c\n  B: 2\n      # d\n  C: |\n    x\n  # e\n# f\n  D: 1\n"),
    Sample("flow over lines", "R:\n  A: {a: 1,\n  b: 2,\n  c: [1,\n  d]}\n  B: [\n  e: 1,\n  f]\n  C: 1\n"),
    Sample("quotes over lines", "R:\n  A: 'a\n  b: 1\n\n  c: 2'\n  B: \"d\n  e: \\\n  f: 1\"\n  C: 1\n"),
    Sample(
      "plain text over lines", "R:\n  A: a\n    b\n\n    c\n  B: d\n   e\n  C: 1\nS: a\n  b\n  c\nT:\n  U: 1\n  V: 2\n"),
    Sample("quoted keys", parts: 2, "R:\n  \"A\": 1\n  'B': 2\n  \"C D\": 3\n"),
    Sample("documents", parts: 0, "R:\n  A: 1\n---\nS:\n  B: 1\n  C: 1\n"),
    Sample("an end of a document", parts: 0, "R:\n  A: 1\n...\n  B: 1\n  C: 1\n"),
    Sample("an end at the end", "R:\n  A: 1\n  B: 1\n...\n"),
    Sample("a beginning", parts: 1, "---\nR:\n  A: 1\n  B: 1\n"),
    Sample("a version", parts: 0, "%YAML 1.1\n---\nR:\n  A: 1\n  B: 1\n"),
    Sample("tags with a meaning", parts: 0, "%TAG ! tag:x,2000:\n---\nR:\n  A: !Ref a\n  B: !Ref b\n"),
    Sample("anchors", parts: 0, "R:\n  A: &a 1\n  B: 2\n  C: *a\n"),
    Sample("anchors in one place", parts: 0, "R:\n  A: &a 1\n  B: *a\n  C: 1\n  D: &b 1\n  E: *b\n"),
    Sample("merge keys", parts: 0, "R:\n  A: 1\n  <<: {B: 1}\n  C: 2\n"),
    Sample(
      "tags", parts: 5,
      "R:\n  A: !Ref b\n  C: !Sub\n  - x\n  - a: b\n  D: !GetAtt a.b\n  E: !If [a, b, c]\n  F: !Sub |\n    x\n  G: 1\n"),
    Sample("tags without values", "R:\n  A: !Sub\n  B: !!str\n  C: !\n  D: 1\n"),
    Sample("a tagged section", "R: !Foo\n  A: 1\n  B: 2\n"),
    Sample("a tag on a line of its own", "R:\n  !Foo\n  A: 1\n  B: 2\n"),
    Sample("an anchored section", parts: 0, "R: &r\n  A: 1\n  B: 2\n"),
    Sample("a tagged root", "!Foo\nR:\n  A: 1\n  B: 2\n"),
    Sample("missing values", parts: 3, "R:\n  A:\n  B: ~\n  C:\n  D:\n"),
    Sample("complex keys", "R:\n  ? A\n  B: 1\n  ? C\n  : 2\n  D: 1\n  ? [a, b]\n  : 1\n  E: 1\n"),
    Sample("complex keys deep down", "R:\n  A:\n    ? B\n  C: 1\n  D:\n    - ? E\n  F: 1\n"),
    Sample("a complex section", "? R\n:\n  A: 1\n  B: 2\n"),
    Sample("a flow section", "R: {A: 1}\n  B: 2\n  C: 3\n"),
    Sample("a flow section that is fine", "R: {A: 1,\n  B: 2,\n  C: 3}\nS:\n  A: 1\n  B: 2\n"),
    Sample("sections of other kinds", "R: 1\n  A: 1\nS:\n  - A: 1\n    B: 2\n  - C\nT:\n- A: 1\n  B: 2\n  C: 3\n"),
    Sample("no root mapping", "- A:\n    B: 1\n    C: 2\n- D\n"),
    Sample("an indented root", "  R:\n    A: 1\n    B: 2\n  S: 1\n"),
    Sample("tabs", "R:\n  A:\t1\n  B: 2\t\n\t\n  C: 3\n  D:\n\t  E: 1\n  F: 1\n"),
    Sample("carriage returns", parts: 1, "R:\r\n  A: 1\r\n  B: 2\r\n"),
    Sample("wide characters", parts: 4, "# é\nR:\n  A: '😀'\n  B: é\n  C: {é: ü}\n  Dé: |\n    ö\n  E: 1\n"),
    Sample("odd line ends", "R:\n  A: a\u{85}  B: b\n  C: c\u{2028}  D: d\n  E: 1\n"),
    Sample("a no-break space", "R:\n  A: 1\n  B: \u{A0}x\n  C: 1\n"),
    Sample("a byte order mark", "\u{FEFF}R:\n  A: 1\n  B: 2\n"),
    Sample("less indented keys", "R:\n    A: 1\n  B: 2\n    C: 3\n"),
    Sample("a list at the key's margin", parts: 2, "R:\n  A:\n  - x\n  -\n  B:\n  - y\n  C: 1\n"),
    Sample("text after a list", "R:\n  A:\n  - x\n  B\n  C: 1\n"),
    Sample("long keys", "R:\n  A: 1\n  \(String(repeating: "k", count: 1100)): 1\n  B: 1\n"),
  ]

  @Test("Every line at which a part may begin", arguments: samples)
  func everyLine(_ sample: Sample) {
    let bytes = Array(sample.text.utf8)
    let count = bytes.withUnsafeBufferPointer { check($0, sample.testDescription) }
    if let parts = sample.parts { #expect(count == parts) }
  }

  @Test("Templates of the samples", arguments: Project.files(below: "Samples", extension: "yaml"))
  func templates(_ file: String) throws {
    let text = try #require(Project.text(file))
    _ = Array(text.utf8).withUnsafeBufferPointer { check($0, file, at: 40) }
  }

  @Test("Any text", arguments: [1, 2, 3, 4] as [UInt64])
  func mutations(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "\n", "\n  ", "  ", " ", "? ", ": ", "- ", "|", "'", "\"", "#", "{", "]", "a: 1\n", "---\n", "...\n", "\t", "!x ",
    ]
    for _ in 0..<1_500 {
      var bytes = Array((PartsTests.samples.randomElement(using: &random)?.text ?? "").utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: 0...bytes.count, using: &random)
        let end = Bool.random(using: &random) ? index : min(bytes.count, index + Int.random(in: 1...6, using: &random))
        bytes.replaceSubrange(index..<end, with: (pieces.randomElement(using: &random) ?? "").utf8)
      }
      _ = bytes.withUnsafeBufferPointer { check($0, "\(bytes)", at: 6) }
    }
  }

  /// As many parts as the machine has threads for, and one where the joined parts would not be the whole.
  @Test("A large text", arguments: ["", "  A: &a 1\n  B: *a\n"])
  func large(end: String) throws {
    let resources = (0..<16_000).map { "  Function\($0):\n    Type: !Sub '${Type}-\($0)'\n" }
    let text = "Version: é\nResources:\n" + resources.joined() + end
    let file = SourceFile(path: "large.yaml", bytes: Array(text.utf8))
    var problems = Problems()
    let documents = try DocumentReader.read(file, id: FileID(0), problems: &problems)
    let (whole, parts) = try file.bytes.withUnsafeBufferPointer { bytes in
      (
        try YAMLReader.read(bytes, 0..<bytes.count, after: "", isASCII: false, id: FileID(0)),
        YAMLParts.splits(of: bytes, from: 0).count + 1
      )
    }
    #expect(parts == Workers.pieces(of: file.bytes.count, atLeast: YAMLParts.smallest))
    #expect(documents.map(\.placed) == whole.documents.map(\.placed))
    #expect(problems.all.isEmpty)
  }

  @Test("Where parts begin")
  func splits() {
    let text = String(repeating: "x", count: 10) + "\n    a: 1\n  b: 1\n      c: 1\n  d: 1\nE: 1\n"
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      #expect(YAMLParts.split(of: bytes, in: 0..<bytes.count) == YAMLParts.Split(offset: 20, indent: 2))
      #expect(YAMLParts.splits(of: bytes, from: 0).isEmpty)
    }
  }

  /// Reads a text in two parts in all ways, and in three in some; how many of the two-part readings worked.
  private func check(_ bytes: UnsafeBufferPointer<UInt8>, _ name: String, at most: Int = .max) -> Int {
    guard let (isASCII, start) = try? Encoding.check(bytes, id: FileID(0)) else { return 0 }
    let whole = try? YAMLReader.read(bytes, start..<bytes.count, after: "", isASCII: isASCII, id: FileID(0))
    let expected = whole.flatMap { $0.problems.all.isEmpty ? $0.documents.map(\.placed) : nil }
    func works(_ splits: [YAMLParts.Split]) -> Bool {
      guard let root = YAMLParts.read(bytes, from: start, at: splits, isASCII: isASCII, id: FileID(0)) else {
        return false
      }
      #expect([root.placed] == expected, "\(name) at \(splits.map(\.offset))")
      return true
    }
    var lines = bytes.indices.filter { $0 > start && bytes[$0 - 1] == 0x0A }.compactMap { line in
      YAMLParts.split(of: bytes, in: (line - 1)..<(bytes[line...].firstIndex(of: 0x0A) ?? bytes.count))
    }
    if lines.count > most { lines = (0..<most).map { lines[$0 * lines.count / most] } }
    let working = lines.filter { works([$0]) }
    for (first, second) in zip(working, working.dropFirst()) { #expect(works([first, second]), "\(name)") }
    return working.count
  }
}
