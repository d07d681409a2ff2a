import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A URL without authorization runs the function for whoever finds it.
  static let publicFunctionURL = Rule(
    id: "public-function-url",
    title: "Anybody may run the function through its URL",
    severity: .warning,
    since: "0.1",
    security: 6.5,
    check: .eachFunction { function, facts, report in
      guard let url = function.url, case .known("NONE", let span) = url.authorization else { return }
      report(
        "anybody may run '\(facts.graph[function.id].name)' through its URL, as often as they like",
        at: span, resource: function.id,
        help: "set AuthType to AWS_IAM, put CloudFront or an API with throttling in front, or check a signature and "
          + "reserve little concurrency"
      )
    }
  )
}
