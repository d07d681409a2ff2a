import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// An environment that Lambda refuses fails the deployment.
  static let unusableEnvironment = Rule(
    id: "unusable-environment",
    title: "Lambda refuses the environment",
    severity: .error,
    since: "0.1",
    check: .eachFunction { function, facts, report in
      var size = 0
      for position in function.environment.indices {
        let (name, value) = (function.environment[position].name, function.environment[position].value)
        size &+= name.utf8.count &+ (value.hasSymbols ? 0 : value.raw.utf8.count)
        if beginnings.mayBe(name), Limits.reservedVariables.contains(name) {
          reportName(function.environment[position], function, facts.graph, &report)
        }
      }
      guard size > Limits.environmentBytes, let span = function.environmentSpan else { return }
      let name = facts.graph[function.id].name
      report(
        "the environment of '\(name)' has \(Phrase.number(size)) bytes, and Lambda takes "
          + "\(Phrase.number(Limits.environmentBytes))",
        at: span, resource: function.id, help: "keep large values in SSM, AppConfig or a file of the package"
      ) { $0.subject = "size" }
    }
  )
}

private let beginnings = Beginnings(of: Limits.reservedVariables)

private func reportName(
  _ variable: EnvironmentVariable, _ function: Function, _ graph: ResourceGraph, _ report: inout Report
) {
  report(
    "'\(variable.name)' belongs to Lambda, which refuses it in the environment of '\(graph[function.id].name)'",
    at: variable.nameSpan, resource: function.id, help: "give the variable another name"
  ) {
    $0.variable = variable.name
    $0.subject = variable.name
  }
}
