import Diagnostics
import Infrastructure

/// Whether an event gets past a relation's filter.
enum Passage: Sendable {
  /// Surely, or there is no filter.
  case passes
  /// A filter decides whose outcome the files don't tell.
  case narrowed(Loop.Doubt)
  /// It can't, and why.
  case cut(String)
}

/// Decides for each relation which events can take it.
struct PassageCheck {
  let graph: ResourceGraph

  /// - Parameter carried: what is known about the event; nil where a function or state machine itself sends it.
  func passage(_ relation: Relation, carrying carried: CarriedEvent?) -> Passage {
    if let reason = standstill(relation) { return .cut(reason) }
    let passage = filtered(relation, carried)
    guard case .passes = passage, relation.isEnabled.isUnresolved else { return passage }
    return .narrowed(Loop.Doubt(span: relation.isEnabled.span, sentence: "loops only if this trigger is enabled"))
  }

  /// Why nothing at all takes a relation.
  func standstill(_ relation: Relation) -> String? {
    if relation.isEnabled.value == false { return "the \(relation.via.rawValue) is disabled" }
    return standstill(at: relation.to)
  }

  /// Why nothing wakes a resource.
  func standstill(at id: ResourceID) -> String? {
    guard graph.function(id, { $0.reservedConcurrency.value == 0 }) == true else { return nil }
    return "'\(graph[id].name)' has a reserved concurrency of 0"
  }

  private func filtered(_ relation: Relation, _ carried: CarriedEvent?) -> Passage {
    if case .record(let topics) = carried {
      if relation.polling?.hasOwnClients == true { return .cut("the cluster does not know its clients by their roles") }
      if !polls(relation, topics) { return .cut("the topics that it may write to are not polled") }
    }
    if relation.via == .replication, let passage = replicated(relation, carried) { return passage }
    switch relation.filter {
    case .all: return .passes
    case .unresolved(let span):
      return .narrowed(Loop.Doubt(span: span, sentence: "loops only if its events pass this filter"))
    case .objects(let filter):
      guard case .object(let event) = carried else { return .passes }
      return filter.passage(event)
    case .patterns(let patterns): return passage(patterns, relation, carried ?? .opaque)
    case .message(let pattern, let overBody):
      if pattern.fields.isEmpty { return .passes }
      return judged([pattern], [overBody ? .unknown : attributes(carried)], carried)
    case .logLines(let pattern):
      guard !pattern.isEmpty, pattern.raw != " " else { return .passes }
      let sentence = "loops only if its log lines match '\(pattern)'"
      return .narrowed(Loop.Doubt(span: relation.span, sentence: sentence))
    case .calls(let names): return calls(names, carried)
    case .recipients(let addresses):
      let list = addresses.map { "'\($0)'" }.joined(separator: " or ")
      let sentence = "loops only if it mails to \(list.isEmpty ? "an address of this rule" : list)"
      return .narrowed(Loop.Doubt(span: relation.span, sentence: sentence))
    }
  }

  /// Whether one of the topics is polled, or nobody knows which are.
  private func polls(_ relation: Relation, _ topics: [Glob]) -> Bool {
    guard let polled = relation.polling?.topics, !polled.isEmpty else { return true }
    return polled.contains { name in topics.contains { $0.intersects(.suffix(Text("/") + name)) || $0 == .everything } }
  }

  /// Whether one of the calls was made that a trigger is about.
  private func calls(_ names: [String], _ carried: CarriedEvent?) -> Passage {
    guard case .call(let actions) = carried else { return .passes }
    if actions.names.contains(where: names.contains) { return .passes }
    return .cut("nothing that it may do causes this trigger")
  }

  /// Replicas are made of new objects, under the same keys; nil where nothing is in the way.
  private func replicated(_ relation: Relation, _ carried: CarriedEvent?) -> Passage? {
    guard case .object(let event) = carried else { return nil }
    guard event.actions.objectChanges.contains(.created) else { return .cut("only new objects are replicated") }
    let wanted = (relation.emission?.keys ?? []).map { Glob(pattern: $0) }
    if wanted.isEmpty || event.keys.contains(where: { key in wanted.contains { $0.intersects(key) } }) { return nil }
    return .cut("the keys that it may write are not replicated")
  }

  private func passage(_ patterns: [EventPattern], _ relation: Relation, _ carried: CarriedEvent) -> Passage {
    if patterns.isEmpty { return .cut("the filter lets nothing pass") }
    switch graph.kind(of: relation.from) {
    case .bus:
      let scope = graph.scope(of: relation.to)
      return judged(patterns.filter { !isExcluded($0, carried) }, busValues(carried), carried, scope: scope)
    case .table:
      guard case .item(let event) = carried else { return judged(patterns, [.unknown], carried) }
      return itemPassage(patterns, event)
    case .function, .bucket, .queue, .topic, .stream, .rule, .pipe, .stateMachine, .firehose, .logGroup, .api,
      .schedule, .iotRule, .external, .kafkaCluster, .broker, .documentCluster, .userPool, .graphQLAPI,
      .loadBalancer, .distribution, .emailReceipt, .iotTopic:
      return judged(patterns, [.unknown], carried)
    }
  }

