package import Reporters

extension Audit.Outcome {
  /// The report in a format.
  package func rendered(_ format: ReportFormat) -> [UInt8] { format.render(report) }
}
