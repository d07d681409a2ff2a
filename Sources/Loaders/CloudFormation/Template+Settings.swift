import Diagnostics
import Documents
import Infrastructure

extension Template {
  /// A number in three answers; a reference to a parameter counts as its default.
  func int(_ node: Node?, near span: Span) -> Setting<Int> {
    setting(node, near: span) { Int($0) }
  }

  func bool(_ node: Node?, near span: Span) -> Setting<Bool> {
    setting(node, near: span) { text in
      switch text {
      case "true", "True", "TRUE": true
      case "false", "False", "FALSE": false
      default: nil
      }
    }
  }

  func string(_ node: Node?, near span: Span) -> Setting<String> { setting(node, near: span) { $0 } }

  /// A text that may hold symbols.
  func canonical(_ node: Node?, near span: Span) -> Setting<Text> {
    guard let node, !branches(node).isEmpty else { return .unset(near: span) }
    guard let text = text(node) else { return .unresolved(node.span, why: .noText) }
    return .known(text, node.span)
  }

  private func setting<Value>(_ node: Node?, near span: Span, _ read: (String) -> Value?) -> Setting<Value> {
    guard let node, !node.isNull else { return .unset(near: span) }
    if case .scalar(let scalar) = node.content, !scalar.text.holds(UInt8(ascii: "{")) {
      return read(scalar.text).map { .known($0, node.span) }
        ?? .unresolved(node.span, why: .noSuchValue)
    }
    let alternatives = branches(node)
    if alternatives.isEmpty { return .unset(near: span) }
    if isUndecided(node) { return .unresolved(node.span, why: .condition) }
    guard let text = text(alternatives[0]) else { return .unresolved(node.span, why: .noSingleValue) }
    guard let known = text.known ?? defaultValue(text) else {
      return .unresolved(node.span, why: .atDeployment)
    }
    return read(known).map { .known($0, node.span) } ?? .unresolved(node.span, why: .noSuchValue)
  }

  /// The text with the defaults of its parameters, when that makes it known.
  func defaultValue(_ text: Text) -> String? {
    text.replacingSymbols { name in
      guard let parameter = parameters[name], !parameter.isSSM else { return nil }
      return parameter.defaultNode?.text
    }.known
  }

  /// The parameter that a node is a plain `Ref` of.
  func parameter(behind node: Node) -> Parameter? {
    guard !parameters.isEmpty, let name = node.onlyValue(of: "Ref")?.text else { return nil }
    return parameters[name]
  }

  /// A reference to another resource.
  func reference(to node: Node?) -> Reference? {
    guard let node, let text = text(node) else { return nil }
    return Reference(text, node.span)
  }
}
