import Analyses
import Diagnostics
import Infrastructure
import Threads

/// Rules sorted once by what they look at, so that each of many functions, queues and triggers, large values all, is
/// looked at once and by those only that care.
struct Panel: Sendable {
  // Every seat has the position of its rule. They are types of their own, because a closure that a generic one holds, and a
  // tuple in an array too, is called through another that converts its parameters.
  private struct FunctionSeat {
    let rule: Int
    let look: @Sendable (Function, Facts, inout Report) -> Void
  }
  private struct QueueSeat {
    let rule: Int
    let look: @Sendable (Queue, Facts, inout Report) -> Void
  }
  private struct TriggerSeat {
    let rule: Int
    let via: Via
    let look: @Sendable (Relation, Function, Facts, inout Report) -> Void
  }
  private struct LoopSeat {
    let rule: Int
    let look: @Sendable (Loop, Facts, inout Report) -> Void
  }
  private struct GraphSeat {
    let rule: Int
    let look: @Sendable (Facts, inout Report) -> Void
  }

  private let rules: [Rule]
  private var forFunctions: [FunctionSeat] = []
  private var forQueues: [QueueSeat] = []
  private var forTriggers: [TriggerSeat] = []
  private var forLoops: [LoopSeat] = []
  private var forGraph: [GraphSeat] = []

  init(_ rules: [Rule]) {
    self.rules = rules
    for (position, rule) in rules.enumerated() {
      switch rule.check {
      case .eachFunction(let look): forFunctions.append(FunctionSeat(rule: position, look: look))
      case .eachQueue(let look): forQueues.append(QueueSeat(rule: position, look: look))
      case .eachTrigger(let via, let look): forTriggers.append(TriggerSeat(rule: position, via: via, look: look))
      case .eachLoop(let look): forLoops.append(LoopSeat(rule: position, look: look))
      case .wholeGraph(let look): forGraph.append(GraphSeat(rule: position, look: look))
      case .whileReading: break
      }
    }
  }

  /// What the rules object to, thing by thing in the order of the graph, and last what is about the graph as a whole.
  ///
  /// - Parameter pieces: into how many pieces the work falls; what comes out doesn't depend on it.
  func findings(in facts: Facts, pieces: Int) -> [Finding] {
    let blank = Report(of: rules, graph: facts.graph)
    let found = Workers.map(pieces) { piece in
      var report = blank
      return sections(piece, of: pieces, facts, &report)
    }
    // Every piece has the same sections.
    return (found.first ?? []).indices.flatMap { section in found.flatMap { $0[section] } }
  }
}

extension Panel {
  /// What one piece of the work finds: on functions, queues, triggers and loops, and for each rule on the whole graph.
  private func sections(_ piece: Int, of pieces: Int, _ facts: Facts, _ report: inout Report) -> [[Finding]] {
    func share(of count: Int) -> Range<Int> { Workers.ranges(of: count, pieces: pieces)[piece] }
    var sections: [[Finding]] = []
    look(atFunctions: share(of: facts.graph.ownFunctions.count), facts, &report)
    sections.append(report.take())
    look(atQueues: share(of: facts.graph.queues.count), facts, &report)
    sections.append(report.take())
    look(atRelations: share(of: facts.graph.relations.count), facts, &report)
    sections.append(report.take())
    look(atLoops: share(of: facts.loops.count), facts, &report)
    sections.append(report.take())
    for (position, seat) in forGraph.enumerated() {
      if position % pieces == piece {
        report.speak(for: seat.rule)
        seat.look(facts, &report)
      }
      sections.append(report.take())
    }
    return sections
  }

  private func look(atFunctions positions: Range<Int>, _ facts: Facts, _ report: inout Report) {
    if forFunctions.isEmpty { return }
    for position in positions { look(at: facts.graph.ownFunctions[position], facts, &report) }
  }

  private func look(at function: Function, _ facts: Facts, _ report: inout Report) {
    for seat in forFunctions {
      report.speak(for: seat.rule)
      seat.look(function, facts, &report)
    }
  }

  private func look(atQueues positions: Range<Int>, _ facts: Facts, _ report: inout Report) {
    if forQueues.isEmpty { return }
    let graph = facts.graph
    for position in positions where !graph.resources[graph.queues[position].id.index].isGenerated {
      look(at: graph.queues[position], facts, &report)
    }
  }

  private func look(at queue: Queue, _ facts: Facts, _ report: inout Report) {
    for seat in forQueues {
      report.speak(for: seat.rule)
      seat.look(queue, facts, &report)
    }
  }

  private func look(atRelations positions: Range<Int>, _ facts: Facts, _ report: inout Report) {
    let relations = facts.graph.relations
    for position in positions {
      let via = relations[position].via
      if forTriggers.contains(where: { $0.via == via }) { look(at: relations[position], facts, &report) }
    }
  }

  private func look(at relation: Relation, _ facts: Facts, _ report: inout Report) {
    guard relation.kind == .trigger, relation.isEnabled.value != false,
      let position = facts.graph.position(ofFunction: relation.to), !facts.graph[relation.to].isGenerated
    else { return }
    look(at: relation, of: facts.graph.functions[position], facts, &report)
  }

  private func look(at relation: Relation, of function: Function, _ facts: Facts, _ report: inout Report) {
    for seat in forTriggers where seat.via == relation.via {
      report.speak(for: seat.rule, about: relation.certainty)
      seat.look(relation, function, facts, &report)
    }
  }

  private func look(atLoops positions: Range<Int>, _ facts: Facts, _ report: inout Report) {
    if forLoops.isEmpty { return }
    for position in positions {
      for seat in forLoops {
        report.speak(for: seat.rule)
        seat.look(facts.loops[position], facts, &report)
      }
    }
  }
}
