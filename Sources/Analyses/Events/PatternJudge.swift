import Infrastructure

/// Holds what is known of an event against a pattern.
///
/// Source: EventBridge User Guide, "Comparison operators for use in event patterns", 2026-11.
struct PatternJudge {
  let graph: ResourceGraph
  /// The stack of the patterns: names of unknown parts alone mean its own resources and no others.
  var scope: String?

  func verdict(_ fields: [EventPattern.Field], _ value: EventValue) -> Verdict {
    fields.map { verdict($0, value) }.min() ?? .surely
  }

  private func verdict(_ field: EventPattern.Field, _ value: EventValue) -> Verdict {
    switch field {
    case .object(let name, let fields): verdict(fields, value[name])
    case .leaf(let name, let matchers): matchers.map { verdict($0, value[name]) }.max() ?? .never
    case .anyOf(let alternatives): alternatives.map { verdict($0, value) }.max() ?? .never
    case .unresolved: .maybe
    }
  }

  private func verdict(_ matcher: EventPattern.Matcher, _ value: EventValue) -> Verdict {
    switch value {
    case .absent:
      switch matcher {
      case .exists(false): .surely
      case .unresolved: .maybe
      case .exists(true), .equals, .prefix, .suffix, .equalsIgnoringCase, .wildcard, .anythingBut,
        .anythingButMatching, .numeric, .cidr:
        .never
      }
    case .unknown, .object: .maybe
    case .anyText: verdict(matcher, texts: [.everything])
    case .sourceOfCode: verdictOnSource(matcher)
    case .texts(let globs): verdict(matcher, texts: globs)
    case .resource(let id, let text): verdict(matcher, resource: id, text)
    }
  }

  /// A source that code chooses is any text that doesn't begin with `aws.`.
  private func verdictOnSource(_ matcher: EventPattern.Matcher) -> Verdict {
    guard let accepted = accepted(matcher) else { return verdict(matcher, texts: [.everything]) }
    let reserved = Glob.prefix("aws.")
    return reserved.covers(accepted) ? .never : min(.maybe, verdict(matcher, texts: [.everything]))
  }

  private func verdict(_ matcher: EventPattern.Matcher, resource: ResourceID, _ text: Text) -> Verdict {
    guard case .equals(.string(let wanted)) = matcher else { return verdict(matcher, texts: [Glob(literal: text)]) }
    let home = graph.scope(of: resource)
    switch PatternJudge.meaning(of: wanted, graph.kind(of: resource), in: graph, scope: scope ?? home) {
    case .resource(let id): return id == resource ? .surely : .never
    case .ofScope(let scope) where scope != home: return .never
    case .ofScope, .open: return verdict(matcher, texts: [Glob(literal: text)])
    }
  }

  /// What a pattern means by a name.
  enum Meaning {
    case resource(ResourceID)
    /// Something that has a name of unknown parts alone, which holds good inside one stack only.
    case ofScope(String)
    case open
  }

  static func meaning(of text: Text, _ kind: ResourceKind, in graph: ResourceGraph, scope: String) -> Meaning {
    if let id = graph.resource(text, expecting: kind, scope: scope) { return .resource(id) }
    let name = Locator.parse(text, expecting: kind)?.name ?? text
    return name.hasLiteralPart || name.raw.utf8.contains(UInt8(ascii: "#")) ? .open : .ofScope(scope)
  }

  /// Whether a field of a pattern accepts nothing but what some globs have.
  func asksOnly(for globs: [Glob], at name: String, _ pattern: EventPattern) -> Bool {
    guard !globs.isEmpty else { return false }
    return pattern.fields.contains { field in
      guard case .leaf(let key, let matchers) = field, key == name else { return false }
      return matchers.allSatisfy { matcher in
        accepted(matcher).map { wanted in globs.contains { $0.covers(wanted) } } ?? false
      }
    }
  }

