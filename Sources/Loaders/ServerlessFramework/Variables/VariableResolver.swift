import Diagnostics
import Documents
import Infrastructure

/// Puts values in the place of the Framework's variables.
///
/// Values that can't be known stay in the text as `${source:address}`, spelt in one way, so that two uses of the same
/// unknown are equal texts. CloudFormation's own `${AWS::Region}` and `${LogicalId}` are left alone.
struct VariableResolver {
  /// What one variable stands for.
  enum Value {
    /// A node as written at its definition, inner variables not resolved, and the addresses that led to it.
    case node(Node, addresses: [String])
    /// Nothing, for sure: the next alternative holds.
    case missing
    /// Something, but not known before deployment: the symbol that stands for it.
    case unknown(String)
  }

  /// How deep variables may nest or refer to each other.
  static let maximumDepth = 64
  static let maximumNodeDepth = 512
  /// How many variables one scalar of the configuration may take, and all of them together.
  static let maximumSteps = 20_000
  static let maximumTotalSteps = 400_000
  static let maximumNodes = 1_000_000
  static let maximumLength = 1_000_000

  /// The service's configuration as written.
  let root: Node
  let path: String
  let marks: VariableMarks?
  /// Whether `#{Name}` stands for CloudFormation's `${Name}`, as a plugin makes it.
  let readsPseudoParameters: Bool
  /// Values of `param:` from whoever composes the services.
  var composed: [String: Node] = [:]
  var stage: String?
  var region: String?
  /// The variables of the `.env` files, where the service reads them.
  var dotenv: [String: Node] = [:]
  /// What variables of plugins stand for.
  var constructs: [String: Node] = [:]

  /// The addresses being resolved, from the outside in.
  var active: [String] = []
  /// How many variables are being resolved inside each other.
  var nesting = 0
  var steps = 0
  var totalSteps = 0
  /// The scalar that is being resolved where it stands, for notes on what that takes.
  var outermost: Span
  private var nodes = 0
  /// The scalar in the configuration that is being resolved, for notes.
  var use: Span
  /// Whether what is being resolved belongs to the scalar at `use`.
  private var isInsideUse = false
  /// Whether what is being resolved ends in the environment of functions, where it counts whose value it is.
  private(set) var isInEnvironment = false
  /// Missing files of alternatives, noted only if no other has a value.
  var pending: [(location: String, problem: Problem)] = []
  /// The missing files that were noted.
  var missing: Set<String> = []
  /// The files outside the project that were noted.
  var outside: Set<String> = []

  init(root: Node, path: String) {
    self.root = root
    self.path = path
    marks = root["provider"]?["variableSyntax"]?.text.flatMap(VariableMarks.init(syntax:))
    let plugins = root["plugins"].map { $0["modules"] ?? $0 }?.items.compactMap(\.text) ?? []
    readsPseudoParameters = plugins.contains("serverless-pseudo-parameters")
    use = root.span
    outermost = root.span
  }
}

extension VariableResolver {
  /// A tree with its variables resolved.
  mutating func resolve(_ node: Node, in context: inout LoadContext) -> Node {
    resolve(node, depth: 0, isSub: false, in: &context)
  }

  private mutating func resolve(_ node: Node, depth: Int, isSub: Bool, in context: inout LoadContext) -> Node {
    nodes += 1
    guard depth < VariableResolver.maximumNodeDepth, nodes < VariableResolver.maximumNodes else {
      context.problems.note(outermost, "variables make the configuration too large to read")
      return Node(.null, node.span)
    }
    switch node.content {
    case .null: return node
    case .scalar(let scalar):
      return resolve(scalar, of: node, depth: depth, isSub: isSub, in: &context)
    case .sequence(let items):
      var result: [Node] = []
      result.reserveCapacity(items.count)
      for item in items { result.append(resolve(item, depth: depth + 1, isSub: isSub, in: &context)) }
      return Node(items: result, node.span)
    case .mapping(let entries):
      var result: [Node.Entry] = []
      result.reserveCapacity(entries.count)
      for entry in entries {
        let isSub = isSub || entry.key == "Fn::Sub"
        let wasInEnvironment = isInEnvironment
        isInEnvironment = wasInEnvironment || entry.key == "environment"
        defer { isInEnvironment = wasInEnvironment }
        let value = resolve(entry.value, depth: depth + 1, isSub: isSub, in: &context)
        result.append(Node.Entry(key: entry.key, keySpan: entry.keySpan, value: value))
      }
      return Node(entries: result, node.span)
    }
  }

