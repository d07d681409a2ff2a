// Public, as functions that are inlined into other floors name its types.
public import Diagnostics

/// One value of a YAML or JSON document, with the exact bytes it was written in.
///
/// The tree keeps what was written: a scalar is text with a style, and its type is decided by whoever asks for one.
/// Collections of Terraform's JSON, of which little is ever looked at, are checked at first and read when asked for.
/// CloudFormation's short tags are spelt out while reading, so that `!Ref X` and `Ref: X` are the same mapping with one
/// entry, whose key span is the tag.
///
/// Nodes, entries, texts and collections lie in memory that is never freed, and copying them costs nothing; see
/// `Children`. They are Sendable as what they point at is never changed.
@usableFromInline package struct Node: TreePart, @unchecked Sendable {
  @usableFromInline package typealias Items = Children<Node>
  @usableFromInline package typealias Entries = Children<Entry>

  @usableFromInline package enum Content: BitwiseCopyable, Sendable {
    /// An empty value, `~` or `null`.
    case null
    case scalar(Scalar)
    case sequence(Items)
    case mapping(Entries)
  }

  /// The text of a scalar after unescaping, and how it was written.
  @usableFromInline package struct Scalar: BitwiseCopyable, Sendable {
    @usableFromInline package enum Style: UInt8, BitwiseCopyable, Sendable {
      case plain
      case quoted
      case block
    }

    @usableFromInline let kept: KeptText
    @usableFromInline package let style: Style

    @inlinable package var text: String { kept.text }

    @inlinable package init(_ text: String, _ style: Style) { self.init(KeptText(text), style) }

    @inlinable init(_ kept: KeptText, _ style: Style) {
      self.kept = kept
      self.style = style
    }
  }

  /// One key of a mapping and its value.
  @usableFromInline package struct Entry: TreePart, Sendable {
    @usableFromInline let keptKey: KeptText
    package let keySpan: Span
    let mark: KeyMark
    package let value: Node

    @inlinable package var key: String { keptKey.text }
    @usableFromInline package static var nothing: Entry { Entry(key: "", keySpan: Node.nothing.span, value: .nothing) }
    @usableFromInline package static func children(_ elements: [Entry]) -> Entries { Entries(copying: elements) }

    package init(key: String, keySpan: Span, value: Node) {
      self.init(KeptText(key), KeyMark(key), keySpan, value)
    }

    init(_ key: KeptText, _ mark: KeyMark, _ keySpan: Span, _ value: Node) {
      keptKey = key
      self.mark = mark
      self.keySpan = keySpan
      self.value = value
    }
  }

  @usableFromInline enum Kind: UInt8, BitwiseCopyable {
    case null, plain, quoted, block, sequence, mapping
    /// A collection of a JSON text that was found to be well-formed; the span says where in the lender's bytes.
    case unread
    /// A string of such a text.
    case lent
  }

  /// By kind: a text, where children begin and how many they are, or the lender.
  @usableFromInline let words: (UInt64, UInt64)
  @usableFromInline package let span: Span
  @usableFromInline let kind: Kind

  @usableFromInline package static var nothing: Node { Node(.null, .top(of: FileID(0))) }
  @usableFromInline package static func children(_ elements: [Node]) -> Items { Items(copying: elements) }
}

extension Node {
  @inlinable package init(_ content: Content, _ span: Span) {
    self.span = span
    switch content {
    case .null: (words, kind) = ((0, 0), .null)
    case .scalar(let scalar): (words, kind) = (scalar.kept.words, Node.kind(of: scalar.style))
    case .sequence(let items): (words, kind) = (Node.words(items), .sequence)
    case .mapping(let entries): (words, kind) = (Node.words(entries), .mapping)
    }
  }

  /// A sequence.
  package init(items: some Sequence<Node>, _ span: Span) { self.init(.sequence(Items(items)), span) }

  /// A mapping.
  package init(entries: some Sequence<Entry>, _ span: Span) { self.init(.mapping(Entries(entries)), span) }

  /// A collection or a string that is read when it is asked for.
  init(_ kind: Kind, in lender: Unmanaged<Lender>, _ span: Span) {
    words = (UInt64(UInt(bitPattern: lender.toOpaque())), 0)
    self.span = span
    self.kind = kind
  }

  @inlinable static func kind(of style: Scalar.Style) -> Kind {
    switch style {
    case .plain: .plain
    case .quoted: .quoted
    case .block: .block
    }
  }

  @inlinable static func words<Element>(_ children: Children<Element>) -> (UInt64, UInt64) {
    (UInt64(UInt(bitPattern: children.memory.baseAddress)), UInt64(children.memory.count))
  }

  /// What the two words mean for a sequence or a mapping.
  @inlinable func children<Element>() -> Children<Element> {
    Children(UnsafeBufferPointer(start: UnsafePointer(bitPattern: UInt(words.0)), count: Int(words.1)))
  }

  /// What the node holds; read anew each time where it was not read at once.
  @inlinable package var content: Content {
    switch kind {
    case .null: .null
    case .plain: .scalar(Scalar(KeptText(words), .plain))
    case .quoted: .scalar(Scalar(KeptText(words), .quoted))
    case .block: .scalar(Scalar(KeptText(words), .block))
    case .sequence: .sequence(children())
    case .mapping: .mapping(children())
    case .unread: unreadContent
    case .lent: .scalar(Scalar(lentText, .quoted))
    }
  }

  @usableFromInline var unreadContent: Content { unread?.content ?? .null }
  @usableFromInline var lentText: String { lender.map { UnreadJSON($0, span).text } ?? "" }

  /// What can be asked of a collection that is not read yet.
  var unread: UnreadJSON? {
    kind == .unread ? lender.map { UnreadJSON($0, span) } : nil
  }

  private var lender: Unmanaged<Lender>? { UnsafeRawPointer(bitPattern: UInt(words.0)).map { .fromOpaque($0) } }
}
