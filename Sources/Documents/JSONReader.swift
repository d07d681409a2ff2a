import Diagnostics

/// Reads JSON strictly, with exact spans and surrogate pairs, which libyaml can't.
struct JSONReader: ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>
  private let id: FileID
  /// The span of every node, where the text is the content of a string.
  private let fixed: Span?
  /// The bytes themselves, where collections may stay unread.
  private let lender: Unmanaged<Lender>?
  /// The longest collection that stays unread as a whole; in longer ones what they hold is.
  private static let unreadSize = 16_384
  /// Strings up to this length, quotes included, are read at once, as they need no memory of their own.
  private static let smallString = 17
  var index: Int
  private var problems = Problems()
  private var arena: Arena
  private var items = Stack<Node>()
  private var entries = Stack<Node.Entry>()

  /// The one value of a JSON text, and what is wrong with it but can be read past.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, id: FileID, at fixed: Span? = nil,
    lender: Unmanaged<Lender>? = nil
  ) throws(Problem) -> (Node, Problems) {
    var reader = JSONReader(
      bytes, from: start, id: id, at: fixed, lender: lender, arena: Arena(for: bytes.count - start))
    let root = try reader.value(depth: 0)
    reader.skipBlanks()
    if reader.index < bytes.count { throw reader.problem("text after the end of the JSON value") }
    return (root, reader.problems)
  }

  /// - Parameters:
  ///   - fixed: the span of every node, where the text is the content of a string.
  ///   - lender: the same bytes, where collections may stay unread until somebody asks for what is in them.
  ///   - arena: what the collections are put into; in pieces of their own where it isn't said.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, id: FileID, at fixed: Span?, lender: Unmanaged<Lender>?,
    arena: consuming Arena = Arena(chunk: 0)
  ) {
    self.bytes = bytes
    self.id = id
    self.fixed = fixed
    self.lender = lender
    index = start
    self.arena = arena
  }

  func span(from start: Int, to end: Int) -> Span {
    fixed ?? Span(file: id, start: UInt32(clamping: start), end: UInt32(clamping: end))
  }

  /// A problem with the character at the index.
  func problem(_ message: String, related: [Label] = []) -> Problem {
    var end = min(index + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Problem(span(from: min(index, bytes.count), to: end), message, related: related)
  }

  @inline(__always)
  private mutating func skipBlanks() {
    while index < bytes.count, DocumentReader.isBlank(bytes[index]) { index += 1 }
  }

  /// Whether the byte at the index is this one.
  func isAt(_ byte: UInt8) -> Bool { index < bytes.count && bytes[index] == byte }

  mutating func value(depth: Int) throws(Problem) -> Node {
    skipBlanks()
    guard index < bytes.count else { throw problem("the JSON ends too early") }
    switch bytes[index] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if let node = unread(depth: depth) { return node }
      return try collection(depth: depth)
    case UInt8(ascii: "\""):
      if let node = lent() { return node }
      let start = index
      let text = try string()
      return Node(.scalar(.init(text, .quoted)), span(from: start, to: index))
    default: return try literal()
    }
  }

  /// Steps over a string that is well-formed and not small, and leaves it for later.
  private mutating func lent() -> Node? {
    guard let lender, let end = JSONScan(bytes: bytes, end: bytes.count).string(at: index),
      end - index > JSONReader.smallString
    else { return nil }
    defer { index = end }
    return Node(.lent, in: lender, span(from: index, to: end))
  }

  /// Steps over a collection that is well-formed, not empty and not too long, and leaves it for later.
  private mutating func unread(depth: Int) -> Node? {
    guard let lender else { return nil }
    let start = index
    let scan = JSONScan(bytes: bytes, end: min(bytes.count, start + JSONReader.unreadSize))
    guard let end = scan.value(at: start, depth: depth), end - start > 2 else {
      return nil
    }
    index = end
    return Node(.unread, in: lender, span(from: start, to: end))
  }

  /// The object or array that begins at the index.
  mutating func collection(depth: Int) throws(Problem) -> Node {
    isAt(UInt8(ascii: "{")) ? try object(depth: depth) : try array(depth: depth)
  }

  /// Steps over an opening bracket.
  mutating func open(depth: Int) throws(Problem) {
    guard depth < DocumentReader.maximumDepth else {
      throw problem("nested more than \(DocumentReader.maximumDepth) levels deep")
    }
    index += 1
    skipBlanks()
  }

  private mutating func object(depth: Int) throws(Problem) -> Node {
    let start = index
    let first = entries.count
    try open(depth: depth)
    if isAt(UInt8(ascii: "}")) {
      index += 1
      return Node(.mapping([]), span(from: start, to: index))
    }
    repeat {
      let entry = try entry(depth: depth, in: start)
      entries.push(entry)
    } while try continues(until: UInt8(ascii: "}"), openedAt: start)
    let own = entries.take(above: first, into: &arena)
    // What Terraform writes has no key twice, and nobody would hear of one in what is read later.
    if lender == nil { DuplicateKeys.note(in: own, problems: &problems) }
    return Node(.mapping(own), span(from: start, to: index))
  }

  /// The key at the index and its value.
  private mutating func entry(depth: Int, in start: Int) throws(Problem) -> Node.Entry {
    let (key, keySpan) = try key(in: start)
    let value = try value(depth: depth + 1)
    return Node.Entry(key: key, keySpan: keySpan, value: value)
  }

  /// The key at the index; steps over the colon behind it.
  mutating func key(in start: Int) throws(Problem) -> (String, Span) {
    skipBlanks()
    guard isAt(UInt8(ascii: "\"")) else { throw expected("a key in quotes", in: start) }
    let keyStart = index
    let key = try string()
    let keySpan = span(from: keyStart, to: index)
    skipBlanks()
    guard isAt(UInt8(ascii: ":")) else { throw expected("':' after the key", in: start) }
    index += 1
    return (key, keySpan)
  }

  private mutating func array(depth: Int) throws(Problem) -> Node {
    let start = index
    let first = items.count
    try open(depth: depth)
    if isAt(UInt8(ascii: "]")) {
      index += 1
      return Node(.sequence([]), span(from: start, to: index))
    }
    repeat {
      let item = try value(depth: depth + 1)
      items.push(item)
    } while try continues(until: UInt8(ascii: "]"), openedAt: start)
    return Node(.sequence(items.take(above: first, into: &arena)), span(from: start, to: index))
  }

  /// Steps over a comma or the closing bracket, and says whether it was the former.
  mutating func continues(until close: UInt8, openedAt start: Int) throws(Problem) -> Bool {
    skipBlanks()
    guard isAt(close) || isAt(UInt8(ascii: ",")) else {
      throw expected("',' or '\(Character(UnicodeScalar(close)))'", in: start)
    }
    index += 1
    return bytes[index - 1] != close
  }

  private func expected(_ what: String, in start: Int) -> Problem {
    problem(
      index < bytes.count ? "expected \(what)" : "the JSON ends too early; expected \(what)",
      related: [Label(span(from: start, to: start + 1), "opened here")])
  }
}
