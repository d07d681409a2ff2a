import Diagnostics
import LambdaAudit
import Reporters
import TestSupport

extension Audit.Outcome {
  func reports(_ rule: String) -> Bool { report.findings.contains { $0.rule == rule } }

  /// The text report without colours.
  var text: String { String(decoding: rendered(.text), as: UTF8.self) }

  func rendered(as format: ReportFormat) -> String { String(decoding: rendered(format), as: UTF8.self) }
}

/// A function that writes into the bucket that wakes it.
enum Story {
  static let template = Project.text("Samples/csv-to-json/template.yaml") ?? ""
}
