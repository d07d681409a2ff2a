import Diagnostics
import Infrastructure

/// What one statement lets an identity do to resources of one kind.
struct Grant {
  /// Which resources it means.
  enum Target: Hashable {
    case resource(ResourceID)
    /// Those whose name matches.
    case named(Text)
    /// All but those whose name matches and whose keys are all excluded.
    case allBut([Text])
  }

  let kind: ResourceKind
  /// IAM names in the order of the catalog.
  var actions: [String]
  let target: Target
  /// Object keys, for buckets.
  let keys: Text?
  /// The values that conditions allow for a bus event's source and detail type.
  let sources: [String]
  let detailTypes: [String]
  /// The functions that the statement is restricted to; nil means no restriction.
  let callers: [Text]?
  let isManaged: Bool
  let span: Span
  let source: String?
}

/// Reads the statements of a role as grants.
struct GrantReader {
  let graph: ResourceGraph
  let role: Role

  /// What the role's statements and managed policies allow, before any denial.
  func grants() -> [Grant] {
    var result: [Grant] = []
    for statement in role.statements where statement.effect == .allow {
      result += grants(of: statement, isManaged: false)
    }
    for policy in role.managedPolicies {
      for statement in ManagedPolicies.statements(policy) { result += grants(of: statement, isManaged: true) }
    }
    return result
  }

  private func grants(of statement: Statement, isManaged: Bool) -> [Grant] {
    let (actions, actionSpan) = GrantReader.actions(statement)
    guard !actions.isEmpty else { return [] }
    var result: [Grant] = []
    var kinds: [ResourceKind] = []
    for action in actions where !kinds.contains(action.kind) { kinds.append(action.kind) }
    for kind in kinds {
      let names = actions.filter { $0.kind == kind }.map(\.name)
      for target in targets(statement, kind: kind) {
        result.append(
          Grant(
            kind: kind, actions: names, target: target.target, keys: target.keys,
            sources: GrantReader.literals(statement, "events:source"),
            detailTypes: GrantReader.literals(statement, "events:detail-type"), callers: GrantReader.callers(statement),
            isManaged: isManaged, span: target.span ?? actionSpan, source: statement.source))
      }
    }
    return result
  }

  /// The loop-relevant actions of a statement in the catalog's order, and the text of the first pattern that gives one.
  private static func actions(_ statement: Statement) -> (actions: [WriteAction], span: Span) {
    switch statement.actions {
    case .only(let patterns):
      if patterns.count == 1, let only = patterns.first { return (WriteAction.matching(only.value), only.span) }
      var names: Set<String> = []
      var span = statement.span
      for pattern in patterns {
        let matched = WriteAction.matching(pattern.value)
        if names.isEmpty, !matched.isEmpty { span = pattern.span }
        for action in matched { names.insert(action.name) }
      }
      return (names.isEmpty ? [] : WriteAction.catalog.filter { names.contains($0.name) }, span)
    case .allBut(let patterns):
      let excluded = Set(patterns.flatMap { WriteAction.matching($0.value).map(\.name) })
      return (WriteAction.catalog.filter { !excluded.contains($0.name) }, statement.span)
    }
  }

  private func targets(_ statement: Statement, kind: ResourceKind) -> [(target: Grant.Target, keys: Text?, span: Span?)]
  {
    switch statement.resources {
    case .only(let patterns):
      return patterns.compactMap { pattern in
        guard let part = ResourcePart(pattern.value, kind: kind, in: graph) else { return nil }
        if kind == .bucket, part.keys == nil { return nil }
        if !NamePattern.hasWildcard(part.name),
          let id = graph.find(kind: kind, name: part.name, scope: role.scope)
        {
          return (.resource(id), part.keys, pattern.span)
        }
        return NamePattern.hasWildcard(part.name) ? (.named(part.name), part.keys, pattern.span) : nil
      }
    case .allBut(let patterns):
      let excluded = patterns.compactMap { pattern -> Text? in
        guard let part = ResourcePart(pattern.value, kind: kind, in: graph) else { return nil }
        return kind == .bucket && part.keys?.raw != "*" ? nil : part.name
      }
      return [(.allBut(excluded), kind == .bucket ? "*" : nil, patterns.first?.span ?? statement.span)]
    }
  }

  /// The literal values of a condition key; empty where there is none or a value isn't known.
  private static func literals(_ statement: Statement, _ key: String) -> [String] {
    for condition in statement.conditions where condition.key.lowercased() == key {
      let test = condition.test.lowercased()
      guard test.hasSuffix("stringequals") || test.hasSuffix("stringlike") || test.hasSuffix("stringequalsifexists")
      else { continue }
      let known = condition.values.compactMap(\.known).filter { !$0.contains("*") && !$0.contains("?") }
      return known.count == condition.values.count ? known : []
    }
    return []
  }

  private static func callers(_ statement: Statement) -> [Text]? {
    statement.conditions.first {
      $0.key.lowercased() == "lambda:sourcefunctionarn" && !$0.test.lowercased().contains("not")
    }?
    .values
  }
}

/// The name and keys in a statement's resource, as far as a kind is concerned.
struct ResourcePart {
  let name: Text
  /// For buckets: the key glob, or nil where the resource is the bucket itself, which grants nothing about objects.
  let keys: Text?

  init?(_ text: Text, kind: ResourceKind, in graph: ResourceGraph) {
    if text.raw.utf8.allSatisfy({ $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ":") }), !text.isEmpty {
      name = "*"
      keys = "*"
      return
    }
    var text = text
    if !text.raw.hasPrefix("arn:"), text.hasSymbols { text = graph.assumed(text) }
    guard let locator = Locator.parse(text, expecting: kind), locator.kind == kind else { return nil }
    if kind == .table || kind == .stream || kind == .queue || kind == .bus, let rest = locator.rest, rest.raw != "*" {
      return nil
    }
    if text.raw.hasPrefix("arn:") {
      name = locator.name
      keys = locator.rest ?? (NamePattern.hasWildcard(locator.name) ? "*" : nil)
    } else {
      let parts = locator.name.split(on: "/", maxSplits: 1)
      name = kind == .bucket ? parts[0] : locator.name
      keys = parts.count > 1 ? parts[1] : nil
    }
  }
}
