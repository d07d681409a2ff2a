import Diagnostics

extension HCLParser {
  /// An expression of the loosest binding: a conditional or anything tighter.
  mutating func expression() throws(Problem) -> HCLExpression {
    try nested { parser throws(Problem) in try parser.conditional() }
  }

  private mutating func conditional() throws(Problem) -> HCLExpression {
    skipSpace()
    let start = position
    let condition = try binary(level: 0)
    let end = position
    skipSpace()
    guard take("?") else {
      position = end
      return condition
    }
    let then = try expression()
    skipSpace()
    guard take(":") else { throw unexpected(expecting: "':' of the conditional") }
    let otherwise = try expression()
    return try node(
      .conditional(condition, then: then, otherwise: otherwise), from: start, over: condition.depth, then.depth,
      otherwise.depth)
  }

  /// Operands joined by the operators of a level or of a tighter one, from the left.
  private mutating func binary(level: Int) throws(Problem) -> HCLExpression {
    guard HCLOperator.levels.indices.contains(level) else { return try unary() }
    skipSpace()
    let start = position
    var left = try binary(level: level + 1)
    while true {
      let end = position
      skipSpace()
      guard let sign = takeOperator(of: HCLOperator.levels[level]) else {
        position = end
        return left
      }
      let right = try binary(level: level + 1)
      left = try node(.binary(sign, left, right), from: start, over: left.depth, right.depth)
    }
  }

  private mutating func takeOperator(of level: [HCLOperator]) -> HCLOperator? {
    for sign in level where isAtOperator(sign) {
      position += sign.rawValue.utf8.count
      return sign
    }
    return nil
  }

  private func isAtOperator(_ sign: HCLOperator) -> Bool {
    var index = position
    for wanted in sign.rawValue.utf8 {
      guard index < limit, bytes[index] == wanted else { return false }
      index += 1
    }
    return true
  }

  private mutating func unary() throws(Problem) -> HCLExpression {
    skipSpace()
    let start = position
    if byte == UInt8(ascii: "!"), byte(ahead: 1) != UInt8(ascii: "=") {
      position += 1
      let operand = try nested { parser throws(Problem) in try parser.unary() }
      return try node(.not(operand), from: start, over: operand.depth)
    }
    if take("-") {
      let operand = try nested { parser throws(Problem) in try parser.unary() }
      return try node(.negative(operand), from: start, over: operand.depth)
    }
    return try postfix()
  }
}
