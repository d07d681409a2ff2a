import Diagnostics
import Infrastructure

/// Builds the policy that `aws_iam_policy_document` writes from its arguments.
package enum TerraformPolicyDocument {
  /// The statements as they stand in the document's JSON.
  package static func statements(of attributes: TerraformValue) -> [TerraformValue] {
    (attributes["statement"]?.items ?? []).map(statement)
  }

  private static func statement(_ block: TerraformValue) -> TerraformValue {
    var entries: [TerraformValue.Entry] = []
    for (argument, key) in keys {
      guard let value = block.entry(argument), !value.value.isNull else { continue }
      if case .list(let items) = value.value.content, items.isEmpty { continue }
      entries.append(TerraformValue.Entry(key, value.keySpan, value.value))
    }
    let conditions = (block["condition"]?.items ?? []).compactMap(condition)
    if !conditions.isEmpty {
      entries.append(TerraformValue.Entry("Condition", block.span, TerraformValue(.object(conditions), block.span)))
    }
    return TerraformValue(.object(entries), block.span)
  }

  private static func condition(_ block: TerraformValue) -> TerraformValue.Entry? {
    guard let test = block["test"]?.text?.raw, let variable = block["variable"]?.text?.raw else { return nil }
    let values = block["values"] ?? TerraformValue(.list([]), block.span)
    let key = TerraformValue.Entry(variable, block.span, values)
    return TerraformValue.Entry(test, block.span, TerraformValue(.object([key]), block.span))
  }

  /// The arguments of a statement and their keys in the document; `principals` does not matter here.
  private static let keys = [
    ("effect", "Effect"), ("actions", "Action"), ("not_actions", "NotAction"), ("resources", "Resource"),
    ("not_resources", "NotResource"), ("sid", "Sid"),
  ]
}
