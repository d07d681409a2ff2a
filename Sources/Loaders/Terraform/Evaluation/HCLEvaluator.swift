import Diagnostics
import Infrastructure
import OrderedCollections

/// Evaluates expressions of both syntaxes for one root module.
final class HCLEvaluator {
  /// How many evaluations may wait for each other: references may chain through any number of locals.
  static let depthLimit = 300
  /// How many expressions one root module may cost: nested loops could be endless.
  static let stepLimit = 1_000_000
  /// How many instances one `count` or `for_each`, and all of one root module, may make.
  static let instanceLimit = 1000
  static let totalInstanceLimit = 20_000
  static let moduleLevelLimit = 24

  var context: LoadContext
  var reader: ModuleReader
  let rootDirectory: String
  lazy var manifest = ModuleManifest(root: rootDirectory, files: context.files)
  /// The scope of the root module's symbols.
  let scope: String
  /// Where values that came through variables and locals were defined.
  private(set) var origins: OrderedDictionary<Span, Span> = [:]
  var depth = 0
  var steps = 0
  var instanceCount = 0

  init(context: LoadContext, reader: ModuleReader, rootDirectory: String, scope: String) {
    self.context = context
    self.reader = reader
    self.rootDirectory = rootDirectory
    self.scope = scope
  }

  func evaluate(_ expression: HCLExpression, in scope: HCLScope) -> HCLValue {
    steps += 1
    depth += 1
    defer { depth -= 1 }
    guard depth < HCLEvaluator.depthLimit, steps < HCLEvaluator.stepLimit else {
      return .unknown(source(expression), expression.span)
    }
    switch expression.kind {
    case .null: return .null(expression.span)
    case .bool(let bool): return HCLValue(.bool(bool), expression.span)
    case .number(let digits): return HCLValue(.number(Double(digits) ?? 0), expression.span)
    case .parenthesized(let inner): return evaluate(inner, in: scope)
    case .template(let parts): return template(parts, at: expression.span, in: scope)
    case .name(let name): return root(name, at: expression.span, in: scope)
    case .attribute(let base, let name):
      return traversed(attribute(name, of: evaluate(base, in: scope), at: expression.span), by: expression, in: scope)
    case .index(let base, let index):
      let element = element(evaluate(index, in: scope), of: evaluate(base, in: scope), at: expression.span)
      return traversed(element, by: expression, in: scope)
    case .splat(let base, let steps): return splat(evaluate(base, in: scope), steps, at: expression.span, in: scope)
    case .not, .negative, .binary, .conditional: return operation(expression, in: scope)
    case .call(let name, let arguments, let spreads):
      return call(name, arguments, spreads: spreads, at: expression.span, in: scope)
    case .tuple(let items):
      return HCLValue(.list(items.map { evaluate($0, in: scope) }), expression.span)
    case .object(let items): return object(items, at: expression.span, in: scope)
    case .loop(let loop): return self.loop(loop, at: expression, in: scope)
    }
  }

  /// A value that a reference led to: it lies where the reference is, and its definition is noted.
  ///
  /// In a stand-in for a registry module it stays at the argument of the call.
  private func traversed(_ value: HCLValue, by expression: HCLExpression, in scope: HCLScope) -> HCLValue {
    if scope.module.isStandIn { return value }
    if value.span != expression.span, !value.span.isEmpty { origins[expression.span] = value.span }
    return value.at(expression.span)
  }

  /// The source of an expression in one line.
  func source(_ expression: HCLExpression) -> String {
    let text = context.sources[expression.span.file].text(of: expression.span)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func object(_ items: [HCLItem], at span: Span, in scope: HCLScope) -> HCLValue {
    var entries: OrderedDictionary<String, HCLValue> = [:]
    for item in items {
      let key = evaluate(item.key, in: scope)
      entries[key.string ?? text(key).raw] = evaluate(item.value, in: scope).keyed(item.key.span)
    }
    return HCLValue(.object(entries), span)
  }

  /// The text of a value as an interpolation shows it; what is unknown is a symbol.
  func text(_ value: HCLValue) -> Text {
    switch value.kind {
    case .null: ""
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): Text(HCLValue.digits(number))
    case .text(let text): text
    case .json(let inner): JSONText.encode(inner)
    case .unknown(let unknown): .symbol(unknown.symbol)
    case .list, .object, .reference: .symbol(HCLUnknown(describe(value)).symbol)
    }
  }

  /// A value as a part of a symbol.
  func describe(_ value: HCLValue) -> String {
    switch value.kind {
    case .null: "null"
    case .bool, .number: value.string ?? ""
    case .text(let text): describe(text)
    case .json(let inner): "jsonencode(" + describe(inner) + ")"
    case .list(let items): "[" + items.prefix(8).map(describe).joined(separator: ", ") + "]"
    case .object(let entries):
      "{" + entries.prefix(8).map { $0.key + " = " + describe($0.value) }.joined(separator: ", ") + "}"
    case .unknown(let unknown): unknown.symbol
    case .reference(let reference): describe(reference)
    }
  }

  /// A text that is one symbol stands without its braces.
  private func describe(_ text: Text) -> String {
    guard text.hasSymbols else { return "'" + text.raw + "'" }
    let pieces = text.pieces
    if pieces.count == 1, case .symbol(let symbol) = pieces[0] { return symbol }
    return "'" + text.raw + "'"
  }

  private func describe(_ reference: HCLReference) -> String {
    switch reference {
    case .variables: "var"
    case .locals: "local"
    case .calls: "module"
    case .data: "data"
    case .type(let type, let isData, _): (isData ? "data." : "") + type
    case .resource(let declaration, let module): module.qualified(declaration.address)
    case .instance(let instance): instance.address
    case .call(let name, let module): module.qualified("module." + name)
    case .module(let module): module.address
    }
  }
}
