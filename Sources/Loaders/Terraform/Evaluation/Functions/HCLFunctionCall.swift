import Diagnostics
import Infrastructure
import OrderedCollections

/// A call of one of Terraform's functions with its evaluated arguments.
struct HCLFunctionCall {
  let name: String
  let arguments: [HCLValue]
  let span: Span
  let scope: HCLScope
  let evaluator: HCLEvaluator

  /// An argument; null where it is left out.
  subscript(index: Int) -> HCLValue { arguments.indices.contains(index) ? arguments[index] : .null(span) }

  func string(_ string: String) -> HCLValue { .string(string, span) }
  func text(_ text: Text) -> HCLValue { .text(text, span) }
  func bool(_ bool: Bool) -> HCLValue { HCLValue(.bool(bool), span) }
  func number(_ number: Double) -> HCLValue { HCLValue(.number(number), span) }
  func list(_ items: [HCLValue]) -> HCLValue { HCLValue(.list(items), span) }

  /// What Terraform refuses: `try` goes on with its next argument.
  var error: HCLValue { .unknown(symbol, span, isError: true) }

  /// The call as a symbol, with what is known of its arguments put in.
  var symbol: String { name + "(" + arguments.map(evaluator.describe).joined(separator: ", ") + ")" }
}

extension HCLEvaluator {
  /// Calls a function; one that isn't known, or whose arguments aren't, is symbolic.
  func call(
    _ name: String, _ expressions: [HCLExpression], spreads: Bool, at span: Span, in scope: HCLScope
  ) -> HCLValue {
    if name == "try" { return attempt(expressions, at: span, in: scope) }
    var arguments = expressions.map { evaluate($0, in: scope) }
    if spreads, let last = arguments.popLast() {
      guard let items = expanded(last).list else {
        return unknown(name + "(" + describe(last) + "...)", span, from: [last])
      }
      arguments += items
    }
    let call = HCLFunctionCall(name: name, arguments: arguments, span: span, scope: scope, evaluator: self)
    if name == "can" { return call.can }
    if let failed = arguments.first(where: \.isError), !["coalesce", "jsonencode"].contains(name) {
      return unknown(describe(failed), span, from: [failed])
    }
    guard let result = call.result else { return .unknown(call.symbol, span) }
    return scope.module.isStandIn ? result : result.at(span)
  }

  /// The first argument that is no error.
  private func attempt(_ expressions: [HCLExpression], at span: Span, in scope: HCLScope) -> HCLValue {
    var last = HCLValue.null(span)
    for expression in expressions {
      last = evaluate(expression, in: scope)
      if !last.holdsError { return scope.module.isStandIn ? last : last.at(span) }
    }
    return last
  }
}

extension HCLFunctionCall {
  fileprivate var can: HCLValue {
    if self[0].holdsError { return bool(false) }
    return self[0].unknown == nil ? bool(true) : .unknown(symbol, span)
  }

  /// What the call comes to; nil when that can't be known.
  fileprivate var result: HCLValue? {
    strings ?? formatting ?? lists ?? maps ?? sets ?? conversions ?? numbers ?? encodings ?? files
  }
}