  /// The texts that a positive matcher accepts; nil for any other.
  private func accepted(_ matcher: EventPattern.Matcher) -> Glob? {
    switch matcher {
    case .equals(.string(let text)): Glob(literal: text)
    case .prefix(let text, ignoringCase: false): .prefix(text)
    case .suffix(let text, ignoringCase: false): .suffix(text)
    case .wildcard(let text): Glob(wildcard: text)
    case .equals, .prefix, .suffix, .equalsIgnoringCase, .anythingBut, .anythingButMatching, .exists, .numeric, .cidr,
      .unresolved:
      nil
    }
  }

  private func verdict(_ matcher: EventPattern.Matcher, texts: [Glob]) -> Verdict {
    if let accepted = accepted(matcher) { return membership(of: texts, in: accepted) }
    switch matcher {
    case .prefix(let text, _): return membership(of: texts.map(\.lowercased), in: Glob.prefix(text).lowercased)
    case .suffix(let text, _): return membership(of: texts.map(\.lowercased), in: Glob.suffix(text).lowercased)
    case .equalsIgnoringCase(let text):
      return membership(of: texts.map(\.lowercased), in: Glob(literal: text).lowercased)
    case .anythingBut(let scalars):
      return scalars.map { verdict(.equals($0), texts: texts) }.max()?.opposite ?? .surely
    case .anythingButMatching(let matchers):
      return matchers.map { verdict($0, texts: texts) }.max()?.opposite ?? .surely
    case .exists(let exists): return exists ? .surely : .never
    case .equals, .numeric: return .never
    case .cidr, .unresolved, .wildcard: return .maybe
    }
  }

  /// Whether a text that one of the patterns describes is one of those accepted.
  private func membership(of texts: [Glob], in accepted: Glob) -> Verdict {
    if !texts.isEmpty, texts.allSatisfy({ accepted.covers($0) }) { return .surely }
    return texts.contains { accepted.intersects($0) } ? .maybe : .never
  }
}

extension PatternJudge {
  /// What an event must be to pass, such as "have the source 'orders'": the first condition that is open.
  func openCondition(_ fields: [EventPattern.Field], _ value: EventValue, path: [String] = []) -> String? {
    for field in fields where verdict(field, value) != .surely {
      switch field {
      case .leaf(let name, let matchers): return "have \(describe(path + [name], matchers))"
      case .object(let name, let inner):
        // Patterns are as deep as the file that holds them; a sentence needs three levels at most.
        guard path.count < 3 else { return "match on '\(name)'" }
        return openCondition(inner, value[name], path: path + [name])
      case .anyOf, .unresolved: return nil
      }
    }
    return nil
  }

  private func describe(_ path: [String], _ matchers: [EventPattern.Matcher]) -> String {
    let field = path.joined(separator: ".")
    guard matchers.count == 1, let matcher = matchers.first else { return "one of the values listed for '\(field)'" }
    switch matcher {
    case .equals(.string(let text)): return "\(field) '\(text)'"
    case .prefix(let text, _): return "\(field) '\(text)*'"
    case .suffix(let text, _): return "\(field) '*\(text)'"
    case .equalsIgnoringCase(let text), .wildcard(let text): return "\(field) '\(text)'"
    case .exists(false): return "no \(field)"
    case .equals, .anythingBut, .anythingButMatching, .exists, .numeric, .cidr, .unresolved:
      return "the right '\(field)'"
    }
  }
}

extension Glob {
  /// EventBridge's `wildcard`: only `*` is special, and `\*` is a plain asterisk.
  init(wildcard text: Text) {
    self.init(items: [])
    var isEscaped = false
    for item in Glob(literal: text).items {
      switch item {
      case .byte(UInt8(ascii: "\\")) where !isEscaped: isEscaped = true
      case .byte(UInt8(ascii: "*")) where !isEscaped:
        if items.last != .run { items.append(.run) }
      case .byte, .anyByte, .run, .symbol:
        items.append(item)
        isEscaped = false
      }
    }
  }
}
