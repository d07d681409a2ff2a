import Diagnostics
import Infrastructure

extension HCLEvaluator {
  /// The value of a template: a single interpolation keeps its type, everything else is a string.
  func template(_ parts: [HCLTemplatePart], at span: Span, in scope: HCLScope) -> HCLValue {
    if parts.count == 1, case .interpolation(let inner) = parts[0] {
      let value = evaluate(inner, in: scope)
      return scope.module.isStandIn ? value : value.at(span)
    }
    var text = Text("")
    var failed: HCLValue?
    append(parts, to: &text, failed: &failed, in: scope)
    if let failed { return .unknown(describe(failed), span, isError: true) }
    return .text(text, span)
  }

  private func append(_ parts: [HCLTemplatePart], to text: inout Text, failed: inout HCLValue?, in scope: HCLScope) {
    var raw = text.raw
    for part in parts {
      switch part {
      case .literal(let literal): raw += literal
      case .interpolation(let inner):
        let value = evaluate(inner, in: scope)
        if value.isError { failed = value }
        raw += self.text(value).raw
      case .condition(let condition, let then, let otherwise):
        let isTrue = evaluate(condition, in: scope).bool ?? true
        var inner = Text("")
        append(isTrue ? then : otherwise, to: &inner, failed: &failed, in: scope)
        raw += inner.raw
      case .loop(let key, let name, let collection, let body):
        let collection = evaluate(collection, in: scope)
        guard let entries = entries(of: collection) else {
          raw += self.text(.unknown(describe(collection), collection.span)).raw
          continue
        }
        for entry in entries where steps < HCLEvaluator.stepLimit {
          steps += 1
          var inner = Text("")
          append(body, to: &inner, failed: &failed, in: scope.with(key, entry.key).with(name, entry.value))
          raw += inner.raw
        }
      }
    }
    text = Text(raw)
  }
}
