import ArgumentParser
import LambdaAudit

/// The values that the configs leave to whoever deploys.
struct DeploymentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("CloudFormation or SAM parameter; repeatable.", valueName: "name=value"))
  var parameter: [Pair] = []

  @Option(help: "Stage of the Serverless Framework.")
  var stage: String?

  @Option(help: "Region.")
  var region: String?

  @Option(help: ArgumentHelp("Parameter of the Serverless Framework; repeatable.", valueName: "name=value"))
  var param: [Pair] = []

  @Option(help: ArgumentHelp("Environment variable that ${env:…} may see; repeatable.", valueName: "name=value"))
  var env: [Pair] = []

  @Option(name: .customLong("var"), help: ArgumentHelp("Terraform variable; repeatable.", valueName: "name=value"))
  var variable: [Pair] = []

  @Option(help: ArgumentHelp("File of Terraform variables; repeatable.", valueName: "file"))
  var varFile: [String] = []

  @Option(help: ArgumentHelp("Directory of the HCL that a plan was made from.", valueName: "dir"))
  var source: String?

  var values: AuditRequest.Deployment {
    var values = AuditRequest.Deployment()
    values.parameters = Pair.dictionary(parameter)
    values.stage = stage
    values.region = region
    values.serverlessParameters = Pair.dictionary(param)
    values.environment = Pair.dictionary(env)
    values.variables = Pair.dictionary(variable)
    values.variableFiles = varFile
    values.source = source
    return values
  }
}

/// A name and a value, joined by `=`.
struct Pair: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
    name = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }

  /// The last value of each name.
  static func dictionary(_ pairs: [Pair]) -> [String: String] {
    Dictionary(pairs.map { ($0.name, $0.value) }) { $1 }
  }
}

/// A number of executions, at least one.
struct Concurrency: ExpressibleByArgument {
  let executions: Int

  init?(argument: String) {
    guard let number = Int(argument), (1...1_000_000).contains(number) else { return nil }
    executions = number
  }
}

extension Profile: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension OutputFormat: ExpressibleByArgument {}
extension DrawingFormat: ExpressibleByArgument {}
extension CatalogFormat: ExpressibleByArgument {}
extension Threshold: ExpressibleByArgument {}
extension RuleID: ExpressibleByArgument {}
extension OutputFile: ExpressibleByArgument {}
extension MinimumConfidence: ExpressibleByArgument {}
