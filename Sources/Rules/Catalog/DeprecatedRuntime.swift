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
      for (runtime, users) in facts.deprecated {
        let phase = Phase(runtime, on: facts.standards.today)
        let name = runtime.name
        report.once(
          for: users, severity: phase.severity, subject: name, help: phase.help(successor: runtime.successor)
        ) { "\(name) of \($0) \(phase.sentence)" }
      }
    }
  )
}

extension Facts {
  /// The runtimes without support and the functions that use them, in the order of the files.
  fileprivate var deprecated: [(runtime: Runtime, users: [Alike])] {
    // Of many functions few have another runtime than the one before.
    var last: (name: String, position: Int?) = ("", nil)
    var found: [(runtime: Runtime, users: [Alike])] = []
    for position in graph.ownFunctions.indices where !graph.ownFunctions[position].isImage {
      guard case .known(let name, let span) = graph.ownFunctions[position].runtime else { continue }
      if name != last.name {
        last = (name, found.firstIndex { $0.runtime.name == name })
        if last.position == nil, let runtime = Runtime.find(name), runtime.deprecated <= standards.today {
          last.position = found.count
          found.append((runtime, []))
        }
      }
      guard let place = last.position else { continue }
      found[place].users.append(Alike(id: graph.ownFunctions[position].id, span: span))
    }
    return found
  }
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
