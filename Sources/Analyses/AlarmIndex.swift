package import Infrastructure

/// Which resources the alarms of the files watch, by the names in their dimensions.
package struct AlarmIndex: Sendable {
  private struct Watch: Sendable {
    /// Nil where it can't be known.
    let metric: String?
  }

  /// By dimension and name.
  private var byName: [String: [Text: [Watch]]] = [:]
  /// Those whose name is a parameter of its own, which may be any.
  private var ofAnything: [String: [Watch]] = [:]
  private let graph: ResourceGraph

  init(_ graph: ResourceGraph) {
    self.graph = graph
    for alarm in graph.alarms {
      let watch = Watch(metric: alarm.metric.known)
      for dimension in alarm.dimensions {
        let value = dimension.value
        if value.isUnknownName { ofAnything[dimension.name, default: []].append(watch) }
        // A name, or an ARN that ends with it.
        let names = Set([value, graph.assumed(value)] + [value.split(on: ":").last].compactMap { $0 })
        for name in names { byName[dimension.name, default: [:]][name, default: []].append(watch) }
      }
    }
  }

  /// Whether some alarm has a resource among its dimensions.
  ///
  /// - Parameter metrics: those that count; nil means all.
  package func watch(_ resource: Resource, dimension: String, metrics: Set<String>? = nil) -> Bool {
    func counts(_ watch: Watch) -> Bool {
      watch.metric.flatMap { metric in metrics.map { $0.contains(metric) } } ?? true
    }
    if ofAnything[dimension]?.contains(where: counts) == true { return true }
    guard let named = byName[dimension] else { return false }
    let name = resource.physicalName
    return Set([name, graph.assumed(name)]).contains { named[$0]?.contains(where: counts) == true }
  }
}

extension Text {
  /// Whether it is the value of one parameter alone, which may be any name.
  fileprivate var isUnknownName: Bool {
    guard hasSymbols, pieces.count == 1, case .symbol(let symbol)? = pieces.first else { return false }
    return !symbol.utf8.contains(UInt8(ascii: "#"))
  }
}
