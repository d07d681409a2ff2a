import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A notification without prefix and suffix fires for every object, also for those that the function writes.
  static let s3TriggerWithoutFilter = Rule(
    id: "s3-trigger-without-filter",
    title: "S3 trigger fires for every object in the bucket",
    severity: .error,
    since: "0.1",
    check: .eachTrigger(.s3Notification) { relation, function, facts, report in
      guard facts.graph[relation.from].kind == .bucket, isUnfiltered(relation.filter) else { return }
      let bucket = facts.graph[relation.from].name
      let name = facts.graph[function.id].name
      let write = reacts(toNewObjects: relation.filter) ? write(by: function.id, to: relation.from, in: facts) : nil
      report(
        write == nil
          ? "'\(name)' runs for every object in '\(bucket)', whatever its key"
          : "'\(name)' runs for every object in '\(bucket)', also for those it writes itself",
        at: relation.span, resource: function.id, severity: write == nil ? .warning : .error,
        confidence: write.map { $0.evidence >= .exact ? .likely : .possible } ?? .certain,
        related: write.map { [Label($0.span, "the write is allowed here")] } ?? [],
        help: "add a prefix or suffix to the trigger that matches only the objects meant for '\(name)'"
      )
    }
  )
}

private func isUnfiltered(_ filter: EventFilter) -> Bool {
  switch filter {
  case .all: true
  case .objects(let filter): isOpen(filter.prefix) && isOpen(filter.suffix)
  case .patterns, .message, .logLines, .calls, .recipients, .unresolved: false
  }
}

/// Whether a prefix or suffix lets everything pass.
private func isOpen(_ affix: Setting<Text>) -> Bool {
  switch affix {
  case .unset: true
  case .known(let text, _): text.isEmpty
  case .unresolved: false
  }
}

private func reacts(toNewObjects filter: EventFilter) -> Bool {
  guard case .objects(let filter) = filter, !filter.events.isEmpty else { return true }
  return filter.events.contains { event in
    event.value.raw.range(of: "ObjectCreated") != nil || event.value.raw == "s3:*"
  }
}

/// The firmest write of a function to a bucket.
private func write(by function: ResourceID, to bucket: ResourceID, in facts: Facts) -> Write? {
  facts.flow.writes(to: bucket).filter { $0.from == function && $0.evidence != .hidden }
    .max { $0.evidence < $1.evidence }
}
