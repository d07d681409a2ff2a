package import Documents
package import Infrastructure

/// Reads event patterns of rules, pipes, event source mappings and SNS filter policies.
package enum EventPatternReader {
  private static let maximumDepth = 32

  /// The pattern of a mapping; nil where the node is none.
  package static func pattern(_ node: Node?, using evaluator: some Evaluator) -> EventPattern? {
    guard let node, let mapping = evaluator.mapping(node) else { return nil }
    return EventPattern(fields: fields(mapping, using: evaluator, depth: 0), span: node.span)
  }

  /// The pattern in a JSON string or a mapping; nil where it can't be read.
  package static func patternOrJSON(_ node: Node?, using evaluator: some Evaluator) -> EventPattern? {
    guard let node else { return nil }
    if let pattern = pattern(node, using: evaluator) { return pattern }
    guard let text = evaluator.text(node), let tree = EmbeddedJSON.read(text.raw, span: node.span) else { return nil }
    return pattern(tree, using: LiteralEvaluator())
  }

  /// The filter of `FilterCriteria.Filters[].Pattern`; all where there is none.
  package static func filterCriteria(_ criteria: Node?, using evaluator: some Evaluator) -> EventFilter {
    guard let criteria, !criteria.isNull else { return .all }
    guard let mapping = evaluator.mapping(criteria) else { return .unresolved(criteria.span) }
    let filters = evaluator.items(mapping["Filters"])
    if filters.isEmpty { return .all }
    var patterns: [EventPattern] = []
    for filter in filters {
      guard let pattern = patternOrJSON(evaluator.value(filter, "Pattern"), using: evaluator) else {
        return .unresolved(criteria.span)
      }
      patterns.append(pattern)
    }
    return .patterns(patterns)
  }

  private static func fields(_ node: Node, using evaluator: some Evaluator, depth: Int) -> [EventPattern.Field] {
    node.entries.map { entry in field(entry, using: evaluator, depth: depth) }
  }

  private static func field(
    _ entry: Node.Entry, using evaluator: some Evaluator, depth: Int
  ) -> EventPattern.Field {
    guard depth < maximumDepth else { return .unresolved(name: entry.key) }
    if entry.key == "$or" {
      return .anyOf(
        evaluator.items(entry.value).map { item in
          evaluator.mapping(item).map { fields($0, using: evaluator, depth: depth + 1) } ?? []
        })
    }
    if entry.value.isSequence {
      return .leaf(name: entry.key, matchers: evaluator.items(entry.value).map { matcher($0, using: evaluator) })
    }
    if let mapping = evaluator.mapping(entry.value) {
      return .object(name: entry.key, fields: fields(mapping, using: evaluator, depth: depth + 1))
    }
    return .unresolved(name: entry.key)
  }

  private static func matcher(_ node: Node, using evaluator: some Evaluator) -> EventPattern.Matcher {
    if let scalar = scalar(node, using: evaluator) { return .equals(scalar) }
    guard let operation = evaluator.mapping(node)?.onlyEntry else { return .unresolved }
    let value = operation.value
    switch operation.key {
    case "prefix": return affix(value, using: evaluator, EventPattern.Matcher.prefix)
    case "suffix": return affix(value, using: evaluator, EventPattern.Matcher.suffix)
    case "equals-ignore-case": return evaluator.text(value).map { .equalsIgnoringCase($0) } ?? .unresolved
    case "wildcard": return evaluator.text(value).map { .wildcard($0) } ?? .unresolved
    case "exists": return value.bool.map { .exists($0) } ?? .unresolved
    case "numeric": return numeric(value) ?? .unresolved
    case "cidr": return evaluator.text(value).map { .cidr($0.raw) } ?? .unresolved
    case "anything-but": return anythingBut(value, using: evaluator)
    default: return .unresolved
    }
  }

  private static func affix(
    _ value: Node, using evaluator: some Evaluator, _ make: (Text, Bool) -> EventPattern.Matcher
  ) -> EventPattern.Matcher {
    if let folded = evaluator.mapping(value)?["equals-ignore-case"].flatMap(evaluator.text) {
      return make(folded, true)
    }
    return evaluator.text(value).map { make($0, false) } ?? .unresolved
  }

  private static func anythingBut(_ value: Node, using evaluator: some Evaluator) -> EventPattern.Matcher {
    if let operation = evaluator.mapping(value)?.onlyEntry {
      let negated = evaluator.items(operation.value).map { item -> EventPattern.Matcher in
        guard let text = evaluator.text(item) else { return .unresolved }
        switch operation.key {
        case "prefix": return .prefix(text, ignoringCase: false)
        case "suffix": return .suffix(text, ignoringCase: false)
        case "equals-ignore-case": return .equalsIgnoringCase(text)
        case "wildcard": return .wildcard(text)
        default: return .unresolved
        }
      }
      return .anythingButMatching(negated)
    }
    let scalars = evaluator.items(value).map { scalar($0, using: evaluator) }
    return scalars.contains { $0 == nil } ? .unresolved : .anythingBut(scalars.compactMap { $0 })
  }

  private static func numeric(_ value: Node) -> EventPattern.Matcher? {
    let parts = value.items
    guard parts.count >= 2, parts.count.isMultiple(of: 2) else { return nil }
    var bounds: [EventPattern.NumericBound] = []
    for index in stride(from: 0, to: parts.count, by: 2) {
      guard let comparison = parts[index].text, let number = parts[index + 1].double else { return nil }
      bounds.append(EventPattern.NumericBound(comparison, number))
    }
    return .numeric(bounds)
  }

  private static func scalar(_ node: Node, using evaluator: some Evaluator) -> EventPattern.Scalar? {
    switch node.content {
    case .null: return .null
    case .scalar(let scalar):
      if scalar.style == .plain, let bool = node.bool { return .bool(bool) }
      if scalar.style == .plain, let number = node.double { return .number(number) }
      return evaluator.text(node).map { .string($0) }
    case .mapping, .sequence:
      guard let text = evaluator.text(node) else { return nil }
      return .string(text)
    }
  }
}
