import Diagnostics
import Infrastructure
import OrderedCollections

extension HCLEvaluator {
  /// A value as a variable's type takes it: numbers become strings, sets lose what is there twice, and optional
  /// attributes of objects get their defaults.
  func converted(_ value: HCLValue, to type: HCLExpression, in module: TerraformModule, depth: Int = 0) -> HCLValue {
    guard depth < 20 else { return value }
    switch type.kind {
    case .template:
      guard let literal = type.literal, let inner = try? HCLParser.expression(literal, at: type.span) else {
        return value
      }
      return converted(value, to: inner, in: module, depth: depth + 1)
    case .name(let name): return primitive(value, to: name)
    case .call(let name, let arguments, _):
      guard let first = arguments.first else { return value }
      return collection(value, name, of: first, in: module, depth: depth + 1)
    case .null, .bool, .number, .attribute, .index, .splat, .not, .negative, .binary, .conditional, .tuple, .object,
      .loop, .parenthesized:
      return value
    }
  }

  private func primitive(_ value: HCLValue, to name: String) -> HCLValue {
    switch (name, value.kind) {
    case ("string", .number), ("string", .bool): return .text(text(value), value.span)
    case ("number", .text): return value.number.map { HCLValue(.number($0), value.span) } ?? value
    case ("bool", .text): return value.bool.map { HCLValue(.bool($0), value.span) } ?? value
    default: return value
    }
  }

  private func collection(
    _ value: HCLValue, _ name: String, of inner: HCLExpression, in module: TerraformModule, depth: Int
  ) -> HCLValue {
    switch (name, value.kind) {
    case ("list", .list(let items)):
      return HCLValue(.list(items.map { converted($0, to: inner, in: module, depth: depth) }), value.span)
    case ("set", .list(let items)):
      return distinct(HCLValue(.list(items.map { converted($0, to: inner, in: module, depth: depth) }), value.span))
    case ("map", .object(let entries)):
      return HCLValue(.object(entries.mapValues { converted($0, to: inner, in: module, depth: depth) }), value.span)
    case ("object", .object(let entries)):
      guard case .object(let items) = inner.kind else { return value }
      return HCLValue(.object(filled(entries, with: items, at: value.span, in: module, depth: depth)), value.span)
    default: return value
    }
  }

  /// The entries of an object with what its type says of the ones that are missing.
  private func filled(
    _ entries: OrderedDictionary<String, HCLValue>, with items: [HCLItem], at span: Span, in module: TerraformModule,
    depth: Int
  ) -> OrderedDictionary<String, HCLValue> {
    var result = entries
    for item in items {
      guard let name = item.key.literal else { continue }
      guard case .call("optional", let arguments, _) = item.value.kind, let type = arguments.first else {
        if let value = entries[name] { result[name] = converted(value, to: item.value, in: module, depth: depth) }
        continue
      }
      if let value = entries[name], !value.isNull {
        result[name] = converted(value, to: type, in: module, depth: depth)
      } else {
        let fallback = arguments.count > 1 ? evaluate(arguments[1], in: HCLScope(module)) : .null(span)
        result[name] = converted(fallback, to: type, in: module, depth: depth)
      }
    }
    return result
  }

  /// A set: what is there twice goes, and strings come in order.
  func distinct(_ value: HCLValue, sorts: Bool = true) -> HCLValue {
    guard let items = value.list else { return value }
    var seen: Set<String> = []
    var result = items.filter { seen.insert(describe($0)).inserted }
    if sorts, result.allSatisfy({ $0.string != nil }) { result.sort { ($0.string ?? "") < ($1.string ?? "") } }
    return HCLValue(.list(result), value.span)
  }
}
