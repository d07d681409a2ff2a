import ArgumentParser
import LambdaAudit

@main
struct LambdaAuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lambda-audit",
    abstract: "Finds event loops and other footguns in AWS Lambda deployment configs.",
    usage: """
      lambda-audit [<options>] [<path> ...]
      lambda-audit graph|rules|explain ...
      """,
    discussion: """
      Reads CloudFormation, SAM, CDK output, serverless.yml, Terraform, and the graphs of other repositories. Without \
      PATH it audits the current directory; - is standard input.

      Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something could not be audited, 64 wrong usage.
      """,
    version: Session.version,
    subcommands: [GraphCommand.self, RulesCommand.self, ExplainCommand.self])

  /// Looks at the first word itself: a root command with paths of its own would take a subcommand for a path.
  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "help" { arguments = arguments.dropFirst() + ["--help"] }
    let rest = Array(arguments.dropFirst())
    switch arguments.first {
    case "graph": GraphCommand.main(rest)
    case "rules": RulesCommand.main(rest)
    case "explain": ExplainCommand.main(rest)
    default:
      if arguments.allSatisfy(isPath) {
        Session.exit(Session.audit(AuditRequest(paths: arguments), format: Session.defaultFormat))
      }
      main(arguments)
    }
  }

  /// Paths alone, the commonest call, need no parser: to set it up for thirty options takes longer than a small audit.
  private static func isPath(_ argument: String) -> Bool { argument == "-" || !argument.hasPrefix("-") }

  @Argument(help: ArgumentHelp("Files or directories to audit.", valueName: "path"))
  var paths: [String] = []

  @Option(help: "What goes to standard output.")
  var format = Session.defaultFormat

  @Option(help: ArgumentHelp("A further report into a file.", valueName: "format=file"))
  var output: [OutputFile] = []

  @Option(help: ArgumentHelp("The loops as Graphviz into a file.", valueName: "file"))
  var dot: String?

  @Option(help: "Lowest severity that makes the exit status 1 (default: warning).")
  var failOn: Threshold?

  @Option(help: ArgumentHelp("Report this rule only; repeatable.", valueName: "rule"))
  var only: [RuleID] = []

  @Option(help: ArgumentHelp("Leave this rule out; repeatable.", valueName: "rule"))
  var skip: [RuleID] = []

  @Option(help: "Report only what is at least this sure (default: possible).")
  var minConfidence: MinimumConfidence?

  @Option(help: ArgumentHelp("Config file (default: .lambda-audit.yml in the project root).", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("Report only what is not in this baseline.", valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp("Write what is found into a new baseline.", valueName: "file"))
  var writeBaseline: String?

  @Option(help: "How much is said: strict raises each finding to its rule's severity, minimal has errors only.")
  var profile: Profile?

  @Option(help: ArgumentHelp("Executions the account may run at once (default: 1000).", valueName: "number"))
  var accountConcurrency: Concurrency?

  @Option(help: ArgumentHelp("Day on which runtimes are judged (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: Day?

  @Flag(help: "Show what comments, metadata and the config file hide.")
  var noSuppressions = false

  @OptionGroup(title: "Values that a deployment would supply")
  var deployment: DeploymentOptions

  func run() {
    var request = AuditRequest(paths: paths)
    request.outputs = output + (dot.map { [OutputFile(dot: $0)] } ?? [])
    request.threshold = failOn
    request.only = only.map(\.id)
    request.skip = skip.map(\.id)
    request.minimumConfidence = minConfidence
    request.configuration = config
    request.baseline = baseline
    request.newBaseline = writeBaseline
    request.honoursSuppressions = !noSuppressions
    request.accountConcurrency = accountConcurrency?.executions
    request.profile = profile
    request.asOf = asOf
    request.deployment = deployment.values
    Session.exit(Session.audit(request, format: format))
  }
}
