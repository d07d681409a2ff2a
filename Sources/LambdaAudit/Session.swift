import Diagnostics
import Reporters

/// A run as the command line sees it: everything written where it was asked for, and an exit status.
package enum Session {
  package static let version = Tool.version
  package static let defaultFormat = OutputFormat.text

  /// Audits, writes the reports, and says with which status to exit.
  package static func audit(_ request: AuditRequest, format: OutputFormat) -> Int32 {
    var outcome = Audit.run(request)
    var isComplete = true
    if let path = request.newBaseline {
      isComplete = write(outcome.accepted.bytes, to: path)
      outcome.acceptEverything()
    }
    complain(of: outcome.report)
    for output in request.outputs where !write(outcome.rendered(output.format), to: output.path) { isComplete = false }
    if !write(outcome.rendered(format, isColoured: FileSystem.wantsColours), to: "-") { isComplete = false }
    Kept.untilTheEnd(outcome)
    return isComplete ? outcome.status.rawValue : ExitStatus.failed.rawValue
  }

  /// Ends the process; ArgumentParser's own way would first put together a help text that nobody sees.
  package static func exit(_ status: Int32) -> Never { FileSystem.exit(status) }

  /// Says on standard error what could not be audited, one line each.
  static func complain(of report: AuditReport) {
    for file in report.files {
      guard let problem = file.error else { continue }
      let place = Place(problem.span, in: report.sources)
      FileSystem.writeError("\(place.path):\(place.start.line):\(place.start.column): error: \(problem.message)\n")
    }
  }

  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let reason = FileSystem.write(bytes, to: path) else { return true }
    FileSystem.writeError("\(path): error: can't be written: \(reason)\n")
    return false
  }
}
