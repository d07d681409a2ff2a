import CLibYAML
import Diagnostics

/// Reads YAML through libyaml's events into trees with byte-exact spans.
struct YAMLReader: ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>
  private let id: FileID
  private let isASCII: Bool
  private var offsets: ByteOffsets
  var problems = Problems()
  private var documents: [Node] = []
  private(set) var frames: [Frame] = []
  private var arena: Arena
  private var items = Stack<Node>()
  private var entries = Stack<Node.Entry>()
  /// The keys whose values have not ended.
  private var keys: [Key] = []
  /// The values of the merge keys of open mappings.
  private var merges = Stack<Node>()
  /// The tags and anchors of open collections.
  private(set) var decorations: [Decoration] = []
  var anchors = Anchors()

  /// A collection whose end has not been met.
  struct Frame {
    let isMapping: Bool
    let isFlow: Bool
    let isDecorated: Bool
    /// Whether a key waits for its value.
    var hasKey = false
    let start: Int
    /// The end of the last child.
    var end: Int
    /// How many items or entries the collections around it have so far.
    let first: Int
    let firstMerge: Int
  }

  private struct Key {
    let text: String
    let span: Span
    let isMerge: Bool
  }

  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isASCII: Bool, id: FileID
  ) throws(Problem) -> ([Node], Problems) {
    var reader = YAMLReader(bytes, from: start, isASCII: isASCII, id: id)
    try reader.run(from: start)
    return (reader.documents, reader.problems)
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isASCII: Bool, id: FileID) {
    self.bytes = bytes
    self.id = id
    self.isASCII = isASCII
    arena = Arena(for: bytes.count - start)
    offsets = ByteOffsets(bytes, from: start, isASCII: isASCII)
  }

  private mutating func run(from start: Int) throws(Problem) {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { throw Problem(.top(of: id), "libyaml could not start") }
    defer { yaml_parser_delete(&parser) }
    guard let base = bytes.baseAddress else { return }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, base + start, bytes.count - start)
    var event = yaml_event_t()
    while true {
      guard yaml_parser_parse(&parser, &event) == 1 else { throw failure(parser, from: start) }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT { return }
      try handle(&event)
    }
  }

  private mutating func failure(_ parser: yaml_parser_t, from start: Int) -> Problem {
    let isReader = parser.error == YAML_READER_ERROR
    let place = isReader ? start + Int(clamping: parser.problem_offset) : byte(parser.problem_mark)
    let failure = YAMLFailure(
      reason: parser.problem.map { String(cString: $0) } ?? "not valid YAML",
      context: parser.context.map { String(cString: $0) } ?? "",
      place: place, opening: byte(parser.context_mark), flow: frames.last { $0.isFlow }?.start, bytes: bytes, id: id)
    return failure.problem
  }

  func span(_ start: Int, _ end: Int) -> Span {
    Span(file: id, start: UInt32(clamping: start), end: UInt32(clamping: max(start, end)))
  }

  @inline(__always)
  mutating func byte(_ mark: yaml_mark_t) -> Int { offsets.byte(Int(clamping: mark.index)) }
}

extension YAMLReader {
  private mutating func handle(_ event: inout yaml_event_t) throws(Problem) {
    switch event.type {
    case YAML_SCALAR_EVENT: try scalar(&event)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      try open(&event, isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE, tag: data.tag, anchor: data.anchor)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      try open(&event, isFlow: data.style == YAML_FLOW_MAPPING_STYLE, tag: data.tag, anchor: data.anchor)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try close(&event)
    case YAML_ALIAS_EVENT: try add(alias(&event))
    case YAML_DOCUMENT_START_EVENT: anchors = Anchors()
    default: break
    }
  }

  private mutating func open(
    _ event: inout yaml_event_t, isFlow: Bool, tag: UnsafeMutablePointer<yaml_char_t>?,
    anchor: UnsafeMutablePointer<yaml_char_t>?
  ) throws(Problem) {
    var start = byte(event.start_mark)
    guard frames.count < DocumentReader.maximumDepth else {
      throw Problem(span(start, start + 1), "nested more than \(DocumentReader.maximumDepth) levels deep")
    }
    let isDecorated = tag != nil || anchor != nil
    if isDecorated {
      let decoration = decoration(tag: tag, anchor: anchor, from: start)
      start = decoration.valueStart
      decorations.append(decoration)
    }
    let isMapping = event.type == YAML_MAPPING_START_EVENT
    frames.append(
      Frame(
        isMapping: isMapping, isFlow: isFlow, isDecorated: isDecorated, start: start, end: start,
        first: isMapping ? entries.count : items.count, firstMerge: merges.count))
  }

