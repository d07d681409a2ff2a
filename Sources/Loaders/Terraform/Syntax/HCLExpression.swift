package import Diagnostics

/// An expression of the Terraform language, of native syntax or from a string of the JSON syntax.
package struct HCLExpression: Sendable {
  package indirect enum Kind: Sendable {
    case null
    case bool(Bool)
    /// The digits as written.
    case number(String)
    /// A quoted string, a heredoc, or a whole template file.
    case template([HCLTemplatePart])
    /// The first name of a reference, such as `var` or the type of a resource.
    case name(String)
    case attribute(HCLExpression, String)
    case index(HCLExpression, HCLExpression)
    /// `list[*].a[0]` and `list.*.a`: the steps after the star apply to each element.
    case splat(HCLExpression, [HCLStep])
    case not(HCLExpression)
    case negative(HCLExpression)
    case binary(HCLOperator, HCLExpression, HCLExpression)
    case conditional(HCLExpression, then: HCLExpression, otherwise: HCLExpression)
    /// A function call; the last argument may be spread out with `...`.
    case call(String, [HCLExpression], spreads: Bool)
    case tuple([HCLExpression])
    case object([HCLItem])
    case loop(HCLLoop)
    case parenthesized(HCLExpression)
  }

  package let kind: Kind
  package let span: Span
  /// How deep the tree below is: bounded while parsing, so that whoever walks it may recurse.
  let depth: Int

  init(_ kind: Kind, _ span: Span, depth: Int = 0) {
    self.kind = kind
    self.span = span
    self.depth = depth
  }

  /// The string, when the expression is one without interpolations.
  package var literal: String? {
    guard case .template(let parts) = kind else { return nil }
    var text = ""
    for part in parts {
      guard case .literal(let literal) = part else { return nil }
      text += literal
    }
    return text
  }
}

/// One entry of an object constructor.
package struct HCLItem: Sendable {
  package let key: HCLExpression
  package let value: HCLExpression
}

/// A step of a reference after a splat.
package enum HCLStep: Sendable {
  case attribute(String)
  case index(HCLExpression)
}

/// `[for k, v in list : value if condition]` and `{for k, v in map : key => value... if condition}`.
package struct HCLLoop: Sendable {
  package let keyName: String?
  package let valueName: String
  package let collection: HCLExpression
  /// The key of each entry; nil where the result is a tuple.
  package let key: HCLExpression?
  package let value: HCLExpression
  package let condition: HCLExpression?
  /// Whether values of equal keys are collected with `...`.
  package let groups: Bool
}

/// An operator between two operands.
package enum HCLOperator: String, Sendable {
  case or = "||"
  case and = "&&"
  case equal = "=="
  case unequal = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case less = "<"
  case greater = ">"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"

  /// The operators from the loosest level to the tightest, longer signs first.
  static let levels: [[HCLOperator]] = [
    [.or], [.and], [.equal, .unequal], [.lessOrEqual, .greaterOrEqual, .less, .greater], [.add, .subtract],
    [.multiply, .divide, .remainder],
  ]
}

/// A piece of a template.
package indirect enum HCLTemplatePart: Sendable {
  case literal(String)
  case interpolation(HCLExpression)
  /// `%{ if condition }…%{ else }…%{ endif }`
  case condition(HCLExpression, then: [HCLTemplatePart], otherwise: [HCLTemplatePart])
  /// `%{ for key, value in collection }…%{ endfor }`
  case loop(key: String?, value: String, in: HCLExpression, body: [HCLTemplatePart])
}
