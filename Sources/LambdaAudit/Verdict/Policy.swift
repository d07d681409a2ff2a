import Diagnostics
import Documents
import Loaders
import Rules

/// What counts in a run: the command line, the config file, and the baseline.
struct Policy {
  var threshold = Threshold.warning
  var only: Set<String> = []
  var skip: Set<String> = []
  var minimumConfidence = Confidence.possible
  /// The `ignore` entries of the config file.
  var ignores: [Suppression] = []
  var baseline = Baseline()
  var honoursSuppressions = true
  /// Config files and baselines that can't be read.
  var failures: [AuditReport.File] = []

  init(_ request: AuditRequest, files: ProjectFiles, into context: inout LoadContext) {
    if let path = request.configuration ?? Policy.defaultConfiguration(files) {
      guarded(path) { policy throws(Problem) in
        let (file, root) = try Policy.read(path, into: &context)
        if let root { try policy.apply(root, of: file) }
      }
    }
    if let path = request.baseline {
      guarded(path) { policy throws(Problem) in
        let (_, root) = try Policy.read(path, into: &context)
        policy.baseline = try Baseline(root)
      }
    }
    threshold = request.threshold ?? threshold
    if !request.only.isEmpty { only = Set(request.only) }
    skip.formUnion(request.skip)
    minimumConfidence = request.minimumConfidence?.confidence ?? minimumConfidence
    honoursSuppressions = request.honoursSuppressions
  }

  /// Whether a rule takes part in the run.
  func isActive(_ rule: String) -> Bool { (only.isEmpty || only.contains(rule)) && !skip.contains(rule) }

  static let fileName = ".lambda-audit.yml"

  private static func defaultConfiguration(_ files: ProjectFiles) -> String? {
    guard let root = files.roots.first else { return nil }
    let path = files.shown(Path.join(root, fileName))
    return FileSystem.exists(path) ? path : nil
  }

  private mutating func guarded(_ path: String, _ body: (inout Policy) throws(Problem) -> Void) {
    do throws(Problem) {
      try body(&self)
    } catch {
      failures.append(AuditReport.File(path: path, format: nil, status: .failed, error: error))
    }
  }

  private static func read(_ path: String, into context: inout LoadContext) throws(Problem) -> (FileID, Node?) {
    let bytes: [UInt8]
    do throws(ReadFailure) {
      bytes = DocumentReader.decoded(try FileSystem.read(path))
    } catch {
      throw Problem(.top(of: context.sources.add(SourceFile(path: path, bytes: []))), error.reason)
    }
    let source = SourceFile(path: path, bytes: bytes)
    let file = context.sources.add(source)
    return (file, try DocumentReader.read(source, id: file, problems: &context.problems).first)
  }
}

extension Policy {
  /// Takes over what a config file says; an unknown key is an error, so that a slip of the pen is no silence.
  private mutating func apply(_ root: Node, of file: FileID) throws(Problem) {
    guard root.isMapping || root.isNull else { throw Problem(root.span, "the config file must be a mapping") }
    for entry in root.entries {
      switch entry.key {
      case "fail-on": threshold = try Policy.choice(entry, Threshold.allCases, name: \.rawValue)
      case "min-confidence": minimumConfidence = try Policy.choice(entry, Confidence.allCases, name: \.name)
      case "only": only = try Policy.rules(entry)
      case "skip": skip = try Policy.rules(entry)
      case "ignore":
        for item in entry.value.items { ignores.append(try Policy.ignore(item)) }
      default:
        throw Problem(
          entry.keySpan,
          "unknown key '\(entry.key)'; a config file takes fail-on, min-confidence, only, skip and ignore")
      }
    }
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
    if let date = node["until"] {
      guard let day = Day(date.text ?? "") else { throw Problem(date.span, "'until' must be a date as 2026-12-31") }
      until = day
    }
    return Suppression(
      rule: try rule(id), span: node.span,
      place: .config(resource: node["resource"]?.text ?? "*", path: node["path"]?.text ?? "**", until: until))
  }
}

/// A day of the calendar, as `YYYY-MM-DD`.
struct Day: Sendable {
  let text: String
  /// Days since 1970-01-01.
  let number: Int

  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
    guard let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else { return nil }
    guard (1...12).contains(month), (1...31).contains(day), year >= 1970 else { return nil }
    self.text = text
    // Years begin in March here, so that the leap day is a year's last.
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    number = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }
}
