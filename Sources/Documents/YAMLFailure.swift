import CLibYAML
import Diagnostics

/// libyaml's error in plain words, at the exact place.
struct YAMLFailure {
  private let place: Int
  private let opening: Int
  private let reason: String
  private let context: String
  private let bytes: UnsafeBufferPointer<UInt8>
  private let id: FileID

  init(_ parser: yaml_parser_t, _ bytes: UnsafeBufferPointer<UInt8>, _ offsets: ByteOffsets, _ id: FileID) {
    self.bytes = bytes
    self.id = id
    reason = parser.problem.map { String(cString: $0) } ?? "not valid YAML"
    context = parser.context.map { String(cString: $0) } ?? ""
    let mark = Int(clamping: parser.problem_mark.index)
    place = parser.error == YAML_READER_ERROR ? Int(clamping: parser.problem_offset) : offsets.byte(mark)
    opening = offsets.byte(Int(clamping: parser.context_mark.index))
  }

  var problem: Problem {
    let span = span(place)
    let character = place < bytes.count ? bytes[place] : 0
    if isTabIndentation { return Problem(span, "tab used as indentation; YAML indents with spaces") }
    switch context {
    case "while parsing a flow sequence": return Problem(span, "'[' is not closed", related: [opened])
    case "while parsing a flow mapping": return Problem(span, "'{' is not closed", related: [opened])
    case "while scanning a quoted scalar": return Problem(self.span(opening), "the quoted text is not closed")
    case "while scanning an alias":
      return Problem(self.span(opening), "a value can't begin with '*' unless it is quoted")
    default: break
    }
    if reason == "found character that cannot start any token", character != 0 {
      return Problem(span, "a value can't begin with '\(Character(UnicodeScalar(character)))' unless it is quoted")
    }
    if reason == "did not find expected key" || reason == "did not find expected '-' indicator" {
      return Problem(span, "this line fits neither the indentation nor the structure before it", related: [began])
    }
    if reason == "mapping values are not allowed in this context" {
      return Problem(span, "a ':' can't stand here; quote the text or fix the indentation")
    }
    return Problem(span, reason)
  }

  private var opened: Label { Label(span(opening), "opened here") }
  private var began: Label { Label(span(opening), "the structure begins here") }

  private var isTabIndentation: Bool {
    guard place < bytes.count else { return false }
    var index = place
    while index > 0, bytes[index - 1] != 0x0A, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
    guard index == 0 || bytes[index - 1] == 0x0A else { return false }
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index < bytes.count && bytes[index] == 0x09
  }

  private func span(_ offset: Int) -> Span {
    Span(
      file: id, start: UInt32(clamping: min(offset, bytes.count)), end: UInt32(clamping: min(offset + 1, bytes.count)))
  }
}
