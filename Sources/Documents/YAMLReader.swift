import CLibYAML
import Diagnostics

/// Reads YAML through libyaml's events into trees with byte-exact spans.
struct YAMLReader {
  /// How many nodes the aliases of one file may stand for.
  private static let aliasBudget = 1_000_000

  private let bytes: UnsafeBufferPointer<UInt8>
  private let id: FileID
  private let offsets: ByteOffsets
  private var frames: [Frame] = []
  private var documents: [Node] = []
  private var anchors: [String: (node: Node, size: Int)] = [:]
  private var openAnchors: [String] = []
  private var aliasedNodes = 0

  /// A collection whose end has not been met.
  private struct Frame {
    let isMapping: Bool
    let isFlow: Bool
    let start: Int
    let tag: Tag?
    let anchor: String?
    var items: [Node] = []
    var entries: [Node.Entry] = []
    var key: (text: String, span: Span, isMerge: Bool)?
    var keys = KeySet()
    var merges: [Node] = []
    var end: Int
  }

  /// A local tag such as `!Sub`, and where it is written.
  private struct Tag {
    let name: String
    let span: Span
  }

  static func read(_ bytes: [UInt8], from start: Int, id: FileID, problems: inout Problems) throws(Problem) -> [Node] {
    var noted = problems
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<[Node], Problem> in
      var reader = YAMLReader(bytes: buffer, id: id, offsets: ByteOffsets(buffer, from: start))
      do throws(Problem) {
        try reader.run(from: start, problems: &noted)
        return .success(reader.documents)
      } catch { return .failure(error) }
    }
    problems = noted
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, id: FileID, offsets: ByteOffsets) {
    self.bytes = bytes
    self.id = id
    self.offsets = offsets
  }

  private mutating func run(from start: Int, problems: inout Problems) throws(Problem) {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { throw Problem(.top(of: id), "libyaml could not start") }
    defer { yaml_parser_delete(&parser) }
    guard let base = bytes.baseAddress else { return }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, base + start, bytes.count - start)
    var event = yaml_event_t()
    while true {
      guard yaml_parser_parse(&parser, &event) == 1 else { throw YAMLFailure(parser, bytes, offsets, id).problem }
      let type = event.type
      do throws(Problem) {
        try handle(event, problems: &problems)
      } catch {
        yaml_event_delete(&event)
        throw error
      }
      yaml_event_delete(&event)
      if type == YAML_STREAM_END_EVENT { return }
    }
  }

  private mutating func handle(_ event: yaml_event_t, problems: inout Problems) throws(Problem) {
    switch event.type {
    case YAML_SCALAR_EVENT: try scalar(event, problems: &problems)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      try open(
        event, isMapping: false, isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE, tag: data.tag, anchor: data.anchor)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      try open(
        event, isMapping: true, isFlow: data.style == YAML_FLOW_MAPPING_STYLE, tag: data.tag, anchor: data.anchor)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try close(event, problems: &problems)
    case YAML_ALIAS_EVENT: try alias(event, problems: &problems)
    case YAML_DOCUMENT_START_EVENT: anchors = [:]
    default: break
    }
  }

  private func byte(_ mark: yaml_mark_t) -> Int { offsets.byte(Int(clamping: mark.index)) }

  private func span(_ start: Int, _ end: Int) -> Span {
    Span(file: id, start: UInt32(clamping: start), end: UInt32(clamping: max(start, end)))
  }
}

extension YAMLReader {
  private mutating func open(
    _ event: yaml_event_t, isMapping: Bool, isFlow: Bool, tag: UnsafeMutablePointer<yaml_char_t>?,
    anchor: UnsafeMutablePointer<yaml_char_t>?
  ) throws(Problem) {
    let start = byte(event.start_mark)
    guard frames.count < DocumentReader.maximumDepth else {
      throw Problem(span(start, start + 1), "nested more than \(DocumentReader.maximumDepth) levels deep")
    }
    let properties = properties(tag: tag, anchor: anchor, from: start)
    if let anchor = properties.anchor { openAnchors.append(anchor) }
    frames.append(
      Frame(
        isMapping: isMapping, isFlow: isFlow, start: properties.valueStart, tag: properties.tag,
        anchor: properties.anchor,
        end: properties.valueStart))
  }

  private mutating func close(_ event: yaml_event_t, problems: inout Problems) throws(Problem) {
    guard let frame = frames.popLast() else { return }
    let end = frame.isFlow ? byte(event.end_mark) : frame.end
    let content: Node.Content =
      frame.isMapping ? .mapping(YAMLReader.merge(frame.merges, under: frame.entries)) : .sequence(frame.items)
    if frame.anchor != nil { openAnchors.removeLast() }
    try add(Node(content, span(frame.start, end)), tag: frame.tag, anchor: frame.anchor, problems: &problems)
  }

  /// A mapping's own entries after those that merge keys bring in; own keys win.
  private static func merge(_ merges: [Node], under own: [Node.Entry]) -> [Node.Entry] {
    guard !merges.isEmpty else { return own }
    var names = Set(own.map(\.key))
    var merged: [Node.Entry] = []
    for source in merges.flatMap({ $0.isSequence ? $0.items : [$0] }) {
      for entry in source.entries where names.insert(entry.key).inserted { merged.append(entry) }
    }
    return merged + own
  }

