import Infrastructure

/// The conditions of a statement that say which events it can cause; all others merely narrow when it applies.
///
/// Source: service authorization reference for EventBridge, Lambda and DynamoDB, 2026-11; IAM User Guide, "AWS global
/// condition context keys", 2026-11.
struct GrantConditions {
  /// The `source` values that events may have; empty means any.
  private(set) var sources: [Glob] = []
  private(set) var detailTypes: [Glob] = []
  /// The values that negative comparisons rule out.
  private(set) var exclusions = BusEvent.Exclusions()
  /// The functions that may use the statement; nil means all.
  private(set) var callers: [Text]?
  /// The partition keys that it may write; empty means any.
  private(set) var leadingKeys: [Glob] = []
  /// Whether code can meet them: a service that calls in the name of a resource is not code.
  private(set) var areForCode = true

  init(_ conditions: [Statement.Condition]) {
    for condition in conditions {
      switch condition.key.lowercased() {
      case "events:source":
        if let globs = GrantConditions.globs(condition) { sources += globs }
        exclusions.sources += GrantConditions.excluded(condition)
      case "events:detail-type":
        if let globs = GrantConditions.globs(condition) { detailTypes += globs }
        exclusions.detailTypes += GrantConditions.excluded(condition)
      case "lambda:sourcefunctionarn":
        if GrantConditions.isPositive(condition.test) { callers = (callers ?? []) + condition.values }
      case "dynamodb:leadingkeys":
        if let globs = GrantConditions.globs(condition) { leadingKeys += globs }
      case "aws:sourcearn":
        if GrantConditions.isPositive(condition.test), !GrantConditions.isOptional(condition.test) {
          areForCode = false
        }
      default: break
      }
    }
  }

  /// Leaves of a permission what the conditions let through.
  func limit(_ reach: inout Reach) {
    switch reach.kind {
    case .bus:
      reach.sources = sources
      reach.detailTypes = detailTypes
      reach.exclusions = exclusions
    case .table: reach.leadingKeys = leadingKeys
    case .function, .bucket, .queue, .topic, .stream, .rule, .pipe, .stateMachine, .firehose, .logGroup, .api,
      .schedule, .iotRule, .external, .kafkaCluster, .broker, .documentCluster, .userPool, .graphQLAPI,
      .loadBalancer, .distribution, .emailReceipt, .iotTopic:
      break
    }
  }

  /// Whether a deny is followed though it has a condition: one that says which events or functions it means.
  static func areFollowed(_ deny: Statement) -> Bool {
    guard deny.conditions.count == 1, let key = deny.conditions.first?.key.lowercased() else { return false }
    return ["events:source", "events:detail-type", "lambda:sourcefunctionarn"].contains(key)
  }

  /// The values that a positive comparison of texts allows; nil for any other test.
  private static func globs(_ condition: Statement.Condition) -> [Glob]? {
    let test = operation(condition.test)
    switch test {
    case "stringequals": return condition.values.map { Glob(literal: $0) }
    case "stringlike": return condition.values.map { Glob(pattern: $0) }
    default: return nil
    }
  }

  /// The values that a negative comparison of texts rules out; none for any other test.
  private static func excluded(_ condition: Statement.Condition) -> [Glob] {
    switch operation(condition.test) {
    case "stringnotequals": return condition.values.map { Glob(literal: $0) }
    case "stringnotlike": return condition.values.map { Glob(pattern: $0) }
    default: return []
    }
  }

  private static func isPositive(_ test: String) -> Bool {
    switch operation(test) {
    case "stringequals", "stringlike", "arnequals", "arnlike": true
    default: false
    }
  }

  /// Whether a request without the key meets it too.
  private static func isOptional(_ test: String) -> Bool { test.lowercased().hasSuffix("ifexists") }

  /// The comparison without qualifiers such as `ForAnyValue:` and `IfExists`.
  private static func operation(_ test: String) -> String {
    var name = test.lowercased()
    if let colon = name.lastIndex(of: ":") { name = String(name[name.index(after: colon)...]) }
    if name.hasSuffix("ifexists") { name.removeLast("ifexists".count) }
    return name
  }
}
