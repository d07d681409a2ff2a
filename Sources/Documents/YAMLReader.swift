import CLibYAML
import Diagnostics

/// Reads YAML through libyaml's events into trees with byte-exact spans.
struct YAMLReader: ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>
  private let id: FileID
  let isASCII: Bool
  private var offsets: ByteOffsets
  var problems = Problems()
  var documents: [Node] = []
  /// What tells whether two parts of a text may be read apart.
  var outline = YAMLOutline()
  /// The collections that are open.
  var frames = Stack<Frame>()
  var arena: Arena
  var items = Stack<Node>()
  var entries = Stack<Node.Entry>()
  /// The values of the merge keys of open mappings.
  var merges = Stack<Node>()
  /// The tags and anchors of open collections.
  var decorations: [Decoration] = []
  var anchors = Anchors()
  var keys: KeptTexts
  var texts: KeptTexts
  var tags: KeptTexts

  /// A collection whose end has not been met.
  struct Frame: BitwiseCopyable {
    let isMapping: Bool
    let isFlow: Bool
    let isDecorated: Bool
    let start: Int
    /// The end of the last child.
    var end: Int
    /// How many items or entries the collections around it have so far.
    let first: Int
    let firstMerge: Int
    /// Whether a key waits for its value.
    var hasKey = false
    var key: Key
  }

  struct Key: BitwiseCopyable {
    let text: KeptText
    let mark: KeyMark
    let span: Span
    let isMerge: Bool
  }

  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isASCII: Bool, id: FileID
  ) throws(Problem) -> ([Node], Problems) {
    let splits = YAMLParts.splits(of: bytes, from: start)
    if !splits.isEmpty, let root = YAMLParts.read(bytes, from: start, at: splits, isASCII: isASCII, id: id) {
      return ([root], Problems())
    }
    let reading = try read(bytes, start..<bytes.count, after: "", isASCII: isASCII, id: id)
    return (reading.documents, reading.problems)
  }

  /// Reads a part of a text as if it stood behind another text; what that holds has spans without meaning.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, after head: StaticString, isASCII: Bool, id: FileID
  ) throws(Problem) -> YAMLReading {
    var reader = YAMLReader(bytes, part, after: head.utf8CodeUnitCount, isASCII: isASCII, id: id)
    let text = UnsafeBufferPointer(rebasing: bytes[part])
    let parser = YAMLParser(UnsafeBufferPointer(start: head.utf8Start, count: head.utf8CodeUnitCount), then: text)
    try reader.run(parser, from: part.lowerBound)
    return YAMLReading(documents: reader.documents, problems: reader.problems, outline: reader.outline)
  }

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, after head: Int, isASCII: Bool, id: FileID
  ) {
    self.bytes = bytes
    self.id = id
    self.isASCII = isASCII
    offsets = ByteOffsets(bytes, part, after: head, isASCII: isASCII)
    arena = Arena(for: part.count)
    keys = KeptTexts(for: part.count)
    texts = KeptTexts(for: part.count)
    tags = KeptTexts(for: 0)
  }

  private mutating func run(_ parser: borrowing YAMLParser, from start: Int) throws(Problem) {
    guard parser.isReady else { throw Problem(.top(of: id), "libyaml could not start") }
    var event = yaml_event_t()
    while true {
      guard parser.next(&event) else { throw failure(parser.state, from: start) }
      switch event.type {
      case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return
      // These own nothing that would have to be given back.
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: close(&event)
      default:
        defer { yaml_event_delete(&event) }
        try take(&event)
      }
    }
  }

  private mutating func failure(_ parser: yaml_parser_t, from start: Int) -> Problem {
    let isReader = parser.error == YAML_READER_ERROR
    let place = isReader ? start + Int(clamping: parser.problem_offset) : byte(parser.problem_mark)
    let failure = YAMLFailure(
      reason: parser.problem.map { String(cString: $0) } ?? "not valid YAML",
      context: parser.context.map { String(cString: $0) } ?? "",
      place: place, opening: byte(parser.context_mark), flow: frames.last(where: \.isFlow)?.start, bytes: bytes, id: id)
    return failure.problem
  }

  @inline(__always)
  func span(_ start: Int, _ end: Int) -> Span {
    Span(file: id, start: UInt32(clamping: start), end: UInt32(clamping: max(start, end)))
  }

  @inline(__always)
  mutating func byte(_ mark: yaml_mark_t) -> Int { offsets.byte(Int(clamping: mark.index)) }
}
