import Diagnostics
import Infrastructure

/// A function that shares its flaw with others, and where the reader would edit it.
struct Alike: Sendable {
  let id: ResourceID
  let span: Span
}

extension ResourceGraph {
  /// The own functions that have something in common; within the callers, so that no function is copied to be looked at.
  ///
  /// - Parameter span: where a function has it; nil where it hasn't.
  @inline(__always)
  func functions(at span: (Function) -> Span?) -> [Alike] {
    var functions: [Alike] = []
    for position in ownFunctions.indices {
      guard let span = span(ownFunctions[position]) else { continue }
      functions.append(Alike(id: ownFunctions[position].id, span: span))
    }
    return functions
  }

  /// Functions by the stack that declares them, both in the order of the files.
  fileprivate func stacks(of functions: [Alike]) -> [ArraySlice<Alike>] {
    guard let first = functions.first else { return [] }
    let scope = self[first.id].scope
    if functions.allSatisfy({ self[$0.id].scope == scope }) { return [functions[...]] }
    var order: [String] = []
    var members: [String: [Alike]] = [:]
    for function in functions {
      let scope = self[function.id].scope
      if members[scope] == nil { order.append(scope) }
      members[scope, default: []].append(function)
    }
    return order.compactMap { members[$0]?[...] }
  }

  /// `'A'`, `'A' and 'B'`, or `'A' and 4 more functions`.
  fileprivate func names(of functions: ArraySlice<Alike>) -> String {
    let names = functions.prefix(2).map { "'\(self[$0.id].name)'" }
    if functions.count <= 2 { return Phrase.list(names) }
    return "\(names.first ?? "") and \(Phrase.number(functions.count - 1)) more functions"
  }
}

extension Report {
  /// How many further places a grouped finding shows.
  private static let shown = 8

  /// Says once per stack what holds for several functions alike.
  mutating func once(
    for functions: [Alike], severity: Severity = .info, confidence: Confidence = .certain, subject: String = "stack",
    help: String, message: (String) -> String
  ) {
    for stack in graph.stacks(of: functions) {
      guard let first = stack.first else { continue }
      var related: [Label] = []
      for function in stack.dropFirst() where function.span != first.span {
        if related.count == Report.shown { break }
        if related.contains(where: { $0.span == function.span }) { continue }
        related.append(Label(function.span, "and '\(graph[function.id].name)'"))
      }
      self(
        message(graph.names(of: stack)), at: first.span, resource: first.id, severity: severity,
        confidence: confidence, related: related, help: help
      ) { $0.subject = subject }
    }
  }
}
