package import Diagnostics

/// Reads JSON inside a string, such as a filter pattern or a policy in an attribute.
package enum EmbeddedJSON {
  /// The tree of the text; every node has the span of the string; nil where it is no JSON.
  package static func read(_ text: String, span: Span) -> Node? {
    var problems = Problems()
    let file = SourceFile(path: "", bytes: Array(text.utf8))
    guard let root = try? DocumentReader.read(file, id: span.file, problems: &problems).first else { return nil }
    return root.at(span)
  }
}

extension Node {
  /// The same tree with one span everywhere.
  fileprivate func at(_ span: Span) -> Node {
    switch content {
    case .null, .scalar: Node(content, span)
    case .sequence(let items): Node(.sequence(items.map { $0.at(span) }), span)
    case .mapping(let entries):
      Node(.mapping(entries.map { Entry(key: $0.key, keySpan: span, value: $0.value.at(span)) }), span)
    }
  }
}
