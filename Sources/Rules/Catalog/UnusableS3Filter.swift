import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// S3 compares prefixes and suffixes letter by letter, and refuses two that overlap.
  static let unusableS3Filter = Rule(
    id: "unusable-s3-filter",
    title: "S3 filter that never matches or is refused",
    severity: .error,
    since: "0.1",
    check: .wholeGraph { facts, report in
      let (relations, resources) = (facts.graph.relations, facts.graph.resources)
      for position in relations.indices where relations[position].via == .s3Notification {
        let relation = relations[position]
        guard case .objects(let filter) = relation.filter else { continue }
        for affix in [filter.prefix, filter.suffix] { reportAffix(affix, of: relation, facts.graph, &report) }
        reportRepetition(in: filter, of: relation, facts.graph, &report)
      }
      for position in resources.indices where resources[position].kind == .bucket {
        reportOverlaps(on: resources[position], facts.graph, &report)
      }
    }
  )
}

private func reportAffix(
  _ affix: Setting<Text>, of relation: Relation, _ graph: ResourceGraph, _ report: inout Report
) {
  guard case .known(let text, let span) = affix, let flaw = flaw(in: text) else { return }
  let (bucket, target) = (graph[relation.from].name, graph[relation.to].name)
  report(
    "no key of '\(bucket)' matches: \(flaw)", at: span, resource: relation.from, function: relation.to,
    severity: .warning, confidence: .likely,
    help: "write the prefix or suffix as the keys have it; '\(target)' never runs"
  ) { $0.subject = text.raw }
}

private func flaw(in text: Text) -> String? {
  let raw = text.raw
  if raw.utf8.contains(UInt8(ascii: "*")) { return "S3 takes '*' literally" }
  if raw.hasPrefix("/") { return "keys don't begin with '/'" }
  if raw.range(of: "%20") != nil || raw.range(of: "%2F") != nil { return "S3 compares with decoded keys" }
  return nil
}

/// More than one prefix, or more than one suffix, in one filter: they don't mean "or".
private func reportRepetition(
  in filter: ObjectFilter, of relation: Relation, _ graph: ResourceGraph, _ report: inout Report
) {
  guard let repeated = filter.repeated else { return }
  report(
    "S3 refuses a second \(repeated.value) in one filter of '\(graph[relation.from].name)'", at: repeated.span,
    resource: relation.from, function: graph[relation.to].kind == .function ? relation.to : nil,
    help: "give each \(repeated.value) a notification of its own"
  ) { $0.subject = repeated.value }
}

/// Two notifications for the same events whose prefixes and suffixes can both match one key.
private func reportOverlaps(on bucket: Resource, _ graph: ResourceGraph, _ report: inout Report) {
  let notifications = graph.relations(from: bucket.id).map { graph[$0] }.filter { $0.via == .s3Notification }
  guard notifications.count > 1, notifications.count <= Limits.bucketNotifications else { return }
  for (index, second) in notifications.enumerated() {
    guard let first = notifications[..<index].first(where: { overlap($0, second) }) else { continue }
    report(
      "S3 refuses two notifications of '\(bucket.name)' that can match the same object", at: second.span,
      resource: bucket.id, function: graph[second.to].kind == .function ? second.to : nil, confidence: .likely,
      related: [Label(first.span, "'\(graph[first.to].name)' is notified of the same events")],
      help: "tell them apart by prefix or suffix, or send one notification to a topic or to EventBridge"
    ) { $0.subject = graph[second.to].name }
  }
}

private func overlap(_ first: Relation, _ second: Relation) -> Bool {
  guard case .objects(let left) = first.filter, case .objects(let right) = second.filter, first.span != second.span,
    left.span != right.span, left.events.contains(where: { event in right.events.contains { share($0, event) } }),
    let prefixes = affixes(left.prefix, right.prefix), let suffixes = affixes(left.suffix, right.suffix)
  else { return false }
  return (prefixes.0.hasPrefix(prefixes.1) || prefixes.1.hasPrefix(prefixes.0))
    && (suffixes.0.hasSuffix(suffixes.1) || suffixes.1.hasSuffix(suffixes.0))
}

private func share(_ left: Spanned<Text>, _ right: Spanned<Text>) -> Bool {
  guard let left = left.value.known, let right = right.value.known else { return false }
  if left == right { return true }
  func covers(_ wide: String, _ narrow: String) -> Bool { wide.hasSuffix("*") && narrow.hasPrefix(wide.dropLast()) }
  return covers(left, right) || covers(right, left)
}

private func affixes(_ left: Setting<Text>, _ right: Setting<Text>) -> (String, String)? {
  guard let left = left.value(default: ""), let right = right.value(default: ""), let first = left.known,
    let second = right.known
  else { return nil }
  return (first, second)
}
