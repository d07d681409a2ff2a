import Diagnostics
import Infrastructure

/// Writes names, filters and statements into a graph file, and keeps the symbols that were used in them.
struct GraphTexts {
  private var symbols: Set<String> = []

  mutating func callAsFunction(_ text: Text) -> JSON {
    if text.hasSymbols {
      for case .symbol(let symbol) in text.pieces { symbols.insert(symbol) }
    }
    return .string(text.raw)
  }

  private mutating func list(_ texts: [Text]) -> JSON { .array(texts.map { self($0) }) }

  /// The values that the symbols have unless somebody overrides them, and the region, which decides prices.
  func defaults(in graph: ResourceGraph) -> [(String, JSON)] {
    symbols.union(["AWS::Region"]).sorted().compactMap { symbol in
      graph.assumptions[symbol].map { (symbol, .string($0)) }
    }
  }

  /// A member for a setting that is written; what can't be known is an object that says why.
  static func setting<Value>(
    _ key: String, _ setting: Setting<Value>, _ encode: (Value) -> JSON
  ) -> [(String, JSON)] {
    switch setting {
    case .unset: []
    case .known(let value, _): [(key, encode(value))]
    case .unresolved(_, let why): [(key, .object([("unknown", .string(why.rawValue))]))]
    }
  }
}

extension GraphTexts {
  /// What an event must be like to pass; nil where all do.
  mutating func filter(_ filter: EventFilter) -> JSON? {
    switch filter {
    case .all: return nil
    case .objects(let objects):
      var members: [(String, JSON)] = [("events", list(objects.events.map(\.value)))]
      members += GraphTexts.setting("prefix", objects.prefix) { self($0) }
      members += GraphTexts.setting("suffix", objects.suffix) { self($0) }
      return .object([("objects", .object(members))])
    case .patterns(let patterns): return .object([("patterns", .array(patterns.map { fields($0.fields) }))])
    case .message(let pattern, let overBody):
      return .object([(overBody ? "body" : "attributes", fields(pattern.fields))])
    case .logLines(let pattern): return .object([("logLines", self(pattern))])
    case .calls(let names): return .object([("calls", .array(names.map(JSON.string)))])
    case .recipients(let addresses): return .object([("recipients", list(addresses))])
    case .unresolved: return .object([("unknown", .bool(true))])
    }
  }

  mutating func emission(_ emission: Emission) -> JSON {
    .object([
      ("actions", .array(emission.actions.map(JSON.string))), ("keys", list(emission.keys)),
      ("sources", .array(emission.sources.map(JSON.string))),
      ("detailTypes", .array(emission.detailTypes.map(JSON.string))),
    ])
  }

  /// A pattern as AWS writes it; what can't be known is null.
  private mutating func fields(_ fields: [EventPattern.Field]) -> JSON {
    .object(
      fields.map { field in
        switch field {
        case .object(let name, let inner): (name, self.fields(inner))
        case .leaf(let name, let matchers): (name, .array(matchers.map { matcher($0) }))
        case .anyOf(let alternatives): ("$or", .array(alternatives.map { self.fields($0) }))
        case .unresolved(let name): (name, .null)
        }
      })
  }

  private mutating func matcher(_ matcher: EventPattern.Matcher) -> JSON {
    func one(_ key: String, _ value: JSON) -> JSON { .object([(key, value)]) }
    func affix(_ key: String, _ text: JSON, _ ignoringCase: Bool) -> JSON {
      one(key, ignoringCase ? one("equals-ignore-case", text) : text)
    }
    switch matcher {
    case .equals(let scalar): return self.scalar(scalar)
    case .prefix(let text, let ignoringCase): return affix("prefix", self(text), ignoringCase)
    case .suffix(let text, let ignoringCase): return affix("suffix", self(text), ignoringCase)
    case .equalsIgnoringCase(let text): return one("equals-ignore-case", self(text))
    case .wildcard(let text): return one("wildcard", self(text))
    case .anythingBut(let scalars): return one("anything-but", .array(scalars.map { self.scalar($0) }))
    case .anythingButMatching(let matchers): return one("anything-but", negated(matchers))
    case .exists(let exists): return one("exists", .bool(exists))
    case .numeric(let bounds):
      return one("numeric", .array(bounds.flatMap { [.string($0.comparison), .double($0.value)] }))
    case .cidr(let range): return one("cidr", .string(range))
    case .unresolved: return one("unknown", .bool(true))
    }
  }

  /// What must not match: texts for one operator, which all of them share.
  private mutating func negated(_ matchers: [EventPattern.Matcher]) -> JSON {
    var operation = "unknown"
    let texts = matchers.map { matcher -> JSON in
      switch matcher {
      case .prefix(let text, _):
        operation = "prefix"
        return self(text)
      case .suffix(let text, _):
        operation = "suffix"
        return self(text)
      case .equalsIgnoringCase(let text):
        operation = "equals-ignore-case"
        return self(text)
      case .wildcard(let text):
        operation = "wildcard"
        return self(text)
      case .equals, .anythingBut, .anythingButMatching, .exists, .numeric, .cidr, .unresolved: return .null
      }
    }
    return .object([(operation, .array(texts))])
  }

  private mutating func scalar(_ scalar: EventPattern.Scalar) -> JSON {
    switch scalar {
    case .string(let text): self(text)
    case .number(let number): .double(number)
    case .bool(let bool): .bool(bool)
    case .null: .null
    }
  }
}

extension GraphTexts {
  /// The place of a statement: its first resource, as that is what says where it may write.
  static func span(of statement: Statement) -> Span {
    switch statement.resources {
    case .only(let listed), .allBut(let listed): listed.first?.span ?? statement.span
    }
  }

  mutating func statement(_ statement: Statement) -> [(String, JSON)] {
    var members: [(String, JSON)] = [("effect", .string(statement.effect == .allow ? "Allow" : "Deny"))]
    switch statement.actions {
    case .only(let listed): members.append(("actions", .array(listed.map { .string($0.value) })))
    case .allBut(let excluded): members.append(("notActions", .array(excluded.map { .string($0.value) })))
    }
    switch statement.resources {
    case .only(let listed): members.append(("resources", list(listed.map(\.value))))
    case .allBut(let excluded): members.append(("notResources", list(excluded.map(\.value))))
    }
    if !statement.conditions.isEmpty {
      members.append(("conditions", .array(statement.conditions.map { condition($0) })))
    }
    if let source = statement.source { members.append(("source", .string(source))) }
    if statement.isForAll { members.append(("everybody", .bool(true))) }
    if statement.certainty != .exact { members.append(("certainty", .string(statement.certainty.rawValue))) }
    return members
  }

  private mutating func condition(_ condition: Statement.Condition) -> JSON {
    .object([
      ("test", .string(condition.test)), ("key", .string(condition.key)), ("values", list(condition.values)),
    ])
  }
}
