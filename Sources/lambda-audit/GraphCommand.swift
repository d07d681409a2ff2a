import ArgumentParser
import LambdaAudit

struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Draws who wakes whom; loops are red, hops that are cut are dashed.",
    usage: "lambda-audit graph [<options>] [<path> ...]")

  @Argument(help: ArgumentHelp("Files or directories to draw.", valueName: "path"))
  var paths: [String] = []

  @Option(help: "What goes to standard output.")
  var format: DrawingFormat = .dot

  @Option(
    help: ArgumentHelp("Only what events can reach from this resource, or come from to it.", valueName: "resource"))
  var around: String?

  @OptionGroup(title: "Values that a deployment would supply")
  var deployment: DeploymentOptions

  func run() {
    var request = AuditRequest(paths: paths)
    request.deployment = deployment.values
    Session.exit(Session.graph(request, format: format, around: around))
  }
}
