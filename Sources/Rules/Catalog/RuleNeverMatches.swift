import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A pattern that no event can match keeps its targets asleep, and one of S3 without a bucket wakes them for all.
  static let ruleNeverMatches = Rule(
    id: "rule-never-matches",
    title: "EventBridge rule that never fires, or always",
    severity: .warning,
    since: "0.1",
    check: .wholeGraph { facts, report in
      let relations = facts.graph.relations
      for position in relations.indices where relations[position].via == .rulePattern {
        let relation = relations[position]
        guard relation.isEnabled.value != false, case .patterns(let patterns) = relation.filter,
          !facts.graph[relation.to].isGenerated
        else { continue }
        for pattern in patterns { reportPattern(pattern, of: relation, facts.graph, &report) }
      }
    }
  )
}

private func reportPattern(
  _ pattern: EventPattern, of relation: Relation, _ graph: ResourceGraph, _ report: inout Report
) {
  let name = graph[relation.to].name
  if let flaw = flaw(in: pattern, of: relation, graph) {
    report(
      "rule '\(name)' never fires: \(flaw.reason)", at: pattern.span, resource: relation.to, confidence: .likely,
      help: flaw.help)
  } else if pattern.sources == ["aws.s3"], pattern.isAboutObjects,
    !pattern.fields.contains(where: \.namesBucket)
  {
    report(
      "rule '\(name)' fires for objects of every bucket in the account", at: pattern.span, resource: relation.to,
      severity: .info, confidence: .likely, help: "add detail.bucket.name to the pattern")
  }
}

private struct Flaw {
  let reason: String
  let help: String
}

private func flaw(in pattern: EventPattern, of relation: Relation, _ graph: ResourceGraph) -> Flaw? {
  if let literal = pattern.fields.lazy.compactMap(\.literalWildcard).first {
    return Flaw(reason: "'\(literal)' is taken literally", help: "use a prefix or wildcard matcher")
  }
  if pattern.fields.contains(where: \.isEmpty) {
    return Flaw(reason: "a field lists no value at all", help: "list the values to match, or leave the field out")
  }
  let bus = graph[relation.from]
  let isCustom = !bus.isExternal && bus.kind == .bus && bus.physicalName.raw != "default"
  let isFed = graph.relations(to: bus.id).contains { graph[$0].kind == .forward }
  if isCustom, !isFed, let sources = pattern.sources, !sources.isEmpty, sources.allSatisfy({ $0.hasPrefix("aws.") }) {
    return Flaw(
      reason: "AWS's own events go to the default bus only", help: "put the rule on the default bus, or forward from it"
    )
  }
  return nil
}

extension EventPattern {
  /// The literal values of `source`; nil when it is missing or holds other matchers.
  fileprivate var sources: [String]? {
    for case .leaf("source", let matchers) in fields {
      return matchers.compactMap { matcher in
        if case .equals(.string(let text)) = matcher { text.known } else { nil }
      }
    }
    return nil
  }
}

extension EventPattern {
  /// Whether it asks for what happens to objects, not for calls of the API.
  fileprivate var isAboutObjects: Bool {
    for case .leaf("detail-type", let matchers) in fields {
      return matchers.contains { matcher in
        if case .equals(.string(let text)) = matcher { text.raw.hasPrefix("Object") } else { false }
      }
    }
    return true
  }
}

extension EventPattern.Field {
  fileprivate var isEmpty: Bool {
    switch self {
    case .leaf(_, let matchers): matchers.isEmpty
    case .object, .anyOf, .unresolved: false
    }
  }

  /// An equality on `source` or `detail-type` that has a `*` in it.
  fileprivate var literalWildcard: String? {
    guard case .leaf(let name, let matchers) = self, name == "source" || name == "detail-type" else { return nil }
    let texts = matchers.map { matcher -> String? in
      if case .equals(.string(let text)) = matcher { text.known } else { nil }
    }
    guard texts.allSatisfy({ $0?.utf8.contains(UInt8(ascii: "*")) ?? false }) else { return nil }
    return texts.first ?? nil
  }

  /// Whether it asks for a bucket, or may.
  fileprivate var namesBucket: Bool {
    switch self {
    case .object(let name, let fields): name == "detail" && fields.contains { $0.isBucket }
    case .anyOf, .unresolved: true
    case .leaf: false
    }
  }

  private var isBucket: Bool {
    switch self {
    case .object(let name, _), .leaf(let name, _):
      name == "bucket" || name == "requestParameters" || name == "resources"
    case .anyOf, .unresolved: true
    }
  }
}
