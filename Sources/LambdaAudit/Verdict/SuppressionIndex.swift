import Diagnostics

/// Suppressions by their places, so that a finding is held only against those that may hide it.
struct SuppressionIndex {
  private enum Place: Hashable {
    case line(FileID, Int)
    case resource(String, FileID)
  }

  let all: [Suppression]
  private var places: [Place: [Int]] = [:]
  /// Those of the config file, whose globs may mean any place.
  private var globs: [Int] = []

  init(_ suppressions: [Suppression]) {
    all = suppressions
    for (position, suppression) in suppressions.enumerated() {
      switch suppression.place {
      case .line(let file, let line): places[.line(file, line), default: []].append(position)
      case .resource(let name, let file): places[.resource(name, file), default: []].append(position)
      case .config: globs.append(position)
      }
    }
  }

  /// The positions of those that hide a finding.
  func hiding(_ finding: Finding, in sources: Sources, today: Int) -> [Int] {
    if all.isEmpty { return [] }
    let file = finding.span.file
    var hiding = globs + (places[.line(file, sources[file].line(at: finding.span.start))] ?? [])
    for name in [finding.resource, finding.function] {
      if let name { hiding += places[.resource(name, file)] ?? [] }
    }
    return hiding.filter { all[$0].hides(finding, in: sources, today: today) }
  }
}
