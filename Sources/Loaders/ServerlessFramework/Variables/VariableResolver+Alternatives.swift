import Diagnostics
import Documents
import Infrastructure

extension VariableResolver {
  /// The value of what stands between `${` and `}`: the first alternative that has one.
  mutating func evaluate(_ inner: String, in context: inout LoadContext) -> Value {
    steps += 1
    totalSteps += 1
    guard steps < VariableResolver.maximumSteps, totalSteps < VariableResolver.maximumTotalSteps else {
      context.problems.note(outermost, "variables take too many steps to resolve")
      return .unknown(symbol(of: inner))
    }
    guard nesting < VariableResolver.maximumDepth else {
      context.problems.note(
        use, "variables nest or refer to each other more than \(VariableResolver.maximumDepth) deep")
      return .unknown(symbol(of: inner))
    }
    nesting += 1
    defer { nesting -= 1 }
    return firstAlternative(VariableText.alternatives(inner), in: &context)
  }

  private mutating func firstAlternative(_ alternatives: [String], in context: inout LoadContext) -> Value {
    let before = pending
    defer { pending = before }
    var unknown: String?
    var null: Value?
    for alternative in alternatives {
      switch value(ofAlternative: alternative, in: &context) {
      case .missing: continue
      case .unknown(let symbol): unknown = unknown ?? symbol
      case .node(let node, let addresses):
        if node.isNull {
          null = null ?? .node(node, addresses: addresses)
          continue
        }
        guard let unknown else { return .node(node, addresses: addresses) }
        if let text = node.text, text.range(of: "${") == nil { context.builder.assume(unknown, is: text) }
        return .unknown(unknown)
      }
    }
    if let unknown { return .unknown(unknown) }
    if let null { return null }
    if let last = alternatives.last, let assumed = assumedOption(last) { return literal(assumed, .quoted) }
    for (location, problem) in pending.dropFirst(before.count) where missing.insert(location).inserted {
      context.problems.note(problem)
    }
    return .missing
  }

  private mutating func value(ofAlternative text: String, in context: inout LoadContext) -> Value {
    if let inner = VariableText.only(text) {
      return VariableText.isFrameworks(inner) ? evaluate(inner, in: &context) : literal(text, .quoted)
    }
    var definition: Span?
    let filled = text.range(of: "${") == nil ? text : interpolate(text, definition: &definition, in: &context)
    if let quoted = VariableText.unquoted(filled) { return literal(quoted, .quoted) }
    guard let source = VariableSource(filled) else {
      switch filled {
      case "null": return .node(Node(.null, use), addresses: [])
      case "": return .missing
      case "{}": return .node(Node(.mapping([]), use), addresses: [])
      case "[]": return .node(Node(.sequence([]), use), addresses: [])
      default: return literal(filled, .plain)
      }
    }
    if filled.range(of: "${") != nil { return isMissing(filled) ? .missing : .unknown(source.symbol) }
    return value(of: source, in: &context)
  }

  /// The stage or region that stands for an option without which the service can't be deployed.
  private func assumedOption(_ source: String) -> String? {
    switch source {
    case "opt:stage", "opt:s": stage
    case "opt:region", "opt:r": region
    default: nil
    }
  }

  /// Whether an address holds a nested variable that has no value for sure.
  private func isMissing(_ filled: String) -> Bool {
    Text(filled).pieces.contains { piece in
      guard case .symbol(let inner) = piece else { return false }
      return ["opt:", "env:", "param:", "self:", "file("].contains { inner.hasPrefix($0) }
    }
  }

  private func literal(_ text: String, _ style: Node.Scalar.Style) -> Value {
    .node(Node(.scalar(Node.Scalar(text, style)), use), addresses: [])
  }

  /// The symbol of a variable that has no value: its first source.
  func symbol(of inner: String) -> String {
    guard let first = VariableText.alternatives(inner).first else { return inner }
    return VariableSource(first)?.symbol ?? first
  }

  /// Follows a node that is one variable to what that stands for.
  mutating func shallow(_ node: Node, addresses: [String], in context: inout LoadContext) -> Value {
    guard let text = node.text.map(normalized), let inner = VariableText.only(text),
      VariableText.isFrameworks(inner)
    else { return .node(node, addresses: addresses) }
    active += addresses
    defer { active.removeLast(addresses.count) }
    switch evaluate(inner, in: &context) {
    case .node(let found, let more): return .node(found, addresses: addresses + more)
    case .missing: return .missing
    case .unknown(let symbol): return .unknown(symbol)
    }
  }

  /// Runs a look-up unless it is already under way, which would never end.
  mutating func once(
    _ address: String, in context: inout LoadContext,
    _ look: (inout VariableResolver, inout LoadContext) -> Value
  ) -> Value {
    guard !active.contains(address) else {
      context.problems.note(use, "'${\(address)}' refers to itself, so it has no value")
      return .unknown(address)
    }
    active.append(address)
    defer { active.removeLast() }
    return look(&self, &context)
  }
}