  /// The verdict of patterns of which any may match, with the sentence that decides it.
  ///
  /// - Parameters:
  ///   - values: the kinds of events that may be caused; one that surely passes is enough.
  ///   - scope: the stack of the patterns; nil where they name no resource.
  private func judged(
    _ patterns: [EventPattern], _ values: [EventValue], _ carried: CarriedEvent?, scope: String? = nil
  ) -> Passage {
    let judge = PatternJudge(graph: graph, scope: scope)
    var open: (pattern: EventPattern, value: EventValue)?
    for value in values {
      for pattern in patterns {
        switch judge.verdict(pattern.fields, value) {
        case .surely: return .passes
        case .maybe: open = open ?? (pattern, value)
        case .never: break
        }
      }
    }
    guard let open else { return .cut(cutReason(carried)) }
    let condition = judge.openCondition(open.pattern.fields, open.value) ?? "pass this filter"
    return .narrowed(Loop.Doubt(span: open.pattern.span, sentence: "loops only if its events \(condition)"))
  }

  private func cutReason(_ carried: CarriedEvent?) -> String {
    switch carried {
    case .bus(let event) where event.isPut: "no event that may be put matches the pattern"
    case .bus: "its results don't match the pattern"
    case .object: "no change to the objects that it may write matches the pattern"
    case .item: "no change to the items that it may write matches the pattern"
    case .call, .record, .opaque, nil: "no event of it matches the pattern"
    }
  }
}

extension PassageCheck {
  /// What S3 and rules publish carries no message attributes.
  private func attributes(_ carried: CarriedEvent?) -> EventValue {
    switch carried {
    case .object, .bus: .object([:], othersUnknown: false)
    case .item, .call, .record, .opaque, nil: .unknown
    }
  }

  private func busValues(_ carried: CarriedEvent) -> [EventValue] {
    switch carried {
    case .bus(let event):
      let open: EventValue = event.isPut ? .sourceOfCode : .unknown
      let sources = event.sources.isEmpty ? [open] : event.sources.map { EventValue.texts([$0]) }
      let types = event.detailTypes.isEmpty ? [.anyText] : event.detailTypes.map { EventValue.texts([$0]) }
      return sources.flatMap { source in types.map { busValue(event, source: source, type: $0) } }
    case .object(let event):
      return detailTypes(event.actions.objectChanges).flatMap { type in
        event.keys.map { objectValue(event.bucket, type: type, key: $0) }
      }
    case .item, .call, .record, .opaque: return [.unknown]
    }
  }

  /// Whether conditions rule out every event that a pattern asks for.
  private func isExcluded(_ pattern: EventPattern, _ carried: CarriedEvent) -> Bool {
    guard case .bus(let event) = carried else { return false }
    let judge = PatternJudge(graph: graph)
    return judge.asksOnly(for: event.exclusions.sources, at: "source", pattern)
      || judge.asksOnly(for: event.exclusions.detailTypes, at: "detail-type", pattern)
  }

  private func busValue(_ event: BusEvent, source: EventValue, type: EventValue) -> EventValue {
    var fields = ["source": source, "detail-type": type]
    if let call = event.call { fields["detail"] = call.detail }
    if let machine = event.machine {
      let arn = Text("arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:")
      let value = EventValue.resource(machine, arn + graph[machine].physicalName)
      fields["detail"] = .object(["stateMachineArn": value], othersUnknown: true)
    }
    return .object(fields, othersUnknown: true)
  }

  /// The shape of S3's events on a bus.
  ///
  /// Source: S3 User Guide, "EventBridge event message structure", 2026-11.
  private func objectValue(_ bucket: ResourceID, type: String, key: Glob) -> EventValue {
    let name = graph[bucket].physicalName
    let detail = EventValue.object(
      [
        "bucket": .object(["name": .resource(bucket, name)], othersUnknown: true),
        "object": .object(["key": .texts([key])], othersUnknown: true),
      ], othersUnknown: true)
    return .object(
      [
        "source": .texts([Glob(literal: "aws.s3")]), "detail-type": .texts([Glob(literal: Text(type))]),
        "resources": .resource(bucket, Text("arn:${AWS::Partition}:s3:::") + name), "detail": detail,
      ], othersUnknown: true)
  }

  private func detailTypes(_ changes: ObjectChanges) -> [String] {
    var types: [String] = []
    if changes.contains(.created) { types.append("Object Created") }
    if !changes.isDisjoint(with: [.deleted, .markedDeleted]) { types.append("Object Deleted") }
    if changes.contains(.restored) {
      types += ["Object Restore Initiated", "Object Restore Completed", "Object Restore Expired"]
    }
    if changes.contains(.accessChanged) { types.append("Object ACL Updated") }
    if changes.contains(.tagged) { types.append("Object Tags Added") }
    if changes.contains(.untagged) { types.append("Object Tags Deleted") }
    return types
  }
}
