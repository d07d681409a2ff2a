import Diagnostics
import Documents
import Testing

@Suite("Where a value lies")
struct SpanTests {
  /// Every key and value in the order of the tree, as the source text of its span.
  private func pieces(_ parsed: Parsed) -> [String] {
    var pieces: [String] = []
    func collect(_ node: Node) {
      pieces.append(parsed.text(node.span))
      node.items.forEach(collect)
      for entry in node.entries {
        pieces.append("key " + parsed.text(entry.keySpan))
        collect(entry.value)
      }
    }
    parsed.documents.forEach(collect)
    return pieces
  }

  @Test(
    arguments: [
      ("a: 1\n", ["a: 1", "key a", "1"]),
      ("é😀: 'ü' # x\nb:   \"ß\\n\"\n", ["é😀: 'ü' # x\nb:   \"ß\\n\"", "key é😀", "'ü'", "key b", "\"ß\\n\""]),
      ("\u{FEFF}a: é\r\nb:\r\n  - x\r\n\r\n# end\r\n", ["a: é\r\nb:\r\n  - x", "key a", "é", "key b", "- x", "x"]),
      (
        "a:\n  b:\n    c: 1\n\n\n# more\nd:\n",
        ["a:\n  b:\n    c: 1\n\n\n# more\nd:", "key a", "b:\n    c: 1", "key b", "c: 1", "key c", "1", "key d", ""]
      ),
      (
        "a: |\n  é one\n\n  two  \n\nb: >-\n  x\n",
        ["a: |\n  é one\n\n  two  \n\nb: >-\n  x", "key a", "|\n  é one\n\n  two", "key b", ">-\n  x"]
      ),
      ("- [a, {b: c}]\n- d\n  e", ["- [a, {b: c}]\n- d\n  e", "[a, {b: c}]", "a", "{b: c}", "key b", "c", "d\n  e"]),
      ("- !Ref é\n- !Sub 'x'", ["- !Ref é\n- !Sub 'x'", "!Ref é", "key !Ref", "é", "!Sub 'x'", "key !Sub", "'x'"]),
      (
        "a: !If # é\n  - x\n  - y\nb: 1",
        [
          "a: !If # é\n  - x\n  - y\nb: 1", "key a", "!If # é\n  - x\n  - y", "key !If", "- x\n  - y", "x", "y",
          "key b", "1",
        ]
      ),
      ("a: !GetAZs\nb: 1", ["a: !GetAZs\nb: 1", "key a", "!GetAZs", "key !GetAZs", "", "key b", "1"]),
      (
        "a: [!Ref B,!Sub C]",
        ["a: [!Ref B,!Sub C]", "key a", "[!Ref B,!Sub C]", "!Ref B", "key !Ref", "B", "!Sub C", "key !Sub", "C"]
      ),
      ("a: &x !Sub &y b", []),
      (
        "a: &x !Sub b\nc: *x",
        ["a: &x !Sub b\nc: *x", "key a", "!Sub b", "key !Sub", "b", "key c", "*x", "key !Sub", "b"]
      ),
      (
        "{\"é\": \"😀\",\n \"b\": [ 1 , null ]}",
        ["{\"é\": \"😀\",\n \"b\": [ 1 , null ]}", "key \"é\"", "\"😀\"", "key \"b\"", "[ 1 , null ]", "1", "null"]
      ),
      ("\u{FEFF} {\"a\": {}} ", ["{\"a\": {}}", "key \"a\"", "{}"]),
    ])
  func pieces(text: String, expected: [String]) {
    let parsed = Parsed(text)
    #expect(pieces(parsed) == expected)
  }

  /// Characters of every length far into a file, where offsets come from checkpoints.
  @Test(arguments: ["x", "é", "€", "😀"])
  func farAway(character: String) {
    let filler = (0..<500).map { "k\($0): \(String(repeating: character, count: $0 % 40))\n" }.joined()
    let parsed = Parsed(filler + "last: !Ref \(character)\n")
    #expect(parsed.root.entries.count == 501)
    for (index, entry) in parsed.root.entries.dropLast().enumerated() {
      #expect(parsed.text(entry.keySpan) == "k\(index)")
      #expect(parsed.text(entry.value.span) == String(repeating: character, count: index % 40))
    }
    #expect(parsed.root.entry("last").map { parsed.text($0.value.span) } == "!Ref \(character)")
  }
}
