import Diagnostics
import Documents
import Testing

@Suite("What is wrong with a text, and where")
struct ProblemTests {
  @Test(
    arguments: [
      ("a:\n\tb: 1", "2:1 tab used as indentation; YAML indents with spaces"),
      ("a:\n  b: 1\n  \tc: 2", "3:3 tab used as indentation; YAML indents with spaces"),
      ("a: b\n\tc: d", "2:1 tab used as indentation; YAML indents with spaces"),
      ("a: [1, 2\nb: 3\n", "1:4 '[' is not closed"),
      ("a: {x: 1\n", "1:4 '{' is not closed"),
      ("a:\n  - [é, [x\n", "2:9 '[' is not closed"),
      ("a: [${opt:x, 'y'}]", "1:6 expected ',' or ']'; quote a text that holds brackets"),
      ("a: 'x\nb: 1\n", "1:4 the quoted text is not closed"),
      ("a: \"\\uD800\"", "1:7 no escape that YAML knows; use single quotes"),
      ("é: \"x\\Sy\"", "1:6 no escape that YAML knows; use single quotes"),
      ("Resource: *\n", "1:11 a value can't begin with '*' unless it is quoted"),
      ("a: %x", "1:4 a value can't begin with '%' unless it is quoted"),
      ("a: @x", "1:4 a value can't begin with '@' unless it is quoted"),
      ("a: `x`", "1:4 a value can't begin with '`' unless it is quoted"),
      ("a: !Base64 !Sub x", "1:12 a value can't have two tags; write the outer one as 'Fn::…:'"),
      ("a: [!Base64 !Sub x]", "1:13 a value can't have two tags; write the outer one as 'Fn::…:'"),
      ("a: b: c", "1:5 a ':' can't stand here; quote the text or fix the indentation"),
      ("a: 1\nfoo\nb: 2", "2:1 neither a key nor part of the value before it"),
      ("a:\n  b: 1\n c: 2", "3:2 this line fits neither the indentation nor the structure before it"),
      ("a: *b", "1:4 alias '*b' has no anchor"),
      ("a: &b [*b]", "1:8 alias '*b' stands inside its own anchor"),
      ("a: &b 1\n---\na: *b", "3:4 alias '*b' has no anchor"),
      ("a: \u{1}x", "1:4 a control character in the text"),
      ("\u{FEFF}a: \u{7}", "1:4 a control character in the text"),
      ("{\"a\": 1,, }", "1:9 expected a key in quotes"),
      ("{\"a\" 1}", "1:6 expected ':' after the key"),
      ("{\"a\": [\"1\" 2]}", "1:12 expected ',' or ']'"),
      ("{\"a\": 1} x: [", "1:10 text after the end of the JSON value"),
      ("{\"é\": \"x", "1:7 the string is not closed"),
      ("[\"\\x\"", "1:4 '\\x' is no JSON escape"),
      ("[\"\\u12g4\"", "1:5 '\\u' needs four hexadecimal digits"),
      ("[1,\n2", "2:2 the JSON ends too early; expected ',' or ']'"),
      ("{{ x }}: {{ y }}\n{% if %}", "2:2 the source of a template engine; render it before the audit"),
    ])
  func error(text: String, expected: String) {
    let parsed = Parsed(text)
    #expect(parsed.errorLine == expected)
    #expect(parsed.documents.isEmpty)
  }

