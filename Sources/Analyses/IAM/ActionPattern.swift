/// The `*` and `?` of IAM actions, whose letters have no case.
package struct ActionPattern {
  private let pattern: [UInt8]

  package init(_ pattern: String) { self.pattern = Array(pattern.lowercased().utf8) }

  package static func matches(_ pattern: String, _ action: String) -> Bool {
    guard mayBegin(pattern.utf8.first, like: action.utf8.first) else { return false }
    return ActionPattern(pattern).matches(lowercased: Array(action.lowercased().utf8))
  }

  /// What mostly says no at once: whether the first letter of an action is one that the pattern may begin with.
  func mayBegin(like text: [UInt8]) -> Bool { ActionPattern.mayBegin(pattern.first, like: text.first) }

  private static func mayBegin(_ pattern: UInt8?, like action: UInt8?) -> Bool {
    guard let pattern, let action, pattern < 0x80, pattern != UInt8(ascii: "*"), pattern != UInt8(ascii: "?") else {
      return true
    }
    return pattern | 0x20 == action | 0x20
  }

  /// Whether it means an action, which is given in lower case.
  func matches(lowercased text: [UInt8]) -> Bool {
    var (p, t) = (0, 0)
    var retry: (p: Int, t: Int)?
    while t < text.count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        retry = (p + 1, t)
        p += 1
      } else if p < pattern.count, pattern[p] == text[t] || pattern[p] == UInt8(ascii: "?") {
        p += 1
        t += 1
      } else if let last = retry {
        retry = (last.p, last.t + 1)
        p = last.p
        t = last.t + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
