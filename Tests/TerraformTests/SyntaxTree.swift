import Diagnostics

@testable import Loaders

/// A tree as nested parentheses, for tests.
enum SyntaxTree {
  static func text(_ expression: HCLExpression) -> String {
    switch expression.kind {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let digits): digits
    case .name(let name): name
    case .template(let parts): "\"" + parts.map(text).joined() + "\""
    case .attribute(let of, let name): "\(text(of)).\(name)"
    case .index(let of, let index): "\(text(of))[\(text(index))]"
    case .splat(let of, let steps): "\(text(of))[*]{\(steps.map(text).joined())}"
    case .not(let operand): "(! \(text(operand)))"
    case .negative(let operand): "(neg \(text(operand)))"
    case .binary(let sign, let left, let right): "(\(sign.rawValue) \(text(left)) \(text(right)))"
    case .conditional(let condition, let then, let otherwise):
      "(if \(text(condition)) \(text(then)) \(text(otherwise)))"
    case .call(let name, let arguments, let spreads):
      "\(name)(\(arguments.map(text).joined(separator: ", "))\(spreads ? "..." : ""))"
    case .tuple(let items): "[" + items.map(text).joined(separator: ", ") + "]"
    case .object(let items): "{" + items.map { "\(text($0.key)): \(text($0.value))" }.joined(separator: ", ") + "}"
    case .loop(let loop): text(loop)
    case .parenthesized(let inner): text(inner)
    }
  }

  private static func text(_ loop: HCLLoop) -> String {
    var result = "(for \(loop.keyName.map { $0 + " " } ?? "")\(loop.valueName) in \(text(loop.collection)):"
    if let key = loop.key { result += " \(text(key)) =>" }
    result += " \(text(loop.value))\(loop.groups ? "..." : "")"
    if let condition = loop.condition { result += " if \(text(condition))" }
    return result + ")"
  }

  private static func text(_ step: HCLStep) -> String {
    switch step {
    case .attribute(let name): ".\(name)"
    case .index(let index): "[\(text(index))]"
    }
  }

  private static func text(_ part: HCLTemplatePart) -> String {
    switch part {
    case .literal(let literal): literal
    case .interpolation(let value): "${\(text(value))}"
    case .condition(let condition, let then, let otherwise):
      "%{if \(text(condition)) \(then.map(text).joined()) | \(otherwise.map(text).joined())}"
    case .loop(let key, let value, let collection, let body):
      "%{for \(key.map { $0 + " " } ?? "")\(value) in \(text(collection)) \(body.map(text).joined())}"
    }
  }
}