  private mutating func resolve(
    _ scalar: Node.Scalar, of node: Node, depth: Int, isSub: Bool, in context: inout LoadContext
  ) -> Node {
    let text = normalized(scalar.text)
    let hasPseudo = hasPseudoParameter(text)
    guard hasPseudo || text.range(of: "${") != nil else { return node }
    let before = use
    defer { use = before }
    if !isInsideUse { use = node.span }
    if nesting == 0 {
      outermost = node.span
      steps = 0
    }
    guard VariableText.levels(text) <= VariableResolver.maximumDepth else {
      context.problems.note(
        outermost, "variables nest or refer to each other more than \(VariableResolver.maximumDepth) deep")
      return Node(.scalar(Node.Scalar("${…}", .plain)), node.span)
    }
    if let inner = VariableText.only(text), VariableText.isFrameworks(inner) {
      return whole(inner, at: node.span, depth: depth, isSub: isSub, in: &context)
    }
    var definition: Span?
    let filled = interpolate(text, definition: &definition, in: &context)
    if let definition, definition != node.span { context.builder.note(origin: definition, of: node.span) }
    let result = Node(.scalar(Node.Scalar(hasPseudo ? dollared(filled) : filled, scalar.style)), node.span)
    guard hasPseudo, !isSub, readsPseudoParameters else { return result }
    return Node(.mapping([Node.Entry(key: "Fn::Sub", keySpan: node.span, value: result)]), node.span)
  }

  /// The value of a scalar that is one variable: of any type, a scalar at the place of its use.
  private mutating func whole(
    _ inner: String, at span: Span, depth: Int, isSub: Bool, in context: inout LoadContext
  ) -> Node {
    switch evaluate(inner, in: &context) {
    case .missing: return Node(.scalar(Node.Scalar("${\(symbol(of: inner))}", .plain)), span)
    case .unknown(let symbol): return Node(.scalar(Node.Scalar("${\(symbol)}", .plain)), span)
    case .node(let found, let addresses):
      let value = content(found, of: addresses, depth: depth + 1, isSub: isSub, in: &context)
      guard !value.isMapping, !value.isSequence else { return value }
      if found.span != span { context.builder.note(origin: found.span, of: span) }
      return Node(value.content, span)
    }
  }

  /// What an address led to, with its own variables resolved.
  private mutating func content(
    _ found: Node, of addresses: [String], depth: Int, isSub: Bool, in context: inout LoadContext
  ) -> Node {
    let wasInside = isInsideUse
    isInsideUse = !found.isMapping && !found.isSequence
    active += addresses
    nesting += 1
    defer {
      nesting -= 1
      active.removeLast(addresses.count)
      isInsideUse = wasInside
    }
    return resolve(found, depth: depth, isSub: isSub, in: &context)
  }

  /// A text with its variables filled in.
  mutating func interpolate(
    _ text: String, definition: inout Span?, in context: inout LoadContext
  ) -> String {
    var result = ""
    for piece in Text(text).pieces {
      switch piece {
      case .literal(let literal): result += literal
      case .symbol(let inner):
        if result.hasSuffix("\\") {
          result.removeLast()
          result += "${\(inner)}"
        } else {
          result += filled(inner, definition: &definition, in: &context)
        }
      }
      guard result.utf8.count < VariableResolver.maximumLength else {
        context.problems.note(outermost, "variables make a text too long to read")
        return "${…}"
      }
    }
    return result
  }

  private mutating func filled(_ inner: String, definition: inout Span?, in context: inout LoadContext) -> String {
    guard VariableText.isFrameworks(inner) else {
      guard inner.range(of: "${") != nil, nesting < VariableResolver.maximumDepth else { return "${\(inner)}" }
      nesting += 1
      defer { nesting -= 1 }
      return "${\(interpolate(inner, definition: &definition, in: &context))}"
    }
    switch evaluate(inner, in: &context) {
    case .missing: return "${\(symbol(of: inner))}"
    case .unknown(let symbol): return "${\(symbol)}"
    case .node(let found, let addresses):
      let value = content(found, of: addresses, depth: 0, isSub: false, in: &context)
      if value.isNull { return "" }
      guard let text = value.text ?? value["name"]?.text else { return "${\(symbol(of: inner))}" }
      definition = definition ?? found.span
      return text
    }
  }
}

extension VariableResolver {
  func normalized(_ text: String) -> String { marks?.normalized(text) ?? text }

  private func hasPseudoParameter(_ text: String) -> Bool {
    text.range(of: readsPseudoParameters ? "#{" : "#{AWS::") != nil
  }

  /// `#{…}` as CloudFormation writes it.
  private func dollared(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let found = String(rest).range(of: "#{") {
      let length = String(rest).utf8.distance(from: String(rest).startIndex, to: found.lowerBound)
      let at = rest.utf8.index(rest.startIndex, offsetBy: length)
      result += rest[..<at] + "${"
      rest = rest[rest.index(at, offsetBy: 2)...]
    }
    return result + rest
  }
}