  private mutating func scalar(_ event: yaml_event_t, problems: inout Problems) throws(Problem) {
    let data = event.data.scalar
    let start = byte(event.start_mark)
    let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
    var end = byte(event.end_mark)
    let style: Node.Scalar.Style
    switch data.style {
    case YAML_PLAIN_SCALAR_STYLE: style = .plain
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE:
      style = .block
      while end > start, DocumentReader.isBlank(bytes[end - 1]) { end -= 1 }
    default: style = .quoted
    }
    guard data.tag != nil || data.anchor != nil else {
      let isNull = style == .plain && YAMLReader.isNull(text)
      return try add(
        Node(isNull ? .null : .scalar(.init(text, style)), span(start, end)), tag: nil, anchor: nil, problems: &problems
      )
    }
    let properties = properties(tag: data.tag, anchor: data.anchor, from: start)
    let isNull = style == .plain && YAMLReader.isNull(text) && !properties.isString
    let content: Node.Content = isNull ? .null : .scalar(.init(text, properties.isString ? .quoted : style))
    try add(
      Node(content, span(min(properties.valueStart, max(end, start)), end)), tag: properties.tag,
      anchor: properties.anchor, problems: &problems)
  }

  private static func isNull(_ text: String) -> Bool {
    text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
  }

  private mutating func alias(_ event: yaml_event_t, problems: inout Problems) throws(Problem) {
    guard let pointer = event.data.alias.anchor else { return }
    let name = String(cString: UnsafePointer(pointer))
    let place = span(byte(event.start_mark), byte(event.end_mark))
    if openAnchors.contains(name) { throw Problem(place, "alias '*\(name)' stands inside its own anchor") }
    guard let anchored = anchors[name] else { throw Problem(place, "alias '*\(name)' has no anchor") }
    aliasedNodes += anchored.size
    if aliasedNodes > YAMLReader.aliasBudget {
      throw Problem(place, "aliases stand for more than \(YAMLReader.aliasBudget) values")
    }
    try add(Node(anchored.node.content, place), tag: nil, anchor: nil, problems: &problems)
  }
}

extension YAMLReader {
  /// The tag and anchor before a value, and where the value itself begins.
  private func properties(
    tag: UnsafeMutablePointer<yaml_char_t>?, anchor: UnsafeMutablePointer<yaml_char_t>?, from start: Int
  ) -> (tag: Tag?, isString: Bool, anchor: String?, valueStart: Int) {
    var index = start
    var found: Tag?
    let name = tag.map { String(cString: UnsafePointer($0)) }
    for _ in 0..<2 {
      while index < bytes.count, DocumentReader.isBlank(bytes[index]) { index += 1 }
      guard index < bytes.count, bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "&") else { break }
      let mark = index
      while index < bytes.count, !DocumentReader.isBlank(bytes[index]), !isFlowMark(bytes[index]) { index += 1 }
      if bytes[mark] == UInt8(ascii: "!"), let name, name.hasPrefix("!"), name.utf8.count > 1 {
        found = Tag(name: YAMLReader.function(String(name.dropFirst())), span: span(mark, index))
      }
      if tag == nil || anchor == nil { break }
    }
    if tag != nil || anchor != nil {
      while index < bytes.count, DocumentReader.isBlank(bytes[index]) { index += 1 }
    }
    let isString = name == "tag:yaml.org,2002:str" || name == "!"
    return (found, isString, anchor.map { String(cString: UnsafePointer($0)) }, index)
  }

  private func isFlowMark(_ byte: UInt8) -> Bool {
    !frames.isEmpty
      && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
        || byte == UInt8(ascii: "["))
  }

  /// The long form of a CloudFormation short tag.
  private static func function(_ name: String) -> String {
    name == "Ref" || name == "Condition" ? name : "Fn::" + name
  }

  /// Puts a finished value where it belongs.
  private mutating func add(_ node: Node, tag: Tag?, anchor: String?, problems: inout Problems) throws(Problem) {
    var node = node
    if let tag {
      let value = node.isNull ? Node(.scalar(.init("", .plain)), node.span) : node
      node = Node(
        .mapping([Node.Entry(key: tag.name, keySpan: tag.span, value: value)]), tag.span.union(node.span))
    }
    if let anchor { anchors[anchor] = (node, YAMLReader.size(of: node)) }
    guard !frames.isEmpty else {
      if !node.isNull { documents.append(node) }
      return
    }
    let last = frames.count - 1
    frames[last].end = max(frames[last].end, Int(node.span.end))
    guard frames[last].isMapping else { return frames[last].items.append(node) }
    guard let key = frames[last].key else { return setKey(node, in: last, problems: &problems) }
    frames[last].key = nil
    if key.isMerge { return frames[last].merges.append(node) }
    frames[last].keys.add(key.text, at: key.span, among: frames[last].entries, problems: &problems)
    frames[last].entries.append(Node.Entry(key: key.text, keySpan: key.span, value: node))
  }

  private mutating func setKey(_ node: Node, in frame: Int, problems: inout Problems) {
    switch node.content {
    case .scalar(let scalar):
      frames[frame].key = (scalar.text, node.span, scalar.style == .plain && scalar.text == "<<")
    case .null: frames[frame].key = ("", node.span, false)
    case .sequence, .mapping:
      problems.note(node.span, "a key must be a single value")
      let text = String(
        decoding: UnsafeBufferPointer(rebasing: bytes[Int(node.span.start)..<Int(node.span.end)]), as: UTF8.self)
      frames[frame].key = (text, node.span, false)
    }
  }

  private static func size(of node: Node) -> Int {
    switch node.content {
    case .null, .scalar: 1
    case .sequence(let items): items.reduce(1) { $0 + size(of: $1) }
    case .mapping(let entries): entries.reduce(1) { $0 + size(of: $1.value) }
    }
  }
}
