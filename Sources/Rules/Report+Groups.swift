import Diagnostics
import Infrastructure

extension ResourceGraph {
  /// Functions by the stack that declares them, both in the order of the files.
  func stacks(of functions: [Function]) -> [[Function]] {
    var order: [String] = []
    var members: [String: [Function]] = [:]
    for function in functions {
      let scope = self[function.id].scope
      if members[scope] == nil { order.append(scope) }
      members[scope, default: []].append(function)
    }
    return order.compactMap { members[$0] }
  }

  /// `'A'`, `'A' and 'B'`, or `'A' and 4 more functions`.
  func names(of functions: [Function]) -> String {
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
    for functions: [Function], in graph: ResourceGraph, severity: Severity = .info, confidence: Confidence = .certain,
    at span: (Function) -> Span, subject: String = "stack", help: String, message: (String) -> String
  ) {
    for stack in graph.stacks(of: functions) {
      guard let first = stack.first else { continue }
      var related: [Label] = []
      for function in stack.dropFirst() where related.count < Report.shown && span(function) != span(first) {
        let label = Label(span(function), "and '\(graph[function.id].name)'")
        if !related.contains(where: { $0.span == label.span }) { related.append(label) }
      }
      self(
        message(graph.names(of: stack)), at: span(first), resource: first.id, severity: severity,
        confidence: confidence, related: related, help: help
      ) { $0.subject = subject }
    }
  }
}
