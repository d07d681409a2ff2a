import Diagnostics
import Documents
import Testing

@Suite("Any text")
struct FuzzTests {
  private static let seeds = [
    "Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: !GetAtt R.Arn\n      Code: {ZipFile: |\n",
    "a: &x [1, 'two', \"thr\\u00e9e\"]\nb:\n  <<: *x\n  - c\n",
    "é: !Sub\n  - '${A}-é😀'\n  - A: !Ref B\n? k\n: |+\n  text\n\n--- {a: [b, !If [c, d]]}\n",
    "{\"a\": [1, 2.5e3, true, null, \"\\ud83d\\ude00\", {\"b\": {}}], \"a\": \"é\"}",
    "- >-\n  folded\n  text\r\n- ! x\n- !!str y # comment\n-\n\t\n",
  ]
  private static let pieces = Array("!&*[]{}:,-?|>'\"\\#%@`~<\n\r\t \u{A0}é😀\u{FEFF}a0".utf8) + [0xFF, 0x00, 0x85]

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func mutations(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_500 {
      var bytes = Array((FuzzTests.seeds.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, &random) }
      check(Parsed(bytes: bytes))
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let piece = FuzzTests.pieces.randomElement(using: &random) ?? 0
    guard !bytes.isEmpty else { return bytes.append(piece) }
    let index = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes.remove(at: index)
    case 1: bytes[index] = piece
    case 2: bytes.insert(piece, at: index)
    case 3: bytes.removeSubrange(index..<min(bytes.count, index + 9))
    default: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 12)], at: index)
    }
  }

  private func check(_ parsed: Parsed) {
    let size = UInt32(parsed.file.bytes.count)
    for problem in parsed.problems + [parsed.error].compactMap({ $0 }) {
      for span in [problem.span] + problem.related.map(\.span) {
        #expect(span.start <= span.end && span.end <= size, "\(parsed.file.bytes)")
      }
    }
    // The children of an alias lie where its anchor is.
    let hasAlias = parsed.file.bytes.contains(UInt8(ascii: "*"))
    func walk(_ node: Node, within parent: Span) {
      let isInside = parent.start <= node.span.start && node.span.start <= node.span.end && node.span.end <= parent.end
      #expect(isInside || hasAlias && node.span.end <= size, "\(parsed.file.bytes)")
      let outer = hasAlias ? Span(file: parent.file, start: 0, end: size) : node.span
      node.items.forEach { walk($0, within: outer) }
      for entry in node.entries {
        #expect(outer.start <= entry.keySpan.start && entry.keySpan.end <= outer.end, "\(parsed.file.bytes)")
        walk(entry.value, within: outer)
      }
    }
    for document in parsed.documents { walk(document, within: Span(file: FileID(0), start: 0, end: size)) }
  }
}

@Suite("The same data in both languages")
struct RoundTripTests {
  private indirect enum Value {
    case null
    case text(String)
    case word(String)
    case list([Value])
    case map([(String, Value)])
  }

  private static let texts = [
    "", "a b", "é", "😀", "x: y", "- z", "#", "'", "\"", "\\", "a\nb", "\t", "null", "~", " lead", "*", "<<",
  ]
  private static let words = ["1", "true", "-2.5", "0", "false", "1e3"]
  private static let names = ["a", "b", "Ref", "é", "😀k", "key with space", "Fn::Sub", "0"]

  private func value(_ depth: Int, _ random: inout SeededGenerator) -> Value {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 3), using: &random) {
    case 0: return .null
    case 1: return .text(RoundTripTests.texts.randomElement(using: &random) ?? "")
    case 2: return .word(RoundTripTests.words.randomElement(using: &random) ?? "0")
    case 3, 4: return .list((0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth - 1, &random) })
    default:
      let names = RoundTripTests.names.shuffled(using: &random).prefix(Int.random(in: 0...5, using: &random))
      return .map(names.map { ($0, value(depth - 1, &random)) })
    }
  }

  private func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  private func json(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .text(let text): quoted(text)
    case .word(let word): word
    case .list(let items): "[" + items.map(json).joined(separator: ", ") + "]"
    case .map(let entries): "{" + entries.map { quoted($0.0) + ": " + json($0.1) }.joined(separator: ",\n ") + "}"
    }
  }

  /// Block style wherever there is one.
  private func yaml(_ value: Value, indent: Int) -> String {
    let margin = "\n" + String(repeating: " ", count: indent)
    switch value {
    case .null: return " ~"
    case .text(let text): return " " + quoted(text)
    case .word(let word): return " " + word
    case .list(let items):
      return items.isEmpty ? " []" : items.map { margin + "-" + yaml($0, indent: indent + 2) }.joined()
    case .map(let entries):
      return entries.isEmpty
        ? " {}" : entries.map { margin + quoted($0.0) + ":" + yaml($0.1, indent: indent + 2) }.joined()
    }
  }

  private func data(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .text(let text), .word(let text): "<\(text)>"
    case .list(let items): "[" + items.map(data).joined(separator: ", ") + "]"
    case .map(let entries): "{" + entries.map { "<\($0.0)>: \(data($0.1))" }.joined(separator: ", ") + "}"
    }
  }

  @Test
  func randomTrees() {
    var random = SeededGenerator(seed: 42)
    for _ in 0..<1_000 {
      let tree = Value.map([("root", value(5, &random))])
      let expected = data(tree)
      let fromJSON = Parsed(json(tree))
      #expect(fromJSON.error == nil)
      #expect(fromJSON.root.data == expected)
      let fromYAML = Parsed("---" + yaml(tree, indent: 0) + "\n")
      #expect(fromYAML.error == nil)
      #expect(fromYAML.root.data == expected)
      // YAML contains JSON: libyaml must read the same from it.
      #expect(Parsed("# as YAML\n--- " + json(tree)).root.data == expected)
    }
  }
}
