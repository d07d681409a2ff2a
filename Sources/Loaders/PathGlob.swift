/// Shell patterns: `*` and `?` stay inside one part of a path, `**` does not.
package enum PathGlob {
  private static let slash = UInt8(ascii: "/")
  private static let star = UInt8(ascii: "*")

  package static func matches(_ pattern: String, _ text: String) -> Bool {
    matches(Array(pattern.utf8), Array(text.utf8))
  }

  /// Where matching goes on after a star turned out to end too early.
  private struct Retry {
    let pattern: Int
    var text: Int
    /// Whether what the star stands for ends with a slash or is nothing, as in `**/`.
    var endsAtSlash = false
  }

  /// Whether all of a text matches; only the last star of each sort is tried again, so it ends in good time.
  package static func matches(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
    var at = 0
    var position = 0
    var retry: Retry?
    var deepRetry: Retry?
    while position < text.count || at < pattern.count {
      if at < pattern.count, pattern[at] == star {
        if at + 1 < pattern.count, pattern[at + 1] == star {
          let endsAtSlash = at + 2 < pattern.count && pattern[at + 2] == slash
          at += endsAtSlash ? 3 : 2
          deepRetry = Retry(pattern: at, text: position, endsAtSlash: endsAtSlash)
          retry = nil
        } else {
          at += 1
          retry = Retry(pattern: at, text: position)
        }
      } else if at < pattern.count, position < text.count, let next = step(pattern, at, text[position]) {
        at = next
        position += 1
      } else if let last = retry, last.text < text.count, text[last.text] != slash {
        retry = Retry(pattern: last.pattern, text: last.text + 1)
        (at, position) = (last.pattern, last.text + 1)
      } else if var last = deepRetry, last.text < text.count {
        last.text += 1
        while last.endsAtSlash, last.text < text.count, text[last.text - 1] != slash { last.text += 1 }
        deepRetry = last
        retry = nil
        (at, position) = (last.pattern, last.text)
      } else {
        return false
      }
    }
    return true
  }

  /// The place in the pattern after one that takes a byte; nil when it doesn't take it.
  private static func step(_ pattern: [UInt8], _ at: Int, _ byte: UInt8) -> Int? {
    switch pattern[at] {
    case UInt8(ascii: "?"): return byte == slash ? nil : at + 1
    case UInt8(ascii: "["):
      guard let end = pattern[(at + 1)...].dropFirst().firstIndex(of: UInt8(ascii: "]")) else {
        return byte == pattern[at] ? at + 1 : nil
      }
      return byte != slash && isInClass(pattern[(at + 1)..<end], byte) ? end + 1 : nil
    case UInt8(ascii: "\\") where at + 1 < pattern.count: return byte == pattern[at + 1] ? at + 2 : nil
    default: return byte == pattern[at] ? at + 1 : nil
    }
  }

  private static func isInClass(_ members: ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
    var rest = members
    let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
    if isNegated { rest = rest.dropFirst() }
    var isFound = false
    while let low = rest.popFirst() {
      if rest.count >= 2, rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
        if let high = rest.popFirst(), low <= high, (low...high).contains(byte) { isFound = true }
      } else if low == byte {
        isFound = true
      }
    }
    return isFound != isNegated
  }
}
