import CLibYAML
import Diagnostics

extension YAMLReader {
  /// What is written before a value: a tag, an anchor or both.
  struct Decoration {
    /// A local tag such as `!Sub`, spelt out, and where it is written.
    var tag: (function: KeptText, mark: KeyMark, span: Span)?
    /// Whether the tag makes the value a text.
    let isString: Bool
    let anchor: String?
    /// Where the value itself begins.
    var valueStart: Int
  }

  mutating func decoration(
    tag: UnsafeMutablePointer<yaml_char_t>?, anchor: UnsafeMutablePointer<yaml_char_t>?, from start: Int
  ) -> Decoration {
    let name = tag.map { UnsafeBufferPointer(start: UnsafePointer($0), count: YAMLReader.length($0)) }
    let isLocal = name.map { $0.count > 1 && $0[0] == UInt8(ascii: "!") } ?? false
    var result = Decoration(
      isString: name.map { !isLocal && ($0.count == 1 || $0.elementsEqual("tag:yaml.org,2002:str".utf8)) } ?? false,
      anchor: anchor.map { String(cString: UnsafePointer($0)) },
      valueStart: skipBlanksAndComments(start))
    if anchor != nil { outline.isPlain = false }
    var left = (tag == nil ? 0 : 1) + (anchor == nil ? 0 : 1)
    while left > 0, result.valueStart < bytes.count {
      let mark = result.valueStart
      let end = endOfWord(mark)
      if bytes[mark] == UInt8(ascii: "!"), isLocal, let name {
        let function = tags.text(name, spelling: YAMLReader.function)
        result.tag = (function.kept, function.mark, span(mark, end))
      }
      left -= 1
      result.valueStart = skipBlanksAndComments(end)
    }
    return result
  }

  private static func length(_ text: UnsafePointer<yaml_char_t>) -> Int {
    var length = 0
    while text[length] != 0 { length += 1 }
    return length
  }

  private func skipBlanksAndComments(_ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if DocumentReader.isBlank(bytes[index]) {
        index += 1
      } else if bytes[index] == UInt8(ascii: "#"), index > start {
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      } else {
        break
      }
    }
    return index
  }

  private func endOfWord(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, !DocumentReader.isBlank(bytes[index]), !isFlowMark(bytes[index]) { index += 1 }
    return index
  }

  private func isFlowMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      frames.last(where: \.isFlow) != nil
    default: false
    }
  }

  /// The long form of a CloudFormation short tag.
  private static func function(_ tag: String) -> String {
    tag == "!Ref" || tag == "!Condition" ? String(tag.dropFirst()) : "Fn::" + tag.dropFirst()
  }

  /// The value with its tag spelt out as a mapping of one entry; remembers it where it has an anchor.
  mutating func decorated(_ value: Node, by decoration: Decoration) -> Node {
    var node = value
    if let tag = decoration.tag {
      let entry = Node.Entry(tag.function, tag.mark, tag.span, value)
      node = Node(.mapping(arena.keep(entry)), tag.span.union(node.span))
    }
    if let anchor = decoration.anchor { anchors.values[anchor] = Anchored(node) }
    return node
  }
}
