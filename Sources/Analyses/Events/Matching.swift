import Infrastructure

/// Whether something holds: surely, surely not, or not to be known.
enum Answer: Equatable {
  case yes
  case no
  case maybe

  static func && (left: Answer, right: Answer) -> Answer {
    left == .no || right == .no ? .no : left == .yes && right == .yes ? .yes : .maybe
  }

  static func || (left: Answer, right: Answer) -> Answer {
    left == .yes || right == .yes ? .yes : left == .no && right == .no ? .no : .maybe
  }

  static prefix func ! (answer: Answer) -> Answer {
    switch answer {
    case .yes: .no
    case .no: .yes
    case .maybe: .maybe
    }
  }
}

extension EventPattern.Matcher {
  /// Whether a string of an event satisfies the matcher.
  func matches(_ text: Text) -> Answer {
    switch self {
    case .equals(.string(let wanted)): return Self.equal(wanted, text)
    case .equals(.number), .equals(.bool), .equals(.null): return .no
    case .equalsIgnoringCase(let wanted): return Self.equal(Text(wanted.raw.lowercased()), Text(text.raw.lowercased()))
    case .prefix(let prefix, let ignoringCase): return Self.affix(prefix, text, ignoringCase) { $0.hasPrefix($1) }
    case .suffix(let suffix, let ignoringCase): return Self.affix(suffix, text, ignoringCase) { $0.hasSuffix($1) }
    case .wildcard(let pattern):
      guard !pattern.hasSymbols, !text.hasSymbols else { return .maybe }
      return Glob.matches(pattern: Array(pattern.raw.utf8), Array(text.raw.utf8)) ? .yes : .no
    case .anythingBut(let scalars):
      return scalars.reduce(Answer.yes) { $0 && !EventPattern.Matcher.equals($1).matches(text) }
    case .anythingButMatching(let matchers): return matchers.reduce(Answer.yes) { $0 && !$1.matches(text) }
    case .exists(let wanted): return wanted ? .yes : .no
    case .numeric: return .no
    case .cidr, .unresolved: return .maybe
    }
  }

  private static func equal(_ left: Text, _ right: Text) -> Answer {
    left == right ? .yes : left.hasSymbols || right.hasSymbols ? .maybe : .no
  }

  private static func affix(_ affix: Text, _ text: Text, _ folds: Bool, _ test: (String, String) -> Bool) -> Answer {
    if test(text.raw, affix.raw) { return .yes }
    guard !affix.hasSymbols, !text.hasSymbols else { return .maybe }
    return folds && test(text.raw.lowercased(), affix.raw.lowercased()) ? .yes : .no
  }
}

extension [EventPattern.Matcher] {
  /// Whether one of the alternatives is satisfied by the string.
  func match(_ text: Text) -> Answer { reduce(Answer.no) { $0 || $1.matches(text) } }

  /// Whether one of the alternatives is satisfied by some of the strings; yes where it is by all of them.
  func match(anyOf texts: [Text]) -> Answer {
    let answers = texts.map(match)
    if answers.allSatisfy({ $0 == .yes }) { return .yes }
    return answers.allSatisfy { $0 == .no } ? .no : .maybe
  }
}
