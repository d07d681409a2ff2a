package import Diagnostics
package import Documents
package import Infrastructure

/// The value of a Terraform expression as far as it is known without applying, and where it is written.
///
/// Strings are canonical texts, so that a partly known string keeps its unknown parts as symbols: a reference to
/// `aws_sqs_queue.q.arn` is the queue's canonical ARN whether it comes from a plan, a state or HCL.
package struct TerraformValue: Sendable {
  package indirect enum Content: Sendable {
    case null
    /// Not knowable; the symbol is what stands for it inside texts, without `${` and `}`.
    case unknown(symbol: String?, why: UnresolvedReason)
    case bool(Bool)
    case number(Double)
    case string(Text)
    /// A list, set or tuple, or the blocks of one type.
    case list([TerraformValue])
    /// A map, object or block, in written order.
    case object([Entry])
  }

  /// One attribute of an object.
  package struct Entry: Sendable {
    package let key: String
    package let keySpan: Span
    package let value: TerraformValue

    package init(_ key: String, _ keySpan: Span, _ value: TerraformValue) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  package var content: Content
  package var span: Span
  /// Where an environment variable's value comes from, where that is not this text itself: a variable, a parameter store.
  package var origin: EnvironmentVariable.Origin?
  /// How surely a link is the one that was written.
  package var certainty = Certainty.exact

  package init(
    _ content: Content, _ span: Span, origin: EnvironmentVariable.Origin? = nil, certainty: Certainty = .exact
  ) {
    self.content = content
    self.span = span
    self.origin = origin
    self.certainty = certainty
  }

  package static func string(_ text: String, _ span: Span) -> TerraformValue {
    TerraformValue(.string(Text(text)), span)
  }
  package static func null(_ span: Span) -> TerraformValue { TerraformValue(.null, span) }
}

extension TerraformValue {
  /// An attribute of an object, or of the only block of its type; nil when it is absent or null.
  package subscript(key: String) -> TerraformValue? {
    guard let value = entry(key)?.value, !value.isNull else { return nil }
    return value
  }

  /// An attribute with its key; the last one where it is written twice.
  package func entry(_ key: String) -> Entry? { entries.last { $0.key == key } }

  /// The attributes of an object, or of the only block of its type.
  package var entries: [Entry] {
    switch content {
    case .object(let entries): entries
    case .list(let items) where items.count == 1:
      if case .object(let entries) = items[0].content { entries } else { [] }
    case .list, .null, .unknown, .bool, .number, .string: []
    }
  }

  /// The items of a list; a single object stands for a list of one block.
  package var items: [TerraformValue] {
    switch content {
    case .list(let items): items
    case .object: [self]
    case .null, .unknown, .bool, .number, .string: []
    }
  }

  package var isNull: Bool {
    if case .null = content { true } else { false }
  }

  package var isUnknown: Bool {
    if case .unknown = content { true } else { false }
  }

  /// The value as a string, as Terraform converts it; an unknown is its symbol; nil for collections and null.
  package var text: Text? {
    switch content {
    case .string(let text): text
    case .bool(let value): Text(value ? "true" : "false")
    case .number(let value): Text(TerraformValue.text(of: value))
    case .unknown(let symbol?, _): Text.symbol(symbol)
    case .unknown(nil, _), .null, .list, .object: nil
    }
  }

  /// A number as Terraform writes it into a string.
  package static func text(of number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    return String(number)
  }

  /// The value as a number, as Terraform converts it.
  package var number: Double? {
    switch content {
    case .number(let value): value
    case .string(let text): text.known.flatMap(Double.init)
    case .null, .unknown, .bool, .list, .object: nil
    }
  }

  /// The value as a boolean, as Terraform converts it.
  package var bool: Bool? {
    switch content {
    case .bool(let value): value
    case .string(let text): text.raw == "true" ? true : text.raw == "false" ? false : nil
    case .null, .unknown, .number, .list, .object: nil
    }
  }
}

extension TerraformValue {
  /// The value of a JSON document's node; `${` in it is not special.
  package init(_ node: Node) {
    if let text = node.text {
      self.init(TerraformValue.content(of: text, node.style), node.span)
    } else if node.isSequence {
      self.init(.list(node.opened.items.map(TerraformValue.init)), node.span)
    } else if node.isMapping {
      let entries = node.opened.entries
      self.init(.object(entries.map { Entry($0.key, $0.keySpan, TerraformValue($0.value)) }), node.span)
    } else {
      self.init(.null, node.span)
    }
  }

  /// The value of a node that a plan knows, without what is null in it, which says as much as what is not there.
  static func known(_ node: Node) -> TerraformValue {
    guard node.isMapping else { return TerraformValue(node) }
    var entries: [Entry] = []
    for entry in node.opened.entries where !entry.value.isNull {
      entries.append(Entry(entry.key, entry.keySpan, known(entry.value)))
    }
    return TerraformValue(.object(entries), node.span)
  }

  private static func content(of text: String, _ style: Node.Scalar.Style?) -> Content {
    guard style == .plain else { return .string(Text(text)) }
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: return Double(text).map(Content.number) ?? .string(Text(text))
    }
  }

  /// The value as a document node, for the readers of policies, patterns and definitions; unknowns are their symbols.
  package var node: Node {
    switch content {
    case .null: Node(.null, span)
    case .unknown(let symbol, _): Node(.scalar(.init("${\(symbol ?? "unknown")}", .quoted)), span)
    case .bool(let value): Node(.scalar(.init(value ? "true" : "false", .plain)), span)
    case .number(let value): Node(.scalar(.init(TerraformValue.text(of: value), .plain)), span)
    case .string(let text): Node(.scalar(.init(text.raw, .quoted)), span)
    case .list(let items): Node(items: items.map(\.node), span)
    case .object(let entries):
      Node(entries: entries.map { Node.Entry(key: $0.key, keySpan: $0.keySpan, value: $0.value.node) }, span)
    }
  }
}
