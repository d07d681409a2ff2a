import Diagnostics
import Infrastructure
import OrderedCollections

extension HCLEvaluator {
  /// The keys and values that a loop runs over, objects in the order of their keys; nil when they can't be known.
  func entries(of value: HCLValue) -> [(key: HCLValue, value: HCLValue)]? {
    switch expanded(value).kind {
    case .list(let items):
      return items.enumerated().map { (HCLValue(.number(Double($0.offset)), $0.element.span), $0.element) }
    case .object(let entries):
      return entries.keys.sorted().compactMap { key in
        entries[key].map { (HCLValue.string(key, $0.span), $0) }
      }
    case .null: return []
    case .bool, .number, .text, .json, .reference, .unknown: return nil
    }
  }

  /// A list or an object in place of the resource or the module call that has several instances.
  func expanded(_ value: HCLValue) -> HCLValue {
    guard case .reference(let reference) = value.kind else { return value }
    let members: [(key: InstanceKey, value: HCLValue)]
    switch reference {
    case .resource(let declaration, let module):
      members = instances(of: declaration, in: module).all.map {
        ($0.key, HCLValue(.reference(.instance($0)), value.span))
      }
    case .call(let name, let module):
      members = children(name, in: module).all.map { ($0.key, HCLValue(.reference(.module($0.module)), value.span)) }
    case .variables, .locals, .calls, .data, .type, .instance, .module: return value
    }
    if members.contains(where: { $0.key == .any }) { return value }
    var entries: OrderedDictionary<String, HCLValue> = [:]
    for member in members {
      guard case .name(let name) = member.key else { return HCLValue(.list(members.map(\.value)), value.span) }
      entries[name] = member.value
    }
    return entries.isEmpty ? HCLValue(.list([]), value.span) : HCLValue(.object(entries), value.span)
  }

  func loop(_ loop: HCLLoop, at expression: HCLExpression, in scope: HCLScope) -> HCLValue {
    let collection = evaluate(loop.collection, in: scope)
    guard let entries = entries(of: collection) else {
      return unknown(describe(loop, over: collection, at: expression), expression.span, from: [collection])
    }
    var items: [HCLValue] = []
    var object: OrderedDictionary<String, HCLValue> = [:]
    for entry in entries where steps < HCLEvaluator.stepLimit {
      let inner = scope.with(loop.keyName, entry.key).with(loop.valueName, entry.value)
      if let condition = loop.condition, evaluate(condition, in: inner).bool == false { continue }
      let value = evaluate(loop.value, in: inner)
      guard let key = loop.key.map({ evaluate($0, in: inner) }) else {
        items.append(value)
        continue
      }
      let name = key.string ?? text(key).raw
      if loop.groups {
        object[name] = HCLValue(.list((object[name]?.list ?? []) + [value]), expression.span)
      } else {
        object[name] = value
      }
    }
    return HCLValue(loop.key == nil ? .list(items) : .object(object), expression.span)
  }

  /// A loop that projects an unknown collection is called like the splat that does the same.
  private func describe(_ loop: HCLLoop, over collection: HCLValue, at expression: HCLExpression) -> String {
    var steps = ""
    var value = loop.value
    while case .attribute(let base, let name) = value.kind {
      steps = "." + name + steps
      value = base
    }
    if loop.key == nil, loop.condition == nil, case .name(loop.valueName) = value.kind {
      return describe(collection) + "[*]" + steps
    }
    return source(expression)
  }

  func splat(_ base: HCLValue, _ steps: [HCLStep], at span: Span, in scope: HCLScope) -> HCLValue {
    let items: [HCLValue]
    switch expanded(base).kind {
    case .list(let list): items = list
    case .null: items = []
    case .unknown(let unknown):
      let suffix = steps.map { step in
        if case .attribute(let name) = step { "." + name } else { "[]" }
      }
      return .unknown(unknown.symbol + "[*]" + suffix.joined(), span, isError: unknown.isError)
    case .object(let entries):
      if case .reference = base.kind { items = Array(entries.values) } else { items = [base] }
    case .reference, .bool, .number, .text, .json: items = [base]
    }
    let result = items.map { item in
      steps.reduce(item) { value, step in
        switch step {
        case .attribute(let name): attribute(name, of: value, at: span)
        case .index(let index): element(evaluate(index, in: scope), of: value, at: span)
        }
      }
    }
    return HCLValue(.list(result), span)
  }
}
