import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// Lambda takes five layers and refuses a sixth.
  static let tooManyLayers = Rule(
    id: "too-many-layers",
    title: "Lambda refuses the sixth layer",
    severity: .error,
    since: "0.1",
    check: .eachFunction { function, facts, report in
      guard case .known(let count, let span) = function.layers, count > Limits.layers else { return }
      report(
        "'\(facts.graph[function.id].name)' has \(count) layers, and Lambda takes \(Limits.layers)", at: span,
        resource: function.id, help: "merge layers, put some of them into the package, or use an image"
      )
    }
  )
}
