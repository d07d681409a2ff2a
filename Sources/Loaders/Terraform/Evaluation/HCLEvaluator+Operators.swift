import Diagnostics
import Infrastructure
import OrderedCollections

extension HCLEvaluator {
  func operation(_ expression: HCLExpression, in scope: HCLScope) -> HCLValue {
    let span = expression.span
    switch expression.kind {
    case .not(let operand):
      let value = evaluate(operand, in: scope)
      guard let bool = value.bool else { return unknown("!" + describe(value), span, from: [value]) }
      return HCLValue(.bool(!bool), span)
    case .negative(let operand):
      let value = evaluate(operand, in: scope)
      guard let number = value.number else { return unknown("-" + describe(value), span, from: [value]) }
      return HCLValue(.number(-number), span)
    case .binary(let sign, let left, let right):
      return binary(sign, evaluate(left, in: scope), at: span) { self.evaluate(right, in: scope) }
    case .conditional(let condition, let then, let otherwise):
      return conditional(evaluate(condition, in: scope), then, otherwise, at: span, in: scope)
    case .null, .bool, .number, .template, .name, .attribute, .index, .splat, .call, .tuple, .object, .loop,
      .parenthesized:
      return .unknown(source(expression), span)
    }
  }

  /// An unknown that is an error when one of the values it comes from is.
  func unknown(_ symbol: String, _ span: Span, from values: [HCLValue]) -> HCLValue {
    .unknown(symbol, span, isError: values.contains(where: \.isError))
  }

  private func binary(
    _ sign: HCLOperator, _ left: HCLValue, at span: Span, _ rightSide: () -> HCLValue
  ) -> HCLValue {
    if sign == .and, left.bool == false { return HCLValue(.bool(false), span) }
    if sign == .or, left.bool == true { return HCLValue(.bool(true), span) }
    let right = rightSide()
    let kind: HCLValue.Kind? =
      switch sign {
      case .and: logic(left.bool, right.bool, decisive: false)
      case .or: logic(left.bool, right.bool, decisive: true)
      case .equal: equality(left, right).map { .bool($0) }
      case .unequal: equality(left, right).map { .bool(!$0) }
      case .less, .lessOrEqual, .greater, .greaterOrEqual, .add, .subtract, .multiply, .divide, .remainder:
        arithmetic(sign, left, right)
      }
    if let kind { return HCLValue(kind, span) }
    return unknown(describe(left) + " \(sign.rawValue) " + describe(right), span, from: [left, right])
  }

  private func logic(_ left: Bool?, _ right: Bool?, decisive: Bool) -> HCLValue.Kind? {
    if left == decisive || right == decisive { return .bool(decisive) }
    return left == nil || right == nil ? nil : .bool(!decisive)
  }

  private func arithmetic(_ sign: HCLOperator, _ left: HCLValue, _ right: HCLValue) -> HCLValue.Kind? {
    guard let left = left.number, let right = right.number else { return nil }
    switch sign {
    case .less: return .bool(left < right)
    case .lessOrEqual: return .bool(left <= right)
    case .greater: return .bool(left > right)
    case .greaterOrEqual: return .bool(left >= right)
    case .add: return .number(left + right)
    case .subtract: return .number(left - right)
    case .multiply: return .number(left * right)
    case .divide: return right == 0 ? nil : .number(left / right)
    case .remainder: return right == 0 ? nil : .number(left.truncatingRemainder(dividingBy: right))
    case .or, .and, .equal, .unequal: return nil
    }
  }

  /// Whether two values are equal; nil when that can't be known.
  func equality(_ left: HCLValue, _ right: HCLValue) -> Bool? {
    switch (left.kind, right.kind) {
    case (.unknown(let one), .unknown(let other)): return one.symbol == other.symbol && !one.isError ? true : nil
    case (.unknown, _), (_, .unknown): return nil
    case (.null, .null): return true
    case (.null, _), (_, .null): return false
    case (.list(let one), .list(let other)):
      if one.count != other.count { return false }
      return all(zip(one, other).map { equality($0, $1) })
    case (.object(let one), .object(let other)):
      if Set(one.keys) != Set(other.keys) { return false }
      return all(one.map { key, value in other[key].flatMap { equality(value, $0) } })
    case (.list, _), (_, .list), (.object, _), (_, .object): return false
    case (.reference, _), (_, .reference): return nil
    case (.number(let one), .number(let other)): return one == other
    default: return equality(text(left), text(right))
    }
  }

  private func all(_ answers: [Bool?]) -> Bool? {
    if answers.contains(false) { return false }
    return answers.contains(nil) ? nil : true
  }

  private func equality(_ left: Text, _ right: Text) -> Bool? {
    if left.raw == right.raw { return true }
    guard left.hasSymbols || right.hasSymbols else { return false }
    if left.isEmpty, right.hasLiteralPart || right.raw.hasPrefix("${AWS::") { return false }
    if right.isEmpty, left.hasLiteralPart || left.raw.hasPrefix("${AWS::") { return false }
    return nil
  }

  /// Where the condition can't be known, the branch that holds something wins; two that do are kept as a symbol.
  private func conditional(
    _ condition: HCLValue, _ then: HCLExpression, _ otherwise: HCLExpression, at span: Span, in scope: HCLScope
  ) -> HCLValue {
    if let bool = condition.bool {
      let value = evaluate(bool ? then : otherwise, in: scope)
      return scope.module.isStandIn ? value : value.at(span)
    }
    let one = evaluate(then, in: scope)
    let other = evaluate(otherwise, in: scope)
    if condition.isError { return unknown(describe(condition), span, from: [condition]) }
    if isEmpty(other) || other.isError { return one.at(span) }
    if isEmpty(one) || one.isError || equality(one, other) == true { return other.at(span) }
    if case .list(let items) = one.kind, case .list(let others) = other.kind {
      return HCLValue(.list(items + others), span)
    }
    if case .object = one.kind { return one.at(span) }
    return .unknown(describe(condition) + " ? " + describe(one) + " : " + describe(other), span)
  }

  private func isEmpty(_ value: HCLValue) -> Bool {
    switch value.kind {
    case .null: true
    case .text(let text): text.isEmpty
    case .list(let items): items.isEmpty
    case .object(let entries): entries.isEmpty
    case .bool, .number, .json, .reference, .unknown: false
    }
  }
}
