package import Reporters

extension Audit.Outcome {
  /// The report in a format.
  package func rendered(_ format: ReportFormat, isColoured: Bool = false) -> [UInt8] {
    format.render(report, isColoured: isColoured)
  }
}
