import Diagnostics
import Documents

/// Trees of a template that the Framework would write, at the places of the configuration they come from.
extension Node {
  static func mapping(_ pairs: [(String, Node?)], at span: Span) -> Node {
    Node(
      entries: pairs.compactMap { key, value in value.map { Entry(key: key, keySpan: $0.span, value: $0) } }, span)
  }

  static func sequence(_ items: some Sequence<Node>, at span: Span) -> Node { Node(items: items, span) }

  static func string(_ text: String, at span: Span) -> Node { Node(.scalar(Scalar(text, .quoted)), span) }

  static func reference(to id: String, at span: Span) -> Node { mapping([("Ref", string(id, at: span))], at: span) }

  static func arn(of id: String, at span: Span) -> Node {
    mapping([("Fn::GetAtt", string("\(id).Arn", at: span))], at: span)
  }

  /// The value of a key unless it is null.
  func given(_ key: String) -> Node? { self[key].flatMap { $0.isNull ? nil : $0 } }

  /// The items of a list, or a single value as a list of one.
  var list: Items { isNull ? [] : isSequence ? items : [self] }
}
