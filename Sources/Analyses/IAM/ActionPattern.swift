/// The `*` and `?` of IAM actions, whose letters have no case.
package struct ActionPattern {
  private let pattern: [UInt8]

  package init(_ pattern: String) { self.pattern = Array(pattern.lowercased().utf8) }

  package static func matches(_ pattern: String, _ action: String) -> Bool {
    ActionPattern(pattern).matches(lowercased: Array(action.lowercased().utf8))
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
