import Diagnostics
import Loaders

/// What the command line asks for.
package struct AuditRequest: Sendable {
  package var paths: [String] = []
  /// Lowest severity that makes the exit status 1; nil leaves it to the config file.
  package var threshold: Threshold?
  package var only: [String] = []
  package var skip: [String] = []
  package var minimumConfidence: MinimumConfidence?
  package var configuration: String?
  package var baseline: String?
  package var newBaseline: String?
  package var honoursSuppressions = true
  /// Reports besides the one on standard output.
  package var outputs: [OutputFile] = []
  /// Executions that the account may run at once in a region, where it is not AWS's default.
  package var accountConcurrency: Int?
  /// How much is said; nil leaves it to the config file.
  package var profile: Profile?
  /// The day that counts as today for the phases of runtimes; nil leaves it to the config file, or else the clock.
  package var asOf: Day?
  package var deployment = Deployment()

  /// The values that a deployment would supply.
  package struct Deployment: Sendable {
    package var parameters: [String: String] = [:]
    package var stage: String?
    package var region: String?
    package var serverlessParameters: [String: String] = [:]
    package var environment: [String: String] = [:]
    package var variables: [String: String] = [:]
    package var variableFiles: [String] = []
    package var source: String?

    package init() {}
  }

  package init(paths: [String] = []) { self.paths = paths }
}

/// The lowest severity that makes the exit status 1.
package enum Threshold: String, Sendable, CaseIterable {
  case error
  case warning
  case info
  case never

  /// The severity; nil for never.
  var severity: Severity? {
    switch self {
    case .error: .error
    case .warning: .warning
    case .info: .info
    case .never: nil
    }
  }
}

extension AuditRequest.Deployment {
  var inputs: LoadInputs {
    var inputs = LoadInputs()
    inputs.parameters = parameters
    inputs.stage = stage
    inputs.region = region
    inputs.serverlessParameters = serverlessParameters
    inputs.environment = environment
    inputs.terraformVariables = variables
    inputs.terraformVariableFiles = variableFiles
    inputs.terraformSource = source
    return inputs
  }
}
