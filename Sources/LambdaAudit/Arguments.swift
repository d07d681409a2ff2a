import Diagnostics
package import Reporters
import Rules

/// What an audit's report can look like.
package typealias OutputFormat = ReportFormat

/// A report that goes into a file, written `FORMAT=FILE`.
package struct OutputFile: Sendable {
  package let format: OutputFormat
  package let path: String

  /// The loops as Graphviz.
  package init(dot path: String) {
    format = .dot
    self.path = path
  }

  package init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let format = OutputFormat(rawValue: String(parts[0])) else { return nil }
    self.format = format
    path = String(parts[1])
  }
}

/// What a drawing of the event flow can look like.
package enum DrawingFormat: String, Sendable, CaseIterable {
  case dot
  case mermaid
  case json
}

/// What the list of rules can look like.
package enum CatalogFormat: String, Sendable, CaseIterable {
  case text
  case json
}

/// The least confidence that is reported.
package enum MinimumConfidence: String, Sendable, CaseIterable {
  case certain
  case likely
  case possible

  var confidence: Confidence {
    switch self {
    case .certain: .certain
    case .likely: .likely
    case .possible: .possible
    }
  }
}

/// The id of a rule that there is.
package struct RuleID: Sendable {
  package let id: String

  package init?(argument: String) {
    guard Catalog.all.contains(where: { $0.id == argument }) else { return nil }
    id = argument
  }

  package static var allValueStrings: [String] { Catalog.all.map(\.id) }
}