  private mutating func close(_ event: inout yaml_event_t) throws(Problem) {
    guard let frame = frames.popLast() else { return }
    let content: Node.Content =
      frame.isMapping ? .mapping(mapping(frame)) : .sequence(items.take(above: frame.first, into: &arena))
    let node = Node(content, span(frame.start, frame.isFlow ? byte(event.end_mark) : frame.end))
    guard frame.isDecorated, let decoration = decorations.popLast() else { return try add(node) }
    try add(decorated(node, by: decoration))
  }

  private mutating func mapping(_ frame: Frame) -> Node.Entries {
    let own = entries.take(above: frame.first, into: &arena)
    DuplicateKeys.note(in: own, problems: &problems)
    guard merges.count > frame.firstMerge else { return own }
    return merge(merges.take(above: frame.firstMerge, into: &arena), under: own)
  }

  private mutating func scalar(_ event: inout yaml_event_t) throws(Problem) {
    let data = event.data.scalar
    let start = byte(event.start_mark)
    var end = byte(event.end_mark)
    let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
    let style = YAMLReader.style(data.style)
    if style == .block { while end > start, DocumentReader.isBlank(bytes[end - 1]) { end -= 1 } }
    if !isASCII, style == .plain { noteOddSpace(in: text, at: span(start, end)) }
    if data.tag != nil || data.anchor != nil {
      let decoration = decoration(tag: data.tag, anchor: data.anchor, from: start)
      let value = YAMLReader.value(text, style, decoration)
      return try add(decorated(Node(value, span(min(decoration.valueStart, max(start, end)), end)), by: decoration))
    }
    if let last = frames.indices.last, frames[last].isMapping, !frames[last].hasKey {
      return setKey(text, span(start, end), isMerge: style == .plain && text.utf8.count == 2 && text == "<<", in: last)
    }
    try add(Node(YAMLReader.value(text, style), span(start, end)))
  }

  private static func style(_ style: yaml_scalar_style_t) -> Node.Scalar.Style {
    switch style {
    case YAML_PLAIN_SCALAR_STYLE: .plain
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .quoted
    }
  }

  /// The content of a scalar; a plain one may be null, unless a tag makes it something else.
  private static func value(
    _ text: String, _ style: Node.Scalar.Style, _ decoration: Decoration? = nil
  ) -> Node.Content {
    if decoration?.isString == true, style == .plain { return .scalar(.init(text, .quoted)) }
    guard style == .plain, decoration?.tag == nil, text.utf8.count <= 4 else { return .scalar(.init(text, style)) }
    let isNull =
      switch text.utf8.count {
      case 0: true
      case 1: text == "~"
      case 4: text == "null" || text == "Null" || text == "NULL"
      default: false
      }
    return isNull ? .null : .scalar(.init(text, style))
  }
}

extension YAMLReader {
  /// Puts a finished value where it belongs.
  private mutating func add(_ node: Node) throws(Problem) {
    guard let last = frames.indices.last else {
      if !node.isNull { documents.append(node) }
      return
    }
    frames[last].end = max(frames[last].end, Int(node.span.end))
    guard frames[last].isMapping else { return items.push(node) }
    guard frames[last].hasKey, let key = keys.popLast() else { return setKey(node, in: last) }
    frames[last].hasKey = false
    if key.isMerge { return addMerge(node, at: key.span) }
    entries.push(Node.Entry(key: key.text, keySpan: key.span, value: node))
  }

  private mutating func setKey(_ text: String, _ span: Span, isMerge: Bool, in frame: Int) {
    keys.append(Key(text: text, span: span, isMerge: isMerge))
    frames[frame].hasKey = true
    frames[frame].end = max(frames[frame].end, Int(span.end))
  }

  /// Takes a value that is no bare scalar for a key.
  private mutating func setKey(_ node: Node, in frame: Int) {
    if let text = node.text { return setKey(text, node.span, isMerge: false, in: frame) }
    let start = min(Int(node.span.start), bytes.count)
    let source = bytes[start..<max(start, min(Int(node.span.end), bytes.count))]
    let isDynamicReference = node.isMapping && bytes[start...].starts(with: "{resolve:".utf8)
    if !node.isNull {
      problems.note(
        node.span,
        isDynamicReference
          ? "'{{resolve:…}}' must be quoted; this is a mapping in YAML" : "a key must be a single value")
    }
    setKey(String(decoding: source, as: UTF8.self), node.span, isMerge: false, in: frame)
  }

  private mutating func addMerge(_ node: Node, at key: Span) {
    let sources = node.isSequence ? node.items : [node]
    guard sources.allSatisfy(\.isMapping) else {
      return problems.note(node.span.isEmpty ? key : node.span, "'<<' takes a mapping or a list of mappings")
    }
    merges.push(node)
  }

  /// A no-break space looks like indentation, but is text.
  private mutating func noteOddSpace(in text: String, at span: Span) {
    guard text.utf8.starts(with: [0xC2, 0xA0]) else { return }
    problems.note(
      Span(file: span.file, start: span.start, end: span.start + 2),
      "a no-break space is part of the text here, no indentation")
  }
}
