import Documents
import Infrastructure

extension Template {
  /// Whether a condition holds, whatever parameters are given; nil when that depends on them.
  func truth(ofCondition name: String) -> Bool? { truths[name] }

  /// The alternatives of a node: itself, or what the branches of its `Fn::If` offer, without `AWS::NoValue`.
  func branches(_ node: Node?, depth: Int = 0) -> NodeList {
    guard let node else { return NodeList() }
    guard isConditional(node) else { return NodeList(node) }
    guard !isNoValue(node) else { return NodeList() }
    guard depth < 16, let parts = node.onlyValue(of: "Fn::If")?.items, parts.count == 3 else { return NodeList(node) }
    switch parts[0].text.flatMap({ truth(ofCondition: $0) }) {
    case true?: return branches(parts[1], depth: depth + 1)
    case false?: return branches(parts[2], depth: depth + 1)
    case nil:
      return NodeList(
        Node.Items(Array(branches(parts[1], depth: depth + 1)) + branches(parts[2], depth: depth + 1)))
    }
  }

  /// Whether a node is a choice or nothing at all, as only mappings of one entry can be.
  private func isConditional(_ node: Node) -> Bool {
    node.entries.count == 1 && (node.onlyValue(of: "Fn::If") != nil || isNoValue(node))
  }

  /// Whether a node is a condition that can't be decided.
  func isUndecided(_ node: Node) -> Bool {
    guard let choice = node.onlyValue(of: "Fn::If") else { return false }
    return choice.items.first?.text.flatMap { truth(ofCondition: $0) } == nil
  }

  private func isNoValue(_ node: Node) -> Bool {
    node.onlyValue(of: "Ref")?.text == "AWS::NoValue"
  }

  package func items(_ node: Node?) -> NodeList {
    guard let node, !node.isNull else { return NodeList() }
    if !node.isSequence, !isConditional(node) { return NodeList(node) }
    if let items = plainItems(node) { return NodeList(items) }
    let found = branches(node).flatMap { branch -> [Node] in
      switch branch.content {
      case .null: []
      case .scalar, .mapping: [branch]
      case .sequence(let items): items.flatMap { branches($0) }.filter { !$0.isNull }
      }
    }
    return NodeList(Node.Items(found))
  }

  /// The items of a list that holds no conditions and nothing empty, as nearly all do; nil for everything else.
  private func plainItems(_ node: Node) -> Node.Items? {
    guard node.isSequence else { return nil }
    let items = node.items
    for item in items where item.isNull || isConditional(item) { return nil }
    return items
  }

  package func mapping(_ node: Node?) -> Node? {
    guard let node else { return nil }
    if node.isMapping, !isConditional(node) { return include(node) }
    return branches(node).first { $0.isMapping }.map(include)
  }

  /// A mapping as it is, or the included file where it is an `AWS::Include` that was read beforehand.
  private func include(_ node: Node) -> Node { node }
}
