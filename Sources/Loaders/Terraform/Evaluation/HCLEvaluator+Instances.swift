import Diagnostics
import Infrastructure
import OrderedCollections

extension HCLEvaluator {
  /// The instances of a resource or data source.
  func instances(of declaration: ResourceDeclaration, in module: TerraformModule) -> ResourceInstances {
    if let known = module.instances[declaration.address] { return known }
    module.instances[declaration.address] = ResourceInstances(isEvaluating: true)
    let result = ResourceInstances(
      all: expansion(of: declaration.block, named: declaration.address, in: module).map { key, scope in
        ResourceInstance(declaration, in: module, key: key, scope: scope)
      })
    module.instances[declaration.address] = result
    return result
  }

  /// The keys that `count` or `for_each` of a block make, each with the scope of its instance.
  func expansion(
    of block: HCLBlock, named name: String, in module: TerraformModule
  ) -> [(key: InstanceKey, scope: HCLScope)] {
    let scope = HCLScope(module)
    if let count = block.body.attribute("count") { return counted(evaluate(count.value, in: scope), count, in: scope) }
    guard let forEach = block.body.attribute("for_each") else { return [(.single, scope)] }
    let value = evaluate(forEach.value, in: scope)
    guard let members = members(of: value) else {
      let each = describe(value)
      return [
        (
          .any,
          scope.with(
            "each",
            object(
              ["key": .unknown(each + ".key", value.span), "value": .unknown(each + ".value", value.span)], value.span))
        )
      ]
    }
    return members.prefix(budget(members.count)).map { key, value in
      (.name(key), scope.with("each", object(["key": .string(key, value.span), "value": value], value.span)))
    }
  }

  private func counted(
    _ value: HCLValue, _ attribute: HCLAttribute, in scope: HCLScope
  ) -> [(key: InstanceKey, scope: HCLScope)] {
    let span = attribute.value.span
    guard let count = value.integer ?? value.bool.map({ $0 ? 1 : 0 }) else {
      let index = HCLValue.unknown("count.index", span)
      return [(.any, scope.with("count", object(["index": index], span)))]
    }
    return (0..<budget(max(0, count))).map { index in
      let position = HCLValue(.number(Double(index)), span)
      return (.index(index), scope.with("count", object(["index": position], span)))
    }
  }

  /// The keys and values of a `for_each`; nil when they can't be known.
  private func members(of value: HCLValue) -> [(key: String, value: HCLValue)]? {
    switch expanded(value).kind {
    case .object(let entries):
      return entries.keys.sorted().compactMap { key in entries[key].map { (key, $0) } }
    case .list(let items):
      var seen: Set<String> = []
      let members = items.map { item in (key: item.string ?? text(item).raw, value: item) }
      return members.filter { seen.insert($0.key).inserted }.sorted { $0.key < $1.key }
    case .null: return []
    case .bool, .number, .text, .json, .reference, .unknown: return nil
    }
  }

  /// How many of the instances asked for may still be made.
  private func budget(_ count: Int) -> Int {
    let allowed = max(0, min(count, HCLEvaluator.instanceLimit, HCLEvaluator.totalInstanceLimit - instanceCount))
    instanceCount += allowed
    return allowed
  }

  func object(_ entries: OrderedDictionary<String, HCLValue>, _ span: Span) -> HCLValue {
    HCLValue(.object(entries), span)
  }
}

extension HCLEvaluator {
  /// The value of an attribute of an instance: as written, or as the service makes it.
  func attribute(_ name: String, of instance: ResourceInstance, at span: Span) -> HCLValue {
    let symbol = instance.address + "." + name
    return memoized(instance.attributes[name], symbol, at: span, store: { instance.attributes[name] = $0 }) {
      var value = self.written(name, of: instance) ?? self.computed(name, of: instance, at: span)
      let origin = self.origin(of: name, in: instance)
      // What a resource is called is no secret, whatever the name is made of.
      if origin == .attribute { value.origin = nil }
      return value.from(origin)
    }
  }

  /// The value that the block gives; nil when there is none.
  func written(_ name: String, of instance: ResourceInstance) -> HCLValue? {
    let body = instance.declaration.block.body
    if let attribute = body.attribute(name) {
      let value = evaluate(attribute.value, in: instance.scope)
      if !value.isNull { return value }
    }
    return body.blocks.contains { $0.type == name || ($0.type == "dynamic" && $0.labels.first == name) }
      ? blocks(name, of: body, in: instance.scope) : nil
  }

  /// The arguments and blocks of a body as one object.
  func values(of body: HCLBody, in scope: HCLScope) -> OrderedDictionary<String, HCLValue> {
    var result: OrderedDictionary<String, HCLValue> = [:]
    for attribute in body.attributes {
      result[attribute.name] = evaluate(attribute.value, in: scope).keyed(attribute.nameSpan)
    }
    for block in body.blocks {
      let name = block.type == "dynamic" ? block.labels.first ?? "" : block.type
      if result[name] == nil { result[name] = blocks(name, of: body, in: scope) }
    }
    return result
  }

  /// The blocks of a type, those of `dynamic` included, as a list of objects.
  private func blocks(_ name: String, of body: HCLBody, in scope: HCLScope) -> HCLValue {
    var items: [HCLValue] = []
    var first: Span?
    for block in body.blocks {
      if block.type == name {
        items.append(HCLValue(.object(values(of: block.body, in: scope)), block.header))
      } else if block.type == "dynamic", block.labels.first == name {
        items += dynamic(block, in: scope)
      } else {
        continue
      }
      first = first ?? block.header
    }
    return HCLValue(.list(items), first ?? body.span)
  }

  private func dynamic(_ block: HCLBlock, in scope: HCLScope) -> [HCLValue] {
    guard let forEach = block.body.attribute("for_each"), let content = block.body.blocks("content").first else {
      return []
    }
    var name = block.labels.first ?? ""
    if let iterator = block.body.attribute("iterator")?.value {
      if case .name(let other) = iterator.kind { name = other } else { name = iterator.literal ?? name }
    }
    let collection = evaluate(forEach.value, in: scope)
    let symbol = describe(collection)
    let unknown = HCLValue.unknown(symbol + "[]", forEach.value.span)
    let members = entries(of: collection) ?? [(key: .unknown(symbol + ".key", unknown.span), value: unknown)]
    return members.prefix(budget(members.count)).map { member in
      let iterator = object(["key": member.key, "value": member.value], member.value.span)
      // What a stand-in's block is made of lies in the call.
      let place = scope.module.isStandIn ? member.value.keySpan ?? member.value.span : block.header
      return HCLValue(.object(values(of: content.body, in: scope.with(name, iterator))), place)
    }
  }
}
