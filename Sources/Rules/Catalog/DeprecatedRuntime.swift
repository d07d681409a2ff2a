import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A runtime without support gets no security fixes, and one day no deployment.
  static let deprecatedRuntime = Rule(
    id: "deprecated-runtime",
    title: "Runtime gets no security fixes any more",
    severity: .error,
    since: "0.1",
    security: 5.0,
    check: .wholeGraph { facts, report in
      var names: [String] = []
      var users: [String: [Function]] = [:]
      for function in facts.graph.ownFunctions where !function.isImage {
        guard let name = function.runtime.value else { continue }
        if users[name] == nil { names.append(name) }
        users[name, default: []].append(function)
      }
      for name in names {
        guard let runtime = Runtime.find(name), runtime.deprecated <= facts.standards.today else { continue }
        let phase = Phase(runtime, on: facts.standards.today)
        report.once(
          for: users[name] ?? [], in: facts.graph, severity: phase.severity, at: \.runtime.span, subject: name,
          help: phase.help(successor: runtime.successor)
        ) { "\(name) of \($0) \(phase.sentence)" }
      }
    }
  )
}

/// How far a runtime is on its way out.
private enum Phase {
  case unsupported(since: String, blocks: String?)
  case closedToNewFunctions(since: String)
  case closed(since: String)

  init(_ runtime: Runtime, on today: String) {
    if let day = runtime.blocksUpdate, day <= today {
      self = .closed(since: day)
    } else if let day = runtime.blocksCreation, day <= today {
      self = .closedToNewFunctions(since: day)
    } else {
      self = .unsupported(since: runtime.deprecated, blocks: runtime.blocksCreation)
    }
  }

  var severity: Severity {
    switch self {
    case .unsupported: .warning
    case .closedToNewFunctions, .closed: .error
    }
  }

  var sentence: String {
    switch self {
    case .unsupported(let since, _):
      "gets no security fixes since \(since)"
    case .closedToNewFunctions(let since): "can't be used for new functions since \(since)"
    case .closed(let since): "can't be deployed since \(since)"
    }
  }

  func help(successor: String?) -> String {
    let move = successor.map { "move to \($0)" } ?? "move to a supported runtime"
    guard case .unsupported(_, let day?) = self else { return move }
    return move + "; AWS refuses new functions from \(day)"
  }
}
