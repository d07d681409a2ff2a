package import Diagnostics
package import Documents
package import Infrastructure

/// Reads IAM policy documents of any format.
package enum PolicyDocument {
  /// The statements of a document, or of a bare statement where somebody left the document out.
  ///
  /// - Parameters:
  ///   - node: the document: a mapping with `Statement`, a list of statements, one statement, or JSON inside a string.
  ///   - source: what granted it, where that is no statement of the user's own.
  package static func statements(_ node: Node?, source: String? = nil, using evaluator: some Evaluator) -> [Statement] {
    guard let node else { return [] }
    if let tree = embedded(node, using: evaluator) {
      return statements(tree, source: source, using: LiteralEvaluator())
    }
    let list = evaluator.mapping(node).flatMap { $0["Statement"] } ?? node
    return evaluator.items(list).compactMap { item in
      evaluator.mapping(item).flatMap { statement($0, source: source, using: evaluator) }
    }
  }

  /// The tree of a document that was written as JSON inside a string; nil for any other.
  private static func embedded(_ node: Node, using evaluator: some Evaluator) -> Node? {
    guard evaluator.mapping(node)?["Statement"] == nil, let text = evaluator.text(node) else { return nil }
    return EmbeddedJSON.read(text.raw, span: node.span).flatMap { $0.isMapping ? $0 : nil }
  }

  /// The statements of a resource's own policy with whom each speaks of; those about services alone are left out.
  ///
  /// - Parameters:
  ///   - resources: the ARNs of what the policy belongs to, which is all that its `*` means.
  ///   - source: what the policy is called.
  package static func resourceStatements(
    _ node: Node?, of resources: [Text], source: String, using evaluator: some Evaluator
  ) -> [(principals: Principals, statement: Statement)] {
    guard let node else { return [] }
    if let tree = embedded(node, using: evaluator) {
      return resourceStatements(tree, of: resources, source: source, using: LiteralEvaluator())
    }
    let list = evaluator.mapping(node).flatMap { $0["Statement"] } ?? node
    return evaluator.items(list).compactMap { item in
      guard let mapping = evaluator.mapping(item), let principals = principals(mapping["Principal"], using: evaluator),
        var statement = statement(mapping, source: source, using: evaluator)
      else { return nil }
      if case .only(let listed) = statement.resources, listed.allSatisfy({ $0.value.raw == "*" }) {
        let span = listed.first?.span ?? statement.span
        statement.resources = .only(resources.flatMap { reachable($0) }.map { Spanned($0, span) })
      }
      return (principals, statement)
    }
  }

  /// What everything below a resource is called: of a bucket, also its objects.
  private static func reachable(_ resource: Text) -> [Text] {
    resource.raw.range(of: ":s3:::") == nil ? [resource] : [resource, resource + "/*"]
  }

  /// Everybody, or the roles that are named; nil where it speaks of neither.
  private static func principals(_ node: Node?, using evaluator: some Evaluator) -> Principals? {
    guard let node else { return nil }
    let named = evaluator.mapping(node).map { $0["AWS"] } ?? node
    let texts = evaluator.texts(named).map(\.value)
    if texts.contains("*") { return .everybody }
    let roles = texts.filter { $0.raw.range(of: ":role/") != nil }
    return roles.isEmpty ? nil : .roles(roles)
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
    return Statement(
      effect: isDeny(node["Effect"], using: evaluator) ? .deny : .allow, actions: actions,
      resources: resources(of: node, using: evaluator),
      conditions: conditions(node["Condition"], using: evaluator),
      span: node.span, source: source)
  }

  private static func isDeny(_ effect: Node?, using evaluator: some Evaluator) -> Bool {
    guard let word = effect.flatMap({ evaluator.text($0) })?.raw, word.utf8.count == "deny".utf8.count else {
      return false
    }
    return word.lowercased() == "deny"
  }

  private static func resources(of statement: Node, using evaluator: some Evaluator) -> Statement.Match<Text> {
    if let listed = statement["Resource"] { return .only(evaluator.texts(listed)) }
    if let excluded = statement["NotResource"] { return .allBut(evaluator.texts(excluded)) }
    return .only([])
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
