import ArgumentParser
import LambdaAudit

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Lists the rules.", usage: "lambda-audit rules [--format text|json]")

  @Option(help: "What goes to standard output.")
  var format: CatalogFormat = .text

  func run() { Session.exit(Session.rules(format)) }
}

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Says why a rule matters, with a bad and a good example and how to fix it.",
    usage: "lambda-audit explain <rule>")

  @Argument(help: "The id of a rule.")
  var rule: RuleID

  func run() { Session.exit(Session.explain(rule)) }
}
