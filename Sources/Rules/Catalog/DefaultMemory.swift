import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// 128 MB give a fourteenth of a processor, which makes most work slower and no cheaper.
  static let defaultMemory = Rule(
    id: "default-memory",
    title: "Function runs with little memory",
    severity: .info,
    since: "0.1",
    check: .wholeGraph { facts, report in
      let floor = facts.standards.memoryFloor ?? Limits.leastMemory + 1
      var (least, others): ([Alike], [Alike]) = ([], [])
      let functions = facts.graph.ownFunctions
      for position in functions.indices {
        let usual = functions[position].defaultMemory
        guard let memory = functions[position].memory.value(default: usual), memory < floor else { continue }
        let function = Alike(id: functions[position].id, span: functions[position].memory.span)
        if facts.graph.triggers(of: function.id).allSatisfy(isTrivial) { continue }
        if memory == Limits.leastMemory { least.append(function) } else { others.append(function) }
      }
      let share = Limits.processorMemory / Limits.leastMemory + 1
      report.once(for: least, confidence: .likely, help: help(floor)) {
        "\(Limits.leastMemory) MB, the least there is, and a \(share)th of a processor for \($0)"
      }
      for function in others {
        report(
          "'\(facts.graph[function.id].name)' has less memory than the \(floor) MB that are asked for",
          at: function.span, resource: function.id, help: help(floor))
      }
    }
  )
}

private func help(_ floor: Int) -> String {
  let more = max(floor, Limits.leastMemory * 4)
  return "measure with more, such as \(more) MB: the processor grows with the memory, and shorter runs cost less"
}

/// Triggers behind which hardly anybody waits and little is done.
private func isTrivial(_ relation: Relation) -> Bool {
  ([.schedule, .customResource, .permissionOnly, .configRule, .alarmAction] as [Via]).contains(relation.via)
}
