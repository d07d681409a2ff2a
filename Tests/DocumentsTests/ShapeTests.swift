import Diagnostics
import Documents
import Testing

@Suite("What a text means")
struct ShapeTests {
  @Test(
    arguments: [
      ("a: 1\nb: [x, 'y', \"z\"]", "{a: 1, b: [x, 'y', 'z']}"),
      (
        "a:\n  - 1\n  -\n  - ~\n  - null\n  - 'null'\n  - Null\n  - NULL\n  - nULL",
        "{a: [1, null, null, null, 'null', null, null, nULL]}"
      ),
      ("a: |\n  one\n  two\nb: >-\n  three\n  four\n", "{a: |one\ntwo\n, b: |three four}"),
      ("a: !!str null\nb: !!str 1\nc: !!int '3'\nd: ! x\ne: !!map {}", "{a: 'null', b: '1', c: '3', d: 'x', e: {}}"),
      ("0: a\n~: b\n'k': c\n? d\n: e", "{0: a, ~: b, k: c, d: e}"),
      ("{a: 1, b: [2,],}", "{a: 1, b: [2]}"),
      (#"a: "\0\x80\xFF\uFFFE\U0001F600""#, "{a: '\0\u{80}ÿ\u{FFFE}😀'}"),
      ("{\n# comment\na: 1}", "{a: 1}"),
      ("Version: 2012-10-17\nId: 0123\nOn: yes", "{Version: 2012-10-17, Id: 0123, On: yes}"),
      ("a: 1\r\nb:\r\n  - x\r\n  - y\r\n", "{a: 1, b: [x, y]}"),
      ("\u{FEFF}a: 1", "{a: 1}"),
      ("%YAML 1.2\n---\na: 1\n...\n", "{a: 1}"),
      ("{\"a\": null, \"b\": [true, false, -1.5e+3, \"x\"]}", "{a: null, b: [true, false, -1.5e+3, 'x']}"),
      (#"["\u00e9\ud83d\ude00\n\/\"\\\t\b\f\r"]"#, "['é😀\n/\"\\\t\u{8}\u{c}\r']"),
      (#"["\ud83d", "\ud83dx", "\ude00"]"#, "['\u{FFFD}', '\u{FFFD}x', '\u{FFFD}']"),
      ("[]", "[]"), ("{}", "{}"), (" [ ] ", "[]"), ("plain", "plain"),
    ])
  func shape(text: String, expected: String) {
    let parsed = Parsed(text)
    #expect(parsed.error == nil)
    #expect(parsed.problems.isEmpty)
    #expect(parsed.documents.map(\.shape) == [expected])
  }

  @Test(arguments: ["", " ", "\n\n", "# only a comment", "---", "--- ~\n", "\u{FEFF}", "---\n---\n# x\n", "null"])
  func empty(text: String) {
    let parsed = Parsed(text)
    #expect(parsed.error == nil)
    #expect(parsed.documents.isEmpty)
  }

  @Test
  func severalDocuments() {
    let parsed = Parsed("a: &x 1\n---\n---\nb: 2\n--- |\n c\n")
    #expect(parsed.documents.map(\.shape) == ["{a: 1}", "{b: 2}", "|c\n"])
  }

  @Test(
    arguments: [
      ("a: !Ref X", "{a: {Ref: X}}"),
      ("a: !Condition X", "{a: {Condition: X}}"),
      ("a: !GetAtt A.B.C", "{a: {Fn::GetAtt: A.B.C}}"),
      ("a: !Sub 'x${Y}'", "{a: {Fn::Sub: 'x${Y}'}}"),
      ("a: !Sub\n  - x\n  - Y: 1", "{a: {Fn::Sub: [x, {Y: 1}]}}"),
      ("a: !Sub |\n  x\n", "{a: {Fn::Sub: |x\n}}"),
      ("a: !GetAZs\nb: 1", "{a: {Fn::GetAZs: }, b: 1}"),
      ("a: !GetAZs ''", "{a: {Fn::GetAZs: ''}}"),
      ("a: !Base64\n  Fn::Sub: x", "{a: {Fn::Base64: {Fn::Sub: x}}}"),
      ("a: !Rain::Embed f.txt", "{a: {Fn::Rain::Embed: f.txt}}"),
      ("a: [!Ref A, !Ref B]", "{a: [{Ref: A}, {Ref: B}]}"),
      ("a: !If [C, !Ref A, !Ref 'AWS::NoValue']", "{a: {Fn::If: [C, {Ref: A}, {Ref: 'AWS::NoValue'}]}}"),
      ("a: !If # why\n  # more\n  - C\n  - x", "{a: {Fn::If: [C, x]}}"),
      ("!Sub x", "{Fn::Sub: x}"),
      // libyaml lets bytes through that are no UTF-8, and a zero, where a tag is written with escapes.
      ("a: !%ED%A0%80long-enough-for-memory x", "{a: {Fn::\u{FFFD}\u{FFFD}\u{FFFD}long-enough-for-memory: x}}"),
      ("a: !%C0%80 x\nb: !%00 y", "{a: {Fn::\u{FFFD}\u{FFFD}: x}, b: 'y'}"),
      ("a: !<!Ref> X", "{a: {Ref: X}}"),
    ])
  func shortTags(text: String, expected: String) {
    let parsed = Parsed(text)
    #expect(parsed.error == nil)
    #expect(parsed.problems.isEmpty)
    #expect(parsed.root.shape == expected)
  }

  @Test(
    arguments: [
      ("a: &x {k: 1}\nb: *x", "{a: {k: 1}, b: {k: 1}}"),
      ("a: &x !Ref Y\nb: *x", "{a: {Ref: Y}, b: {Ref: Y}}"),
      ("a: !Ref &x Y\nb: *x", "{a: {Ref: Y}, b: {Ref: Y}}"),
      ("a: &x k\n*x : v", "{a: k, k: v}"),
      ("a: &x 1\nb: &x 2\nc: *x", "{a: 1, b: 2, c: 2}"),
      ("a: &x {k: 1, l: 2}\nb:\n  <<: *x\n  l: 3", "{a: {k: 1, l: 2}, b: {k: 1, l: 3}}"),
      (
        "a: &x {k: 1}\nb: &y {k: 2, m: 3}\nc:\n  <<: [*x, *y]\n  n: 4",
        "{a: {k: 1}, b: {k: 2, m: 3}, c: {k: 1, m: 3, n: 4}}"
      ),
      ("c:\n  '<<': 1", "{c: {<<: 1}}"),
      ("c:\n  <<: {a: 1}", "{c: {a: 1}}"),
    ])
  func anchors(text: String, expected: String) {
    let parsed = Parsed(text)
    #expect(parsed.error == nil)
    #expect(parsed.problems.isEmpty)
    #expect(parsed.root.shape == expected)
  }

  @Test
  func sixteenBitUnits() {
    let text = "a: é😀\nb: !Ref C"
    let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [little, big, little + [0x41]] {
      let parsed = Parsed(bytes: bytes)
      #expect(parsed.root.shape == "{a: é😀, b: {Ref: C}}")
      #expect(parsed.root.entry("b").map { parsed.text($0.value.span) } == "!Ref C")
    }
  }

  @Test
  func scalars() {
    let root = Parsed(
      "{a: 12, b: '12', c: 1.5, d: yes, e: 'yes', f: TRUE, g: \"false\", h: 0x10, i: inf, j: -3, k: x, l: Off}"
    ).root
    #expect(root["a"]?.int == 12)
    #expect(root["b"]?.int == 12)
    #expect(root["c"]?.int == nil)
    #expect(root["c"]?.double == 1.5)
    #expect(root["d"]?.bool == nil)
    #expect(root["f"]?.bool == true)
    #expect(root["g"]?.bool == false)
    #expect(root["h"]?.int == nil)
    #expect(root["h"]?.double == nil)
    #expect(root["i"]?.double == nil)
    #expect(root["j"]?.int == -3)
    #expect(root["k"]?.double == nil)
    #expect(root["l"]?.bool == nil)
  }

  @Test
  func embedded() throws {
    let place = Span(file: FileID(7), start: 3, end: 9)
    let node = try #require(EmbeddedJSON.read(#" {"a": [1, {"b": "é"}], "a": null} "#, span: place))
    #expect(node.shape == "{a: [1, {b: 'é'}], a: null}")
    var spans: Set<Span> = []
    func collect(_ node: Node) {
      spans.insert(node.span)
      node.items.forEach(collect)
      for entry in node.entries {
        spans.insert(entry.keySpan)
        collect(entry.value)
      }
    }
    collect(node)
    #expect(spans == [place])
    for text in [
      "", "a: 1", "{a: 1}", "{\"a\": 1", "{} x", "'x'", "nope", "[1,]", "[01]", "[1.]", "[.5]", "[+1]", "[1e]", "[NaN]",
    ] {
      #expect(EmbeddedJSON.read(text, span: place) == nil, "\(text)")
    }
  }
}
