import Diagnostics

extension HCLParser {
  /// How the literal parts of a template are written, and where it ends.
  enum TemplateForm {
    /// Between double quotes, with backslash escapes.
    case quoted
    /// Up to the limit, as it is; line starts lose this much indentation.
    case raw(indentation: Int)
  }

  /// What ended a run of template parts.
  private enum TemplateEnd {
    case end
    case otherwise
    case endif
    case endfor
  }

  mutating func quoted() throws(Problem) -> HCLExpression {
    let start = position
    position += 1
    let parts = try template(.quoted, from: start)
    guard take("\"") else { throw Problem(span(from: start, to: start + 1), "this string is never closed") }
    return try node(.template(parts), from: start, depth: deepest + 1)
  }

  /// The parts of a whole template; `deepest` is then the depth of its deepest expression.
  mutating func template(_ form: TemplateForm, from start: Int? = nil) throws(Problem) -> [HCLTemplatePart] {
    deepest = 0
    let begin = start ?? position
    let result = try run(form, stripsFirst: false)
    guard case .end = result.end else {
      throw Problem(span(from: begin, to: begin + 1), "this template ends a directive that it does not begin")
    }
    return result.parts
  }

  private mutating func run(
    _ form: TemplateForm, stripsFirst: Bool
  ) throws(Problem) -> (parts: [HCLTemplatePart], end: TemplateEnd, strips: Bool) {
    var parts: [HCLTemplatePart] = []
    var strips = stripsFirst
    while true {
      var literal = try literal(form)
      if strips { literal.removeLeadingSpace() }
      strips = false
      let isInterpolation = starts(with: "${")
      guard isInterpolation || starts(with: "%{") else {
        if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
        return (parts, .end, false)
      }
      let start = position
      position += 2
      if take("~") { literal.removeTrailingSpace() }
      if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
      if isInterpolation {
        let (value, stripsNext) = try interpolation(from: start)
        parts.append(.interpolation(value))
        strips = stripsNext
      } else {
        let directive = try directive(form, from: start)
        if let part = directive.part { parts.append(part) }
        if let end = directive.end { return (parts, end, directive.strips) }
        strips = directive.strips
      }
    }
  }

  private mutating func interpolation(from start: Int) throws(Problem) -> (HCLExpression, strips: Bool) {
    let value = try withNewlines(ignored: true) { parser throws(Problem) in
      let outer = parser.deepest
      let value = try parser.expression()
      parser.deepest = max(outer, value.depth)
      parser.skipSpace()
      return value
    }
    return (value, try closeMark(from: start))
  }

  /// Takes `}` or `~}`, and says whether the white space after it goes.
  private mutating func closeMark(from start: Int) throws(Problem) -> Bool {
    let strips = take("~")
    guard take("}") else {
      guard position < limit else {
        throw Problem(span(from: start, to: start + 2), "this interpolation is never closed")
      }
      throw unexpected(expecting: "'}' of the interpolation")
    }
    return strips
  }
}

extension HCLParser {
  private mutating func directive(
    _ form: TemplateForm, from start: Int
  ) throws(Problem) -> (part: HCLTemplatePart?, end: TemplateEnd?, strips: Bool) {
    skipSpace(newlines: true)
    for (word, end) in HCLParser.directiveEnds where takeWord(word) {
      skipSpace(newlines: true)
      return (nil, end, try closeMark(from: start))
    }
    if takeWord("if") {
      let result = try nested { parser throws(Problem) in try parser.condition(form, from: start) }
      return (result.0, nil, result.1)
    }
    if takeWord("for") {
      let result = try nested { parser throws(Problem) in try parser.repetition(form, from: start) }
      return (result.0, nil, result.1)
    }
    throw unexpected(expecting: "'if', 'else', 'endif', 'for' or 'endfor'")
  }

  private static let directiveEnds: [(StaticString, TemplateEnd)] = [
    ("else", .otherwise), ("endif", .endif), ("endfor", .endfor),
  ]

  private mutating func condition(
    _ form: TemplateForm, from start: Int
  ) throws(Problem) -> (HCLTemplatePart, strips: Bool) {
    let (condition, strips) = try interpolation(from: start)
    let then = try run(form, stripsFirst: strips)
    var last = then
    var otherwise: [HCLTemplatePart] = []
    if case .otherwise = then.end {
      last = try run(form, stripsFirst: then.strips)
      otherwise = last.parts
    }
    guard case .endif = last.end else { throw Problem(span(from: start, to: start + 2), "this 'if' has no 'endif'") }
    return (.condition(condition, then: then.parts, otherwise: otherwise), last.strips)
  }

  private mutating func repetition(
    _ form: TemplateForm, from start: Int
  ) throws(Problem) -> (HCLTemplatePart, strips: Bool) {
    let names = try withNewlines(ignored: true) { parser throws(Problem) in try parser.loopNames() }
    let (collection, strips) = try interpolation(from: start)
    let body = try run(form, stripsFirst: strips)
    guard case .endfor = body.end else { throw Problem(span(from: start, to: start + 2), "this 'for' has no 'endfor'") }
    return (.loop(key: names.key, value: names.value, in: collection, body: body.parts), body.strips)
  }
}
