import Analyses
import Diagnostics
import Documents
import Infrastructure
import Rules

extension Policy {
  /// Takes over what a config file says; an unknown key is an error, so that a slip of the pen is no silence.
  mutating func apply(_ root: Node, of file: FileID) throws(Problem) {
    guard root.isMapping || root.isNull else { throw Problem(root.span, "the config file must be a mapping") }
    for entry in root.entries {
      switch entry.key {
      case "fail-on": threshold = try Policy.choice(entry, Threshold.allCases, name: \.rawValue)
      case "min-confidence": minimumConfidence = try Policy.choice(entry, Confidence.allCases, name: \.name)
      case "only": only = try Policy.rules(entry)
      case "skip": skip = try Policy.rules(entry)
      case "ignore":
        for item in entry.value.items { ignores.append(try Policy.ignore(item)) }
      case "profile": profile = try Policy.choice(entry, Profile.allCases, name: \.rawValue)
      case "as-of": standards.today = try Policy.day(entry).text
      default:
        guard let threshold = Policy.thresholds.first(where: { $0.key == entry.key }) else {
          throw Problem(entry.keySpan, "unknown key '\(entry.key)'; a config file takes \(Policy.keys)")
        }
        threshold.set(&standards, try Policy.number(entry, atLeast: threshold.least))
      }
    }
  }

  /// The numbers that a config file may set, with the least that makes sense.
  private static let thresholds: [(key: String, least: Int, set: @Sendable (inout Standards, Int) -> Void)] = [
    ("account-concurrency", 1, { $0.accountConcurrency = $1 }),
    ("visibility-factor", 1, { $0.visibilityFactor = $1 }),
    ("receive-count", 1, { $0.minimumReceives = $1 }),
    ("memory-floor", Limits.leastMemory, { $0.memoryFloor = $1 }),
  ]

  private static var keys: String {
    let others = ["fail-on", "min-confidence", "only", "skip", "profile", "as-of"]
    return (others + thresholds.map(\.key)).joined(separator: ", ") + " and ignore"
  }

  private static func number(_ entry: Node.Entry, atLeast least: Int) throws(Problem) -> Int {
    if let value = entry.value.text.flatMap({ Int($0) }), value >= least, value <= mostOfAnything { return value }
    throw Problem(entry.value.span, "'\(entry.key)' must be a whole number from \(least) to \(mostOfAnything)")
  }

  /// More than any threshold can mean, and little enough to reckon with.
  private static let mostOfAnything = 1_000_000

  private static func day(_ entry: Node.Entry) throws(Problem) -> Day {
    if let day = entry.value.text.flatMap({ Day($0) }) { return day }
    throw Problem(entry.value.span, "'\(entry.key)' must be a date as 2026-12-31")
  }

  private static func choice<Value>(
    _ entry: Node.Entry, _ values: [Value], name: (Value) -> String
  ) throws(Problem) -> Value {
    if let value = values.first(where: { name($0) == entry.value.text }) { return value }
    let choices = values.map(name).joined(separator: ", ")
    throw Problem(entry.value.span, "'\(entry.key)' must be one of \(choices)")
  }

  private static func rules(_ entry: Node.Entry) throws(Problem) -> Set<String> {
    let nodes = entry.value.isSequence ? entry.value.items : [entry.value]
    var rules: Set<String> = []
    for node in nodes { rules.insert(try rule(node)) }
    return rules
  }

  private static func rule(_ node: Node) throws(Problem) -> String {
    guard let id = node.text, Catalog.all.contains(where: { $0.id == id }) else {
      throw Problem(node.span, "no rule is called '\(node.text ?? "")'")
    }
    return id
  }

  private static func ignore(_ node: Node) throws(Problem) -> Suppression {
    for entry in node.entries where !["rule", "resource", "path", "until", "reason"].contains(entry.key) {
      throw Problem(entry.keySpan, "unknown key '\(entry.key)'; an ignore takes rule, resource, path, until and reason")
    }
    guard let id = node["rule"] else { throw Problem(node.span, "an ignore needs the id of a rule under 'rule'") }
    var until: Day?
    if let entry = node.entry("until") { until = try day(entry) }
    return Suppression(
      rule: try rule(id), span: node.span,
      place: .config(resource: node["resource"]?.text ?? "*", path: node["path"]?.text ?? "**", until: until))
  }
}
