import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// 128 MB give a fourteenth of a processor, which makes most work slower and no cheaper.
  static let defaultMemory = Rule(
    id: "default-memory",
    title: "Function runs with the least memory there is",
    severity: .info,
    since: "0.1",
    check: .wholeGraph { facts, report in
      let functions = facts.graph.ownFunctions.filter { function in
        function.effectiveMemory == leastMemory && !facts.graph.triggers(of: function.id).allSatisfy(isTrivial)
      }
      report.once(
        for: functions, in: facts.graph, confidence: .likely, at: \.memory.span,
        help: "measure with more, such as 512 MB: the processor grows with the memory, and shorter runs cost less"
      ) { "\(leastMemory) MB, the least there is, and a fourteenth of a processor for \($0)" }
    }
  )
}

/// Megabytes of the smallest function (Lambda quotas); 1,769 MB have one processor.
private let leastMemory = 128

/// Triggers behind which hardly anybody waits and little is done.
private func isTrivial(_ relation: Relation) -> Bool {
  ([.schedule, .customResource, .permissionOnly, .configRule, .alarmAction] as Set<Via>).contains(relation.via)
}