  @Test
  func unclosedBracketSaysWhere() throws {
    let parsed = Parsed("a: {\"b\": 1,\nc")
    let error = try #require(parsed.error)
    #expect(parsed.line(error) == "1:4 '{' is not closed")
    #expect(error.related.map(\.message) == ["'}' is missing before this"])
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], "1:4 invalid UTF-8"),
      ([0x61, 0x0A, 0xC3], "2:1 invalid UTF-8"),
      ([0xED, 0xA0, 0x80], "1:1 invalid UTF-8"), ([0xC0, 0x80], "1:1 invalid UTF-8"),
      ([0xF4, 0x90, 0x80, 0x80], "1:1 invalid UTF-8"), ([0xE0, 0x80, 0x80], "1:1 invalid UTF-8"),
      ([0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x80], "1:10 invalid UTF-8"),
      ([0x61, 0x0A, 0x00, 0xFF], "2:1 binary file, not a config"),
      ([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00], "1:8 binary file, not a config"),
    ] as [([UInt8], String)])
  func bytes(bytes: [UInt8], expected: String) {
    #expect(Parsed(bytes: bytes).errorLine == expected)
  }

  /// Bytes are looked at eight at a time where all are plain.
  @Test(arguments: 0..<20)
  func bytesAtAnyPlace(place: Int) {
    var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 20)
    for (byte, problem) in [(0x00, "binary file, not a config"), (0x80, "invalid UTF-8"), (0xFF, "invalid UTF-8")] {
      bytes[place] = UInt8(byte)
      #expect(Parsed(bytes: bytes).errorLine == "1:\(place + 1) \(problem)")
    }
    bytes[place] = 0x7F
    #expect(Parsed(bytes: bytes).errorLine == "1:\(place + 1) a control character in the text")
  }

  @Test(arguments: ["a: 1\nb: 2\na: 3", "{\"a\": 1, \"b\": 2, \"a\": 3}"])
  func duplicateKeys(text: String) throws {
    let parsed = Parsed(text)
    #expect(parsed.root["a"]?.text == "3")
    #expect(parsed.root.entries.count == 3)
    let problem = try #require(parsed.problems.first)
    #expect(parsed.problems.count == 1)
    #expect(problem.message == "key 'a' is written twice; the last one counts")
    #expect(problem.span == parsed.root.entries[2].keySpan)
    #expect(problem.related == [Label(parsed.root.entries[0].keySpan, "first written here")])
  }

  @Test
  func duplicateKeysOfALargeMapping() {
    let text = (0..<40).map { "key\($0): 1\n" }.joined() + "key7: 2\nkey39: 2\n"
    let parsed = Parsed(text)
    #expect(
      parsed.problems.map(parsed.line) == [
        "41:1 key 'key7' is written twice; the last one counts",
        "42:1 key 'key39' is written twice; the last one counts",
      ])
  }

  @Test(
    arguments: [
      ("? [a, b]\n: c", "1:3 a key must be a single value", "{[a, b]: c}"),
      (
        "a: {{resolve:ssm:x}}", "1:5 '{{resolve:…}}' must be quoted; this is a mapping in YAML",
        "{a: {{resolve:ssm:x}: null}}"
      ),
      ("a:\n  <<: 1\n  b: 2", "2:7 '<<' takes a mapping or a list of mappings", "{a: {b: 2}}"),
      ("a:\n  <<:\n  b: 2", "2:3 '<<' takes a mapping or a list of mappings", "{a: {b: 2}}"),
      ("a:\n  - b\n\u{A0} - c: 1\n", "3:1 a no-break space is part of the text here, no indentation", nil),
    ] as [(String, String, String?)])
  func noted(text: String, expected: String, shape: String?) {
    let parsed = Parsed(text)
    #expect(parsed.problems.map(parsed.line) == [expected])
    if let shape { #expect(parsed.root.shape == shape) }
  }

  @Test(
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
      String(repeating: "{a: ", count: 100_000), String(repeating: "- ", count: 100_000),
      "a: " + String(repeating: "[", count: 100_000), "a: " + String(repeating: "[\n", count: 100_000),
      String(repeating: "? ", count: 100_000),
    ])
  func deep(text: String) {
    #expect(Parsed(text).error?.message == "nested more than 200 levels deep")
  }

  @Test
  func deepestAllowed() {
    for (open, close) in [("[", "]"), ("{\"a\": ", "}")] {
      let inner = open == "[" ? "" : "1"
      let allowed = String(repeating: open, count: 200) + inner + String(repeating: close, count: 200)
      #expect(Parsed(allowed).error == nil)
      #expect(Parsed("x: " + allowed.dropLast()).error != nil)
      #expect(Parsed(open + allowed + close).error?.message == "nested more than 200 levels deep")
    }
  }

  @Test
  func deepThroughAliases() {
    let text = "a0: &a0 [x]\n" + (1...300).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
    #expect(Parsed(text).errorLine == "200:14 nested more than 200 levels deep")
  }

  @Test
  func aliasBomb() {
    let first = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    let more = (1...9).map { level in
      "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    let parsed = Parsed(first + more.joined())
    #expect(parsed.error?.message == "aliases stand for more than 1000000 values, an alias bomb")
    #expect(parsed.errorLine?.hasPrefix("6:") == true)
  }
}
