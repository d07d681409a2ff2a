import ArgumentParser
import Diagnostics
import LambdaAudit
import Reporters

@main
struct LambdaAuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lambda-audit", abstract: "Finds event loops and other footguns in AWS Lambda deployment configs.",
    version: Tool.version)

  @Argument(help: "Files or directories to audit (default: the current directory); - reads standard input.")
  var paths: [String] = []

  @Option(help: "What goes to standard output.")
  var format: ReportFormat = .text

  @Option(help: "Lowest severity that makes the exit status 1 (default: warning).")
  var failOn: Threshold?

  func run() throws {
    var request = AuditRequest(paths: paths)
    request.threshold = failOn
    throw ExitCode(Session.audit(request, format: format))
  }
}

extension ReportFormat: ExpressibleByArgument {}
extension Threshold: ExpressibleByArgument {}
