import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// Provisioned environments cost by the hour, whether anybody calls or not.
  static let idleProvisionedConcurrency = Rule(
    id: "idle-provisioned-concurrency",
    title: "Provisioned concurrency costs around the clock",
    severity: .error,
    since: "0.1",
    check: .eachFunction { function, facts, report in
      guard case .known(let count, let span) = function.provisionedConcurrency, count > 0 else { return }
      let name = facts.graph[function.id].name
      if case .known(let reserve, let other) = function.reservedConcurrency, count > reserve {
        report(
          "'\(name)' provisions \(count) executions but reserves only \(reserve): the deployment fails",
          at: span, resource: function.id, severity: .error, related: [Label(other, "the reserve")],
          help: "raise the reserve to at least \(count), or provision less")
        return
      }
      guard function.publishesAlias else {
        report(
          "'\(name)' provisions \(count) executions but publishes no version: the deployment fails",
          at: span, resource: function.id, severity: .error,
          help: "publish an alias, with AutoPublishAlias in SAM: $LATEST can't have provisioned concurrency")
        return
      }
      guard let memory = function.effectiveMemory, !isScaled(function, facts.graph) else { return }
      let price = Prices.in(facts.graph.assumptions["AWS::Region"]).provisionedGigabyteSecond
      let cost = Double(count) * Double(memory) / 1_024 * price * Prices.monthSeconds
      report(
        "\(count) provisioned executions of '\(name)' cost about \(Phrase.dollars(cost)) a month, used or not",
        at: span, resource: function.id, severity: .info, confidence: .likely,
        help: "scale it by a schedule or by utilization with Application Auto Scaling")
    }
  )
}

private func isScaled(_ function: Function, _ graph: ResourceGraph) -> Bool {
  let name = graph[function.id].physicalName.raw
  return graph.scalingTargets.contains { target in
    target.resource.raw.range(of: "function:" + name) != nil || target.resource.raw.range(of: name) != nil
  }
}
