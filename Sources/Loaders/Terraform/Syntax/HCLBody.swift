package import Diagnostics

/// The content of a file or a block: attributes and blocks in source order.
package struct HCLBody: Sendable {
  package var attributes: [HCLAttribute] = []
  package var blocks: [HCLBlock] = []
  package var span: Span

  package init(span: Span) { self.span = span }

  /// The attribute of a name; the last one where it is written twice.
  package func attribute(_ name: String) -> HCLAttribute? { attributes.last { $0.name == name } }

  /// The blocks of a type.
  package func blocks(_ type: String) -> [HCLBlock] { blocks.filter { $0.type == type } }
}

/// `name = value` in a body.
package struct HCLAttribute: Sendable {
  package let name: String
  package let nameSpan: Span
  package let value: HCLExpression
}

/// `type "label" { … }` in a body.
package struct HCLBlock: Sendable {
  package let type: String
  package let labels: [String]
  /// The type and the labels.
  package let header: Span
  package var body: HCLBody
}
