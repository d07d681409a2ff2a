package import Documents
package import Infrastructure

/// What a format knows about the values in its tree: how to turn a node into text, and how to list alternatives.
///
/// Readers of things that several formats contain, such as policy documents, see the tree through it.
package protocol Evaluator {
  /// The canonical text of a node; nil for null, for a value that is absent, and for collections.
  func text(_ node: Node) -> Text?
  /// The items of a list with every branch of a condition, or a single value as a list of one.
  func items(_ node: Node?) -> NodeList
  /// The mapping behind a node, the first where a condition offers several; nil for anything else.
  func mapping(_ node: Node?) -> Node?
}

extension Evaluator {
  /// The texts of a list or of a single value.
  package func texts(_ node: Node?) -> [Spanned<Text>] { spanned(node) { $0 } }

  /// The known strings of a list or of a single value.
  package func strings(_ node: Node?) -> [Spanned<String>] { spanned(node) { $0.raw } }

  private func spanned<Value>(_ node: Node?, _ value: (Text) -> Value) -> [Spanned<Value>] {
    let items = items(node)
    var result: [Spanned<Value>] = []
    result.reserveCapacity(items.count)
    for item in items {
      if let text = text(item) { result.append(Spanned(value(text), item.span)) }
    }
    return result
  }

  /// The value of a key of a mapping, through conditions.
  package func value(_ node: Node?, _ key: String) -> Node? { mapping(node)?[key] }

  /// The value at a path of keys below a node, through conditions.
  package func value(_ node: Node?, _ first: String, _ second: String, _ more: String...) -> Node? {
    guard var current = value(value(node, first), second) else { return nil }
    for key in more {
      guard let below = value(current, key) else { return nil }
      current = below
    }
    return current
  }
}

/// Reads a tree as it stands, as JSON inside a string is read.
package struct LiteralEvaluator: Evaluator {
  package init() {}

  package func text(_ node: Node) -> Text? { node.text.map { Text($0) } }

  package func items(_ node: Node?) -> NodeList {
    guard let node, !node.isNull else { return NodeList() }
    return node.isSequence ? NodeList(node.items) : NodeList(node)
  }

  package func mapping(_ node: Node?) -> Node? { node?.isMapping == true ? node : nil }
}
