/// What one run has to say: the files it met, what it found, and the sources to show it in.
package struct AuditReport: Sendable {
  /// What became of one input file.
  package struct File: Sendable {
    package enum Status: String, Sendable {
      case audited
      case skipped
      case failed
    }

    package var path: String
    /// The contract's word for the format; nil when it was not recognised.
    package var format: String?
    package var status: Status
    package var functions: Int
    /// Why it could not be audited.
    package var error: Problem?

    package init(path: String, format: String?, status: Status, functions: Int = 0, error: Problem? = nil) {
      self.path = path
      self.format = format
      self.status = status
      self.functions = functions
      self.error = error
    }
  }

  package var files: [File]
  /// Sorted once: by file, position and rule.
  package var findings: [Finding]
  /// How many findings are hidden by comments, metadata, the config file or the baseline.
  package var suppressed: Int
  package var sources: Sources
  /// Source text that no report may print, of findings that are hidden too.
  package var secrets: [Span] = []

  /// The formats of the files and directories that were audited.
  package var formats: [String: String] {
    files.reduce(into: [:]) { $0[$1.path] = $1.format }
  }

  package init(files: [File], findings: [Finding], suppressed: Int = 0, sources: Sources) {
    self.files = files
    self.findings = findings
    self.suppressed = suppressed
    self.sources = sources
  }
}

/// The tool's name and version, as reports state them.
package enum Tool {
  package static let name = "lambda-audit"
  package static let version = "0.1.0"
  package static let homepage = "https://github.com/lambda-audit/lambda-audit"
}
