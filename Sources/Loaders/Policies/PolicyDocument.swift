package import Diagnostics
package import Documents
package import Infrastructure

/// Reads IAM policy documents of any format.
package enum PolicyDocument {
  /// The statements of a document, or of a bare statement where somebody left the document out.
  ///
  /// - Parameters:
  ///   - node: the document: a mapping with `Statement`, a list of statements, or one statement.
  ///   - source: what granted it, where that is no statement of the user's own.
  package static func statements(_ node: Node?, source: String? = nil, using evaluator: some Evaluator) -> [Statement] {
    guard let node else { return [] }
    let list = evaluator.mapping(node).flatMap { $0["Statement"] } ?? node
    return evaluator.items(list).compactMap { item in
      evaluator.mapping(item).flatMap { statement($0, source: source, using: evaluator) }
    }
  }

  private static func statement(_ node: Node, source: String?, using evaluator: some Evaluator) -> Statement? {
    let actions: Statement.Match<String>
    if let listed = node["Action"] {
      actions = .only(evaluator.strings(listed))
    } else if let excluded = node["NotAction"] {
      actions = .allBut(evaluator.strings(excluded))
    } else {
      return nil
    }
    let isDeny = node["Effect"].flatMap { evaluator.text($0) }?.raw.lowercased() == "deny"
    var resources = Statement.Match<Text>.only(evaluator.texts(node["Resource"]))
    if node["Resource"] == nil, let excluded = node["NotResource"] { resources = .allBut(evaluator.texts(excluded)) }
    return Statement(
      effect: isDeny ? .deny : .allow, actions: actions, resources: resources,
      conditions: conditions(node["Condition"], using: evaluator),
      span: node.span, source: source)
  }

  private static func conditions(_ node: Node?, using evaluator: some Evaluator) -> [Statement.Condition] {
    guard let tests = evaluator.mapping(node) else { return [] }
    return tests.entries.flatMap { test in
      (evaluator.mapping(test.value)?.entries ?? []).map { key in
        Statement.Condition(test: test.key, key: key.key, values: evaluator.texts(key.value).map(\.value))
      }
    }
  }
}

extension Statement {
  /// A statement that a framework adds: the actions on the resources, at the text that asked for it.
  package static func granted(
    _ actions: [String], on resources: [Text], at span: Span, by source: String
  ) -> Statement {
    Statement(
      effect: .allow, actions: .only(actions.map { Spanned($0, span) }),
      resources: .only(resources.map { Spanned($0, span) }), span: span, source: source)
  }
}
