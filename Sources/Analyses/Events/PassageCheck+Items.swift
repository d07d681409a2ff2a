import Diagnostics
import Infrastructure

extension PassageCheck {
  /// Whether a change to a table's item gets past the filters on its stream.
  func itemPassage(_ patterns: [EventPattern], _ event: ItemEvent) -> Passage {
    let judge = PatternJudge(graph: graph)
    var open: (pattern: EventPattern, value: EventValue)?
    for change in changes(event) {
      let value = record(change, of: event)
      for pattern in patterns {
        switch judge.verdict(pattern.fields, value) {
        case .surely: return .passes
        case .maybe: open = open ?? (pattern, value)
        case .never: break
        }
      }
    }
    if let open {
      let condition = judge.openCondition(open.pattern.fields, open.value) ?? "pass this filter"
      return .narrowed(Loop.Doubt(span: open.pattern.span, sentence: "loops only if its records \(condition)"))
    }
    return expiryPassage(patterns, event, judge)
  }

  /// Items that it puts may be removed later because they expire.
  private func expiryPassage(_ patterns: [EventPattern], _ event: ItemEvent, _ judge: PatternJudge) -> Passage {
    let puts = !event.actions.itemChanges.isDisjoint(with: [.inserted, .modified])
    let expires = graph.table(event.table).map { $0.hasTimeToLive.value != false && !$0.hasTimeToLive.isUnset } ?? false
    if puts, expires, let table = graph.table(event.table) {
      let value = record(.removed, of: event)
      if let pattern = patterns.first(where: { judge.verdict($0.fields, value) != .never }) {
        let sentence = "loops only as the items that it writes expire from '\(graph[table.id].name)'"
        return .narrowed(Loop.Doubt(span: pattern.span, sentence: sentence))
      }
    }
    return .cut("no change that it may make to the items passes the filter")
  }

  private func changes(_ event: ItemEvent) -> [ItemChanges] {
    [.inserted, .modified, .removed].filter { event.actions.itemChanges.contains($0) }
  }

  /// The shape of a stream record; the view decides which images it holds.
  ///
  /// Source: DynamoDB Developer Guide, "Change data capture for DynamoDB Streams", 2026-11.
  private func record(_ change: ItemChanges, of event: ItemEvent) -> EventValue {
    let name = change == .inserted ? "INSERT" : change == .modified ? "MODIFY" : "REMOVE"
    let view = graph.table(event.table)?.streamView.value
    var fields: [String: EventValue] = [:]
    for image in ["Keys", "NewImage", "OldImage"] { fields[image] = key(of: event) }
    if view == "KEYS_ONLY" || view == "OLD_IMAGE" || change == .removed { fields["NewImage"] = .absent }
    if view == "KEYS_ONLY" || view == "NEW_IMAGE" || change == .inserted { fields["OldImage"] = .absent }
    return .object(
      [
        "eventName": .texts([Glob(literal: Text(name))]), "eventSource": .texts([Glob(literal: "aws:dynamodb")]),
        "dynamodb": .object(fields, othersUnknown: true),
      ], othersUnknown: true)
  }

  /// The partition key, as far as the permission limits it.
  private func key(of event: ItemEvent) -> EventValue? {
    guard !event.leadingKeys.isEmpty, let name = graph.table(event.table)?.partitionKey else { return nil }
    return .object([name: .object(["S": .texts(event.leadingKeys)], othersUnknown: true)], othersUnknown: true)
  }
}
