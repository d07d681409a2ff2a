import Diagnostics

/// libyaml's error in plain words, at the exact place.
struct YAMLFailure {
  let reason: String
  let context: String
  /// The byte at which libyaml gave up.
  let place: Int
  /// The byte at which the structure or token began that libyaml was reading.
  let opening: Int
  /// Where the innermost open bracket stands.
  let flow: Int?
  let bytes: UnsafeBufferPointer<UInt8>
  let id: FileID

  var problem: Problem {
    if let tab = tabIndentation { return Problem(span(tab), "tab used as indentation; YAML indents with spaces") }
    return bracket ?? token ?? structure ?? Problem(span(place), plain(reason))
  }

  /// A `[` or `{` without its end.
  private var bracket: Problem? {
    let isFlowContext = context == "while parsing a flow sequence" || context == "while parsing a flow mapping"
    guard let bracket = isFlowContext ? opening : flow, bracket < bytes.count, !isSecondTag else { return nil }
    let close = bytes[bracket] == UInt8(ascii: "[") ? "]" : "}"
    let between = bytes[bracket..<max(bracket, min(place, bytes.count))]
    if place >= bytes.count || between.contains(0x0A) || between.contains(0x0D) {
      return Problem(
        span(bracket), "'\(Character(UnicodeScalar(bytes[bracket])))' is not closed",
        related: [Label(span(place), "'\(close)' is missing before this")])
    }
    guard isFlowContext else { return nil }
    return Problem(
      span(place), "expected ',' or '\(close)'; quote a text that holds brackets",
      related: [Label(span(bracket), "opened here")])
  }

  /// An error within one word.
  private var token: Problem? {
    if isSecondTag { return Problem(word(place), "a value can't have two tags; write the outer one as 'Fn::…:'") }
    switch context {
    case "while scanning a quoted scalar": return Problem(span(opening), "the quoted text is not closed")
    case "while parsing a quoted scalar": return Problem(span(place), "no escape that YAML knows; use single quotes")
    case "while scanning an alias": return Problem(span(opening), "a value can't begin with '*' unless it is quoted")
    case "while scanning an anchor": return Problem(span(opening), "a value can't begin with '&' unless it is quoted")
    case "while scanning a directive":
      return Problem(span(opening), "a line can't begin with '%' unless it is quoted")
    case "while scanning a simple key": return Problem(line(opening), "neither a key nor part of the value before it")
    case "while scanning a block scalar": return Problem(span(opening), "not a valid block text: \(plain(reason))")
    default: break
    }
    if reason == "found character that cannot start any token", place < bytes.count, bytes[place] < 0x80 {
      return Problem(
        span(place), "a value can't begin with '\(Character(UnicodeScalar(bytes[place])))' unless it is quoted")
    }
    return nil
  }

  /// An error between lines.
  private var structure: Problem? {
    switch reason {
    case "did not find expected key", "did not find expected '-' indicator":
      Problem(
        span(place), "this line fits neither the indentation nor the structure before it",
        related: [Label(span(opening), "the structure begins here")])
    case "mapping values are not allowed in this context":
      Problem(span(place), "a ':' can't stand here; quote the text or fix the indentation")
    case "block sequence entries are not allowed in this context":
      Problem(span(place), "a '-' can't stand here; begin the list on its own line")
    case "did not find expected <document start>":
      Problem(span(place), "text after the end of the document; '---' is missing, or the indentation is wrong")
    case "control characters are not allowed": Problem(span(place), "a control character in the text")
    default: nil
    }
  }

  /// libyaml's words without its brackets.
  private func plain(_ words: String) -> String { String(words.filter { $0 != "<" && $0 != ">" }) }

  private var isSecondTag: Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "!") else { return false }
    var index = place
    while index > 0, bytes[index - 1] == 0x20 { index -= 1 }
    let end = index
    while index > 0, !DocumentReader.isBlank(bytes[index - 1]), bytes[index] != UInt8(ascii: "!") { index -= 1 }
    return index < end && bytes[index] == UInt8(ascii: "!")
  }

  /// The tab before the first word of the line, where there is one.
  private var tabIndentation: Int? {
    guard context != "while scanning a quoted scalar" else { return nil }
    var index = lineStart(place)
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index < bytes.count && index <= place && bytes[index] == 0x09 ? index : nil
  }

  private func lineStart(_ offset: Int) -> Int {
    var index = min(offset, bytes.count)
    while index > 0, bytes[index - 1] != 0x0A, bytes[index - 1] != 0x0D { index -= 1 }
    return index
  }

  /// From an offset to the end of its line.
  private func line(_ offset: Int) -> Span {
    var end = min(offset, bytes.count)
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return Span(file: id, start: UInt32(clamping: min(offset, end)), end: UInt32(clamping: end))
  }

  /// From an offset to the next blank.
  private func word(_ offset: Int) -> Span {
    var end = min(offset, bytes.count)
    while end < bytes.count, !DocumentReader.isBlank(bytes[end]) { end += 1 }
    return Span(file: id, start: UInt32(clamping: min(offset, end)), end: UInt32(clamping: end))
  }

  /// The one character at an offset.
  private func span(_ offset: Int) -> Span {
    let start = min(offset, bytes.count)
    var end = min(start + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Span(file: id, start: UInt32(clamping: start), end: UInt32(clamping: end))
  }
}
