import Diagnostics
import Infrastructure

/// Decides for each relation which events get past it, and what they are on the other side.
struct Passing {
  let graph: ResourceGraph
  private let buses: BusEvents

  init(_ graph: ResourceGraph) {
    self.graph = graph
    buses = BusEvents(graph: graph)
  }

  func passage(_ event: EventClass, through relation: Relation) -> Passage {
    if let reason = switchedOff(relation) { return .cut(reason) }
    if let emission = relation.emission, relation.via != .pipeTarget || relation.to != relation.from {
      return .passes(EventClass(origin: .written, emission: emission), doubt: nil)
    }
    switch relation.filter {
    case .all: return .passes(carried(event, through: relation), doubt: nil)
    case .objects(let filter): return ObjectEvents.passage(event, through: filter, of: relation.from)
    case .patterns(let patterns): return matched(event, patterns, relation)
    case .message(let pattern, _):
      let doubt = Loop.Doubt(span: pattern.span, sentence: "loops only if its messages match the subscription's filter")
      return .passes(carried(event, through: relation), doubt: doubt)
    case .logLines(let pattern):
      let doubt = Loop.Doubt(
        span: relation.span, sentence: "loops only if it logs a line that matches '\(pattern.description)'")
      return .passes(carried(event, through: relation), doubt: doubt)
    case .unresolved(let span):
      return .passes(
        carried(event, through: relation),
        doubt: Loop.Doubt(span: span, sentence: "loops only if its events pass the filter"))
    }
  }

  /// Why no event passes at all, where that is so.
  private func switchedOff(_ relation: Relation) -> String? {
    if relation.isEnabled.value == false { return "the trigger is disabled" }
    if let function = graph.function(relation.to), function.reservedConcurrency.value == 0 {
      return "'\(graph[relation.to].name)' has a reserved concurrency of 0"
    }
    return nil
  }

  private func matched(_ event: EventClass, _ patterns: [EventPattern], _ relation: Relation) -> Passage {
    switch graph[relation.from].kind {
    case .bus: return buses.passage(event, through: patterns)
    case .table:
      return TableEvents.passage(event, through: patterns, of: relation.from, settings: graph.table(relation.from))
    default:
      let span = patterns.first?.span ?? relation.span
      let doubt = Loop.Doubt(span: span, sentence: "loops only if its messages match the filter of the mapping")
      return .passes(carried(event, through: relation), doubt: doubt)
    }
  }

  /// An event that goes on unchanged, or as what the service makes of it.
  private func carried(_ event: EventClass, through relation: Relation) -> EventClass {
    switch relation.via {
    case .s3EventBridge: EventClass(origin: .object(relation.from), emission: event.emission)
    case .onSuccess: EventClass(origin: .invocationResult(succeeded: true), emission: nil)
    case .onFailure, .deadLetterQueue:
      graph[relation.from].kind == .function
        ? EventClass(origin: .invocationResult(succeeded: false), emission: nil) : event
    default:
      graph[relation.from].kind == .table ? EventClass(origin: .record(relation.from), emission: event.emission) : event
    }
  }

  /// Whether a relation is used only when something fails.
  static func isFailure(_ relation: Relation) -> Bool {
    switch relation.via {
    case .onFailure, .deadLetterQueue, .redrive: true
    default: false
    }
  }
}
