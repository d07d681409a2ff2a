import Diagnostics
import Documents
import Infrastructure

/// Reads what `lambda-audit graph --format json` wrote about another repository, so that it becomes part of one system.
///
/// Names that hold good inside one stack only are kept apart from those of all other files; everything else meets by its
/// canonical name. Functions are known by what matters for loops, and all else about them is unknown.
enum GraphFileLoader {
  static func load(_ root: Node, file: FileID, path: String, into context: inout LoadContext) throws(Problem) {
    var reader = GraphFileReader(file: file)
    try reader.checkSchema(root)
    if describesOwnFiles(root, &context) {
      context.markSkipped(path)
      return
    }
    var builder = context.builder
    context.builder = GraphBuilder()
    defer { context.builder = builder }
    if context.own == nil { context.own = builder }
    builder.noteGraphFile(file)
    try reader.read(root, into: &builder)
  }

  /// Whether the run reads all the files itself that a graph was made from: the graph then says nothing new.
  private static func describesOwnFiles(_ root: Node, _ context: inout LoadContext) -> Bool {
    let files = root["files"]?.items ?? []
    return !files.isEmpty
      && files.allSatisfy { file in
        guard let path = file["path"]?.text, let fingerprint = file["fingerprint"]?.text else { return false }
        return context.ownSource(at: path)?.fingerprint == fingerprint
      }
  }
}

/// Reads one graph file.
struct GraphFileReader {
  /// What an edge's end means in the graph in the making.
  struct End {
    let endpoint: GraphBuilder.Endpoint
    let kind: ResourceKind
    let scope: String
    /// The physical name, for permissions.
    let name: Text
    let resource: ResourceID?
  }

  let evaluator: GraphFileEvaluator
  /// Whether the file says what roles allow; if not, its writes are taken as they are drawn.
  var isComplete = false
  var ends: [String: End] = [:]
  /// Each path and scope once, as every entry has them.
  private var paths: [String: String] = [:]
  private var scopes: [String: String] = [:]

  init(file: FileID) { evaluator = GraphFileEvaluator(prefix: "graph\(file.index)!") }

  func checkSchema(_ root: Node) throws(Problem) {
    guard let schema = root["schema"], schema.int != GraphFile.schema else { return }
    throw Problem(
      schema.span, "graph of schema '\(schema.text ?? "")'; this version reads schema \(GraphFile.schema) only")
  }

  mutating func read(_ root: Node, into builder: inout GraphBuilder) throws(Problem) {
    isComplete = root["roles"] != nil
    for node in try list("nodes", of: root) { try declare(node, into: &builder) }
    for node in try list("idle", of: root, isNeeded: false) { try declareIdle(node, into: &builder) }
    let writes = try readEdges(of: root, into: &builder)
    if isComplete {
      for role in try list("roles", of: root) { try readRole(role, into: &builder) }
    } else {
      permit(writes, into: &builder)
    }
    for definition in try list("definitions", of: root, isNeeded: false) {
      let symbol = try string("symbol", of: definition)
      builder.define(evaluator.symbol(symbol), as: evaluator.text(try string("text", of: definition)))
    }
    for entry in root["defaults"]?.entries ?? [] {
      guard let value = entry.value.text else { throw Problem(entry.value.span, "a default must be a string") }
      builder.assume(evaluator.symbol(entry.key), is: value)
    }
  }
}

extension GraphFileReader {
  /// The items of a list under a key of the file; its absence is an error where it is needed.
  func list(_ key: String, of root: Node, isNeeded: Bool = true) throws(Problem) -> Node.Items {
    guard let value = root[key] else {
      if !isNeeded { return [] }
      throw Problem(root.span.start(of: root), "the graph has no '\(key)'")
    }
    guard value.isSequence else { throw Problem(value.span, "'\(key)' of a graph must be a list") }
    for item in value.items where !item.isMapping {
      throw Problem(item.span, "every entry of '\(key)' must be an object")
    }
    return value.items
  }

  func string(_ key: String, of node: Node) throws(Problem) -> String {
    guard let value = node[key] else { throw Problem(node.span, "'\(key)' is missing") }
    guard case .scalar(let scalar) = value.content, scalar.style != .plain else {
      throw Problem(value.span, "'\(key)' must be a string")
    }
    return scalar.text
  }

  /// One of the words that a key may have.
  func word<Word: RawRepresentable>(_ key: String, of node: Node) throws(Problem) -> Word
  where Word.RawValue == String { try word(key, of: node) { Word(rawValue: $0) } }

  func word<Word>(_ key: String, of node: Node, _ read: (String) -> Word?) throws(Problem) -> Word {
    let text = try string(key, of: node)
    guard let word = read(text) else {
      throw Problem(node[key]?.span ?? node.span, "'\(text)' is no '\(key)' that this version knows")
    }
    return word
  }

  /// Where an entry says that its origin was written; nil where it doesn't say.
  mutating func place(of node: Node) throws(Problem) -> WrittenPlace? {
    guard let path = node["path"] else { return nil }
    guard let own = path.text else { throw Problem(path.span, "'path' must be a string") }
    let text = paths[own] ?? own
    paths[own] = text
    guard let line = node["line"] else { return WrittenPlace(path: text, line: 1) }
    guard let number = line.int else { throw Problem(line.span, "'line' must be a number") }
    return WrittenPlace(path: text, line: number)
  }

  /// The stack of an entry, which is its file where nothing else is said.
  mutating func scope(of node: Node) throws(Problem) -> String {
    let own = try node["scope"] == nil ? place(of: node)?.path ?? "" : string("scope", of: node)
    let scope = scopes[own] ?? evaluator.scope(own)
    scopes[own] = scope
    return scope
  }

  /// A setting: absent, a value, or an object that says that it can't be known.
  func setting<Value>(_ key: String, of node: Node, _ read: (Node) -> Value?) throws(Problem) -> Setting<Value> {
    guard let value = node[key] else { return .unset(near: node.span) }
    if value.isMapping { return .unresolved(node.span, why: .unknownToWriter) }
    guard let known = read(value) else { throw Problem(value.span, "not a value that '\(key)' takes") }
    return .known(known, node.span)
  }
}

extension Span {
  /// The beginning of a node, for what is missing in it.
  fileprivate func start(of node: Node) -> Span { Span(file: file, start: start, end: min(end, start + 1)) }
}

/// Sees the texts of a graph file: symbols that mean something inside one of its stacks only are marked as its own.
struct GraphFileEvaluator: Evaluator {
  let prefix: String

  func text(_ node: Node) -> Text? { node.text.map(text) }

  func items(_ node: Node?) -> NodeList { LiteralEvaluator().items(node) }

  func mapping(_ node: Node?) -> Node? { LiteralEvaluator().mapping(node) }

  func text(_ raw: String) -> Text {
    let text = Text(raw)
    guard text.hasSymbols, raw.holds(UInt8(ascii: "#")) else { return text }
    return text.replacingSymbols { "${" + symbol($0) + "}" }
  }

  func scope(_ scope: String) -> String { prefix + scope }

  /// - Parameter depth: how deep the symbol lies in others.
  func symbol(_ symbol: String, depth: Int = 0) -> String {
    guard let mark = symbol.utf8.firstIndex(of: UInt8(ascii: "#")) else { return symbol }
    let inner = Text(symbol)
    if symbol.utf8[..<mark].contains(UInt8(ascii: "$")), inner.hasSymbols, depth < 8 {
      return inner.replacingSymbols { "${" + self.symbol($0, depth: depth + 1) + "}" }.raw
    }
    return prefix + symbol
  }
}
