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
      let name = facts.graph[function.id].name
      for variable in function.environment where Limits.reservedVariables.contains(variable.name) {
        report(
          "'\(variable.name)' belongs to Lambda, which refuses it in the environment of '\(name)'",
          at: variable.nameSpan, resource: function.id, help: "give the variable another name"
        ) {
          $0.variable = variable.name
          $0.subject = variable.name
        }
      }
      let size = function.environment.reduce(0) { $0 &+ $1.name.utf8.count &+ ($1.value.known?.utf8.count ?? 0) }
      guard size > Limits.environmentBytes, let span = function.environmentSpan else { return }
      report(
        "the environment of '\(name)' has \(Phrase.number(size)) bytes, and Lambda takes "
          + "\(Phrase.number(Limits.environmentBytes))",
        at: span, resource: function.id, help: "keep large values in SSM, AppConfig or a file of the package"
      ) { $0.subject = "size" }
    }
  )
}
