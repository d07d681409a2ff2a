import CLibYAML
import Diagnostics

extension YAMLReader {
  mutating func take(_ event: inout yaml_event_t) throws(Problem) {
    switch event.type {
    case YAML_SCALAR_EVENT: scalar(&event)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      try open(&event, isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE, tag: data.tag, anchor: data.anchor)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      try open(&event, isFlow: data.style == YAML_FLOW_MAPPING_STYLE, tag: data.tag, anchor: data.anchor)
    case YAML_ALIAS_EVENT: try add(alias(&event))
    case YAML_DOCUMENT_START_EVENT: beginDocument(event)
    case YAML_DOCUMENT_END_EVENT: if event.data.document_end.implicit == 0 { outline.isPlain = false }
    default: break
    }
  }

  private mutating func beginDocument(_ event: yaml_event_t) {
    let data = event.data.document_start
    anchors = Anchors()
    outline.documents += 1
    if data.version_directive != nil || data.tag_directives.start != nil { outline.isPlain = false }
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
    let isBlockMapping = isMapping && !isFlow && !isDecorated
    if frames.count < 2 { outline.open(at: frames.count, isBlockMapping ? start : nil) }
    frames.push(
      Frame(
        isMapping: isMapping, isFlow: isFlow, isDecorated: isDecorated, start: start, end: start,
        first: isMapping ? entries.count : items.count, firstMerge: merges.count,
        key: Key(text: KeptText(""), mark: .empty, span: span(start, start), isMerge: false)))
  }

  mutating func close(_ event: inout yaml_event_t) {
    guard let frame = frames.pop() else { return }
    let place = span(frame.start, frame.isFlow ? byte(event.end_mark) : frame.end)
    let node =
      frame.isMapping
      ? Node(.mapping(mapping(frame)), place) : Node(.sequence(items.take(above: frame.first, into: &arena)), place)
    guard frame.isDecorated, let decoration = decorations.popLast() else { return add(node) }
    add(decorated(node, by: decoration))
  }

  private mutating func mapping(_ frame: Frame) -> Node.Entries {
    let own = entries.take(above: frame.first, into: &arena)
    DuplicateKeys.note(in: own, problems: &problems)
    guard merges.count > frame.firstMerge else { return own }
    return merge(merges.take(above: frame.firstMerge, into: &arena), under: own)
  }

  private mutating func scalar(_ event: inout yaml_event_t) {
    let data = event.data.scalar
    let start = byte(event.start_mark)
    var end = byte(event.end_mark)
    let text = UnsafeBufferPointer(start: UnsafePointer(data.value), count: data.length)
    let style = YAMLReader.style(data.style)
    if style == .block { while end > start, DocumentReader.isBlank(bytes[end - 1]) { end -= 1 } }
    if !isASCII, style == .plain { noteOddSpace(in: text, at: span(start, end)) }
    if data.tag != nil || data.anchor != nil {
      let decoration = decoration(tag: data.tag, anchor: data.anchor, from: start)
      let value = value(text, style, span(min(decoration.valueStart, max(start, end)), end), decoration)
      return add(decorated(value, by: decoration))
    }
    if let frame = frames.top, frame.pointee.isMapping, !frame.pointee.hasKey {
      let (kept, mark) = keys.text(text)
      let isMerge = style == .plain && text.count == 2 && text[0] == UInt8(ascii: "<") && text[1] == UInt8(ascii: "<")
      return setKey(Key(text: kept, mark: mark, span: span(start, end), isMerge: isMerge), in: frame)
    }
    add(value(text, style, span(start, end)))
  }

  private static func style(_ style: yaml_scalar_style_t) -> Node.Scalar.Style {
    switch style {
    case YAML_PLAIN_SCALAR_STYLE: .plain
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .quoted
    }
  }

  /// A scalar that is no key; a plain one may be null, unless a tag makes it something else.
  private mutating func value(
    _ text: UnsafeBufferPointer<UInt8>, _ style: Node.Scalar.Style, _ span: Span, _ decoration: Decoration? = nil
  ) -> Node {
    let isString = decoration?.isString == true
    if style == .plain, !isString, decoration?.tag == nil, text.count <= 4, YAMLReader.isNull(text) {
      return Node(.null, span)
    }
    let kept = text.count > KeptText.small ? texts.text(text).kept : KeptText(text)
    return Node(.scalar(Node.Scalar(kept, isString && style == .plain ? .quoted : style)), span)
  }

  private static func isNull(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.count {
    case 0: true
    case 1: text[0] == UInt8(ascii: "~")
    case 4:
      text[3] | 0x20 == UInt8(ascii: "l")
        && (text.elementsEqual("null".utf8) || text.elementsEqual("Null".utf8) || text.elementsEqual("NULL".utf8))
    default: false
    }
  }
}

extension YAMLReader {
  /// Puts a finished value where it belongs.
  private mutating func add(_ node: Node) {
    guard let frame = frames.top else {
      if !node.isNull { documents.append(node) }
      return
    }
    frame.pointee.end = max(frame.pointee.end, Int(node.span.end))
    guard frame.pointee.isMapping else { return items.push(node) }
    guard frame.pointee.hasKey else { return setKey(node, in: frame) }
    frame.pointee.hasKey = false
    let key = frame.pointee.key
    if key.isMerge { return addMerge(node, at: key.span) }
    entries.push(Node.Entry(key.text, key.mark, key.span, node))
  }

  private func setKey(_ key: Key, in frame: UnsafeMutablePointer<Frame>) {
    frame.pointee.key = key
    frame.pointee.hasKey = true
    frame.pointee.end = max(frame.pointee.end, Int(key.span.end))
  }

  /// Takes a value that is no bare scalar for a key.
  private mutating func setKey(_ node: Node, in frame: UnsafeMutablePointer<Frame>) {
    let start = min(Int(node.span.start), bytes.count)
    let source = bytes[start..<max(start, min(Int(node.span.end), bytes.count))]
    let isDynamicReference = node.isMapping && bytes[start...].starts(with: "{resolve:".utf8)
    if node.text == nil, !node.isNull {
      problems.note(
        node.span,
        isDynamicReference
          ? "'{{resolve:…}}' must be quoted; this is a mapping in YAML" : "a key must be a single value")
    }
    let text = node.text ?? String(decoding: source, as: UTF8.self)
    setKey(Key(text: KeptText(text), mark: KeyMark(text), span: node.span, isMerge: false), in: frame)
  }

  private mutating func addMerge(_ node: Node, at key: Span) {
    outline.isPlain = false
    let sources = node.isSequence ? node.items : [node]
    guard sources.allSatisfy(\.isMapping) else {
      return problems.note(node.span.isEmpty ? key : node.span, "'<<' takes a mapping or a list of mappings")
    }
    merges.push(node)
  }

  /// A no-break space looks like indentation, but is text.
  private mutating func noteOddSpace(in text: UnsafeBufferPointer<UInt8>, at span: Span) {
    guard text.starts(with: [0xC2, 0xA0]) else { return }
    problems.note(
      Span(file: span.file, start: span.start, end: span.start + 2),
      "a no-break space is part of the text here, no indentation")
  }
}
