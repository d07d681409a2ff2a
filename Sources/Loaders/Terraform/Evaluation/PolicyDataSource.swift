import Diagnostics
import Infrastructure
import OrderedCollections

/// The policy that a `data "aws_iam_policy_document"` makes, each part where it is written.
///
/// After the page of that data source in the documentation of hashicorp/aws.
struct PolicyDataSource {
  let evaluator: HCLEvaluator

  func json(of instance: ResourceInstance) -> HCLValue {
    let span = instance.declaration.block.header
    let body = evaluator.values(of: instance.declaration.block.body, in: instance.scope)
    var statements = documents(body, ["source_policy_documents", "source_json"])
    statements += (body["statement"]?.list ?? []).compactMap(statement)
    for override in documents(body, ["override_policy_documents", "override_json"]) {
      let sid = override.object?["Sid"]?.string
      if let sid, !sid.isEmpty, let old = statements.firstIndex(where: { $0.object?["Sid"]?.string == sid }) {
        statements[old] = override
      } else {
        statements.append(override)
      }
    }
    let document: OrderedDictionary<String, HCLValue> = [
      "Version": body["version"].flatMap { $0.isNull ? nil : $0 } ?? .string("2012-10-17", span),
      "Statement": HCLValue(.list(statements), body["statement"]?.span ?? span),
    ]
    return HCLValue(.json(HCLValue(.object(document), span)), span)
  }

  /// The statements of other documents that are built upon.
  private func documents(_ body: OrderedDictionary<String, HCLValue>, _ names: [String]) -> [HCLValue] {
    var statements: [HCLValue] = []
    for name in names {
      guard let value = body[name] else { continue }
      for document in value.list ?? [value] {
        guard let policy = decoded(document)?.object, let inner = policy["Statement"] else { continue }
        statements += inner.list ?? [inner]
      }
    }
    return statements
  }

  private func decoded(_ value: HCLValue) -> HCLValue? {
    switch value.kind {
    case .json(let inner): inner
    case .text(let text): text.isEmpty ? nil : JSONText.decode(text, at: value.span)
    case .null, .bool, .number, .list, .object, .reference, .unknown: nil
    }
  }

  private func statement(_ block: HCLValue) -> HCLValue? {
    guard let body = block.object else { return nil }
    var result: OrderedDictionary<String, HCLValue> = [:]
    if let sid = body["sid"], !sid.isNull { result["Sid"] = sid }
    let effect = body["effect"].flatMap { $0.isNull ? nil : $0 }
    result["Effect"] = effect ?? .string("Allow", block.span)
    let lists = [
      ("actions", "Action"), ("not_actions", "NotAction"), ("resources", "Resource"),
      ("not_resources", "NotResource"),
    ]
    for (name, key) in lists {
      if let value = body[name], !value.isNull, value.list?.isEmpty != true { result[key] = unescaped(value) }
    }
    if let principals = principals(body["principals"]) { result["Principal"] = principals }
    if let principals = principals(body["not_principals"]) { result["NotPrincipal"] = principals }
    if let condition = condition(body["condition"]) { result["Condition"] = condition }
    return HCLValue(.object(result), block.span)
  }

  private func principals(_ value: HCLValue?) -> HCLValue? {
    guard let value, let blocks = value.list, !blocks.isEmpty else { return nil }
    var result: OrderedDictionary<String, HCLValue> = [:]
    for block in blocks {
      guard let body = block.object, let type = body["type"]?.string, let names = body["identifiers"] else { continue }
      if type == "*" { return .string("*", block.span) }
      result[type] = HCLValue(.list((result[type]?.list ?? []) + (names.list ?? [names])), names.span)
    }
    return HCLValue(.object(result), value.span)
  }

  private func condition(_ value: HCLValue?) -> HCLValue? {
    guard let value, let blocks = value.list, !blocks.isEmpty else { return nil }
    var result: OrderedDictionary<String, HCLValue> = [:]
    for block in blocks {
      guard let body = block.object, let test = body["test"]?.string, let values = body["values"],
        let variable = body["variable"]?.string
      else { continue }
      var operators = result[test]?.object ?? [:]
      operators[variable] = unescaped(values)
      result[test] = HCLValue(.object(operators), block.span)
    }
    return HCLValue(.object(result), value.span)
  }

  /// Variables of policies are written `&{…}` there, since `${…}` is the language's own.
  private func unescaped(_ value: HCLValue) -> HCLValue {
    switch value.kind {
    case .list(let items): return HCLValue(.list(items.map(unescaped)), value.span)
    case .text(let text):
      guard text.raw.utf8.contains(UInt8(ascii: "&")) else { return value }
      return .text(Text(HCLFunctionCall.split(text.raw, on: "&{").joined(separator: "${")), value.span)
    case .null, .bool, .number, .object, .json, .reference, .unknown: return value
    }
  }
}
