import Diagnostics
import Infrastructure
import OrderedCollections

/// Hands evaluated values over to the mapper.
struct TerraformValueWriter {
  let evaluator: HCLEvaluator
  private let scope: String
  private let scopeMark: String

  private static let depthLimit = 64

  init(evaluator: HCLEvaluator) {
    self.evaluator = evaluator
    scope = evaluator.scope
    scopeMark = evaluator.scope + "#"
  }

  func value(_ value: HCLValue, keepsJSON: Bool = false, depth: Int = 0) -> TerraformValue {
    guard depth < TerraformValueWriter.depthLimit else {
      return TerraformValue(.unknown(symbol: nil, why: .tooDeep), value.span)
    }
    return TerraformValue(content(value, keepsJSON: keepsJSON, depth: depth), value.span, origin: value.origin)
  }

  private func content(_ value: HCLValue, keepsJSON: Bool, depth: Int) -> TerraformValue.Content {
    switch value.kind {
    case .null: return .null
    case .bool(let bool): return .bool(bool)
    case .number(let number): return .number(number)
    case .text(let text): return .string(scoped(text))
    case .list(let items): return .list(items.map { self.value($0, keepsJSON: keepsJSON, depth: depth + 1) })
    case .object(let entries): return .object(self.entries(entries, keepsJSON: keepsJSON, depth: depth))
    case .json(let inner):
      return keepsJSON ? content(inner, keepsJSON: true, depth: depth) : .string(scoped(JSONText.encode(inner)))
    case .reference:
      let expanded = evaluator.expanded(value)
      if case .reference = expanded.kind { return unknown(evaluator.describe(value)) }
      return content(expanded, keepsJSON: keepsJSON, depth: depth + 1)
    case .unknown(let unknown): return self.unknown(unknown.symbol)
    }
  }

  /// The entries of an object.
  ///
  /// JSON that the provider takes as text is handed over as its value where readers expect
  /// a document, so that findings point into it.
  func entries(
    _ entries: OrderedDictionary<String, HCLValue>, keepsJSON: Bool = false, depth: Int = 0
  ) -> [TerraformValue.Entry] {
    entries.map { key, value in
      let isDocument = keepsJSON || TerraformValueWriter.documents.contains(key)
      let converted = self.value(value, keepsJSON: isDocument, depth: depth + 1)
      return TerraformValue.Entry(key, value.keySpan ?? value.span, converted)
    }
  }

  /// The arguments whose text is a JSON document.
  private static let documents: Set<String> = [
    "policy", "assume_role_policy", "redrive_policy", "redrive_allow_policy", "filter_policy", "event_pattern",
    "definition", "body", "pattern", "access_policies", "template_body", "resource_policy", "filter_pattern",
    "inline_policy", "permissions_boundary_policy", "json",
  ]

  private func unknown(_ symbol: String) -> TerraformValue.Content {
    .unknown(symbol: scoped(symbol), why: .beforeApply)
  }

  /// A text whose symbols of this root module say so.
  private func scoped(_ text: Text) -> Text {
    guard text.hasSymbols else { return text }
    return text.replacingSymbols { symbol in "${" + scoped(symbol) + "}" }
  }

  private func scoped(_ symbol: String) -> String {
    if symbol.hasPrefix(scopeMark) || symbol.hasPrefix("AWS::") || symbol.hasPrefix("aws:") { return symbol }
    guard symbol.utf8.contains(UInt8(ascii: "#")) else { return scopeMark + symbol }
    return scopeMark + HCLFunctionCall.split(symbol, on: scopeMark).joined()
  }
}
