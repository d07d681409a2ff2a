import Diagnostics
import Threads

/// What was read of a text or of a part of it.
struct YAMLReading: Sendable {
  let documents: [Node]
  let problems: Problems
  let outline: YAMLOutline
}

/// What of a text tells whether a part of it was read as if the rest had been there.
struct YAMLOutline: Sendable {
  /// How many documents begin, empty ones included.
  var documents = 0
  /// Whether there is nothing that reaches from one place to another: anchors, aliases, merge keys, directives and
  /// ends of documents.
  var isPlain = true
  /// Where the root begins, if it is a mapping in block style without tag.
  private(set) var root: Int?
  /// Where the first collection in the root begins, if it is such a mapping too.
  private(set) var first: Int?
  /// The same of the last collection in the root.
  private(set) var last: Int?
  private var isFirst = true

  mutating func open(at depth: Int, _ start: Int?) {
    guard depth > 0 else {
      root = start
      return
    }
    if isFirst { first = start }
    isFirst = false
    last = start
  }
}

/// Reads large YAML in parts at the same time.
///
/// A part begins at a key inside the mapping under a root key, such as a logical id below `Resources:`, and is read with
/// another root key put before it. Both trees are joined if all that was read tells that nobody would see a difference;
/// wherever anything is unusual, the text is read from the beginning to the end.
enum YAMLParts {
  /// A line at which a part may begin.
  struct Split: Equatable {
    let offset: Int
    /// How many spaces the line begins with.
    let indent: Int
  }

  /// How many bytes are worth a thread.
  static let smallest = 128 << 10
  /// How far from where a part should begin a line is looked for where it may.
  private static let window = 32 << 10
  /// The root key of all parts but the first.
  private static let head: StaticString = "x:\n"

  /// The lines that fall nearest to parts of the same size; none where the text is too small to be read in parts.
  static func splits(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [Split] {
    let pieces = Workers.pieces(of: bytes.count - start, atLeast: smallest)
    guard pieces > 1 else { return [] }
    let wanted = Workers.ranges(of: bytes.count - start, pieces: pieces).dropFirst().map { start + $0.lowerBound }
    let found = wanted.compactMap { split(of: bytes, in: $0..<min($0 + window, bytes.count)) }
    return found.count == wanted.count && zip(found, found.dropFirst()).allSatisfy { $0.offset < $1.offset }
      ? found : []
  }

  /// The first of the lines with a key that are the least indented, but not at the margin.
  static func split(of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Split? {
    var best: Split?
    var index = range.lowerBound
    while let feed = bytes[index..<range.upperBound].firstIndex(of: 0x0A) {
      index = feed + 1
      var indent = 0
      while index + indent < range.upperBound, bytes[index + indent] == 0x20 { indent += 1 }
      guard indent > 0, index + indent < range.upperBound, beginsKey(bytes[index + indent]) else { continue }
      if indent < best?.indent ?? .max { best = Split(offset: index, indent: indent) }
    }
    return best
  }

  private static func beginsKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The document of a text that is read in the parts between some lines; nil where that can't be done.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, at splits: [Split], isASCII: Bool, id: FileID
  ) -> Node? {
    let bounds = [start] + splits.map(\.offset) + [bytes.count]
    // Nothing writes to the bytes.
    nonisolated(unsafe) let text = bytes
    let readings = Workers.map(splits.count + 1) { part in
      try? YAMLReader.read(
        text, bounds[part]..<bounds[part + 1], after: part == 0 ? "" : head, isASCII: isASCII, id: id)
    }
    guard let first = readings.first, let first, var joined = Trunk(first, in: bytes, from: start) else { return nil }
    for (split, reading) in zip(splits, readings.dropFirst()) {
      guard let reading, joined.append(reading, at: split, in: bytes) else { return nil }
    }
    return joined.root
  }
}

/// The document that was read up to a line.
private struct Trunk {
  private(set) var root: Node
  /// Where the collection under the last root key begins, if it is a mapping in block style.
  private var last: Int?

  init?(_ reading: YAMLReading, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    guard let root = Trunk.root(of: reading), let place = reading.outline.root,
      place == start || bytes[place - 1] == 0x0A
    else { return nil }
    self.root = root
    last = reading.outline.last
  }

  /// The only document of what was read, if nothing in it is unusual.
  private static func root(of reading: YAMLReading) -> Node? {
    let outline = reading.outline
    guard reading.documents.count == 1, outline.documents == 1, outline.isPlain, outline.root != nil,
      reading.problems.all.isEmpty
    else { return nil }
    return reading.documents.first
  }

  /// Joins what was read from a line on; false where it can't be told that it belongs there.
  mutating func append(_ reading: YAMLReading, at split: YAMLParts.Split, in bytes: UnsafeBufferPointer<UInt8>) -> Bool
  {
    let begin = split.offset + split.indent
    guard let next = Trunk.root(of: reading), let upper = root.entries.last, let lower = next.entries.first,
      isOpen(upper.value, at: split, in: bytes), reading.outline.first == begin,
      lower.value.isMapping, Int(lower.value.span.start) == begin, Int(lower.value.entries[0].keySpan.start) == begin
    else { return false }
    let children = Node.Entries(Array(upper.value.entries) + lower.value.entries)
    let value = Node(.mapping(children), upper.value.span.union(lower.value.span))
    let entry = Node.Entry(upper.keptKey, upper.mark, upper.keySpan, value)
    let entries = Node.Entries(Array(root.entries.dropLast()) + [entry] + Array(next.entries.dropFirst()))
    guard !DuplicateKeys.areThere(in: children), !DuplicateKeys.areThere(in: entries) else { return false }
    root = Node(.mapping(entries), root.span.union(next.span))
    if next.entries.count > 1 { last = reading.outline.last }
    return true
  }

  /// Whether a value goes on with a key at a line: it is a block mapping as far indented, and ended before the line.
  private func isOpen(_ value: Node, at split: YAMLParts.Split, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(value.span.start)
    // What lacks a value, as after a question mark, ends at the line itself.
    guard value.isMapping, start == last, Int(value.entries[0].keySpan.start) == start, start > split.indent,
      Int(root.span.end) < split.offset
    else { return false }
    let indent = bytes[(start - split.indent)..<start]
    return indent.allSatisfy { $0 == 0x20 } && bytes[start - split.indent - 1] == 0x0A
  }
}
