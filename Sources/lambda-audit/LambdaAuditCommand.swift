import ArgumentParser

@main
struct LambdaAuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "lambda-audit")
}
