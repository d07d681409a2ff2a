import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// Objects that are worked on in `/tmp` fill it, and it is kept from one run to the next.
  static let tmpPressure = Rule(
    id: "tmp-pressure",
    title: "Large objects may not fit into /tmp",
    severity: .info,
    since: "0.1",
    check: .wholeGraph { facts, report in
      let small = facts.graph.functions { $0.ephemeralStorage.isUnset ? $0.span : nil }
      report.once(
        for: small.filter { isFedObjects($0.id, facts.graph) }, confidence: .possible,
        help: "stream the objects, or set EphemeralStorage to the largest object that may come; clean up after each run"
      ) { "objects of more than \(Limits.ephemeralStorage) MB don't fit into the /tmp of \($0)" }
      for function in facts.graph.functions(at: { $0.ephemeralStorage.isUnset ? nil : $0.ephemeralStorage.span }) {
        reportPrice(function.id, facts.graph, &report)
      }
    }
  )
}

private func isFedObjects(_ function: ResourceID, _ graph: ResourceGraph) -> Bool {
  graph.hasTrigger(function) { $0.via == .s3Notification }
}

private func reportPrice(_ function: ResourceID, _ graph: ResourceGraph, _ report: inout Report) {
  guard case .known(let size, let span)? = graph.function(function)?.ephemeralStorage,
    size > Limits.ephemeralStorage, size <= 1 << 20
  else { return }
  let price = Prices.in(graph.assumptions["AWS::Region"]).storageGigabyteSecond
  let hour = Double(size - Limits.ephemeralStorage) / 1_024 * price * 3_600
  report(
    "'\(graph[function].name)' pays \(Phrase.dollars(hour * 1_000)) for /tmp per 1,000 hours of running", at: span,
    resource: function, help: "keep it if the objects need it; the first \(Limits.ephemeralStorage) MB are free")
}
