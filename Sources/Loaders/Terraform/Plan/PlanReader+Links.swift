import Diagnostics
import Documents
import Infrastructure

extension PlanReader {
  /// The value of something unknown: what its expression points at, or its symbol; nil for what nobody wrote.
  func linked(_ expression: Node?, _ place: Place, near span: Span) -> TerraformValue? {
    if let value = overlaid(place), !value.isUnknown {
      return TerraformValue(value.content, span, origin: value.origin)
    }
    guard let leaf = place.path.last else { return nil }
    // Blocks that are unknown as a whole, or that the provider fills in where nobody wrote them.
    if let blocks = expression?.opened.items, !blocks.isEmpty {
      return TerraformValue(
        .list(blocks.enumerated().map { written($1, place.item($0), span) }), span)
    }
    if let expression, !PlanExpression.isExpression(expression) { return written(expression, place, span) }
    if expression == nil, place.path.count == 1 { return nil }
    if TerraformIdentityTable.rows[place.instance.type]?.names.contains(leaf) == true, place.path.count == 1 {
      return unknown(place, span)
    }
    if let template = PlanExpression.template(expression), let value = templated(template, place, span) { return value }
    if let document = documents(leaf, expression, place, span) { return document }
    guard let allowed = PlanLinkTable.targets(of: place.path, in: place.instance.type) else {
      return constant(expression) ?? unknown(place, span)
    }
    return link(expression, leaf, allowed, place, span)
  }

  /// A block as it was written, where the plan knows none of its values.
  private func written(_ expressions: Node, _ place: Place, _ span: Span) -> TerraformValue {
    let entries = expressions.opened.entries.compactMap { entry -> TerraformValue.Entry? in
      guard let value = constant(entry.value) ?? linked(entry.value, place.child(entry.key), near: span) else {
        return nil
      }
      return TerraformValue.Entry(entry.key, span, value)
    }
    return TerraformValue(.object(entries), span)
  }

  private func constant(_ expression: Node?) -> TerraformValue? {
    guard let expression, PlanExpression.isExpression(expression), expression["references"] == nil else { return nil }
    return expression["constant_value"].map(TerraformValue.init)
  }

  func unknown(_ place: Place, _ span: Span) -> TerraformValue {
    let symbol = TerraformIdentity.symbol(
      place.instance.address, place.path.joined(separator: "."), scope: scope
    ).raw.dropFirst(2).dropLast()
    return TerraformValue(.unknown(symbol: String(symbol), why: .afterApply), span)
  }

  private func link(
    _ expression: Node?, _ leaf: String, _ allowed: Set<String>, _ place: Place, _ span: Span
  ) -> TerraformValue {
    let instance = place.instance
    let candidates = linker.resolve(expression, owner: linker.owner(of: instance))
    var found = linker.targets(candidates, allowed: allowed, except: instance.address)
    let isList = PlanLinkTable.lists.contains(leaf)
    let isWritten = found.count == 1 && found[0].isExact
    if let before = before(place, allowed), found.count != 1, !isList { found = [before] }
    let isPolicy = leaf == "resources" || leaf == "not_resources"
    let certainty: Certainty = found.isEmpty ? .inferred : .exact
    if found.isEmpty, isPolicy {
      found = linker.moduleInputs(
        place.path, of: instance, allowed: PlanLinkTable.types(ofActions: actions(beside: place)))
    }
    if found.isEmpty, !isPolicy { found = linker.fallback(place.path, of: instance, allowed: allowed) }
    var texts = found.compactMap { linker.text($0, for: leaf) }
    if isPolicy { texts = texts.flatMap { resourcePatterns($0, place) } }
    if isList {
      return texts.isEmpty
        ? unknown(place, span)
        : TerraformValue(.list(texts.map { TerraformValue(.string($0), span, certainty: certainty) }), span)
    }
    if texts.count == 1 { return TerraformValue(.string(texts[0]), span, certainty: isWritten ? .exact : .inferred) }
    // As many blocks as candidates: each of them is meant by one, in the order of their keys.
    if let sibling = place.sibling, sibling.count == texts.count, texts.indices.contains(sibling.index) {
      return TerraformValue(.string(texts[sibling.index]), span, certainty: .oneOfSeveral)
    }
    return unknown(place, span)
  }

  /// The actions of the statement that holds a list of resources.
  private func actions(beside place: Place) -> [String] {
    PlanReader.node(place.instance.values, place.steps.dropLast() + [.key("actions")])?.opened.items.compactMap(\.text)
      ?? []
  }

  /// The plan keeps which bucket a statement names, but not whether and which keys in it.
  private func resourcePatterns(_ text: Text, _ place: Place) -> [Text] {
    guard Locator.parse(text)?.kind == .bucket else { return [text] }
    return [text, text + "/" + TerraformIdentity.symbol(place.instance.address, "keys", scope: scope)]
  }

  /// What the value pointed at before, for an object that is changed or replaced.
  private func before(_ place: Place, _ allowed: Set<String>) -> PlanLinker.Candidate? {
    guard let text = PlanReader.node(place.instance.before, place.steps)?.text, !text.isEmpty else { return nil }
    let found = (former[text] ?? []).filter { allowed.contains($0.type) && $0.address != place.instance.address }
    return found.count == 1
      ? PlanLinker.Candidate(address: found[0].address, attribute: nil, isExact: false) : nil
  }

  /// The instances by what they were called before the change.
  func formerNames() -> [String: [Plan.Instance]] {
    var result: [String: [Plan.Instance]] = [:]
    for instance in plan.instances {
      guard let before = instance.before?.opened else { continue }
      let names = Set(["arn", "id", "name", "url", "invoke_arn"].compactMap { before[$0]?.text })
      for name in names { result[name, default: []].append(instance) }
    }
    return result
  }

  /// The value at a place in a tree.
  static func node(_ root: Node?, _ steps: [Place.Step]) -> Node? {
    var node = root
    for step in steps {
      switch step {
      case .key(let key): node = node?[key]
      case .item(let index): node = (node?.opened.items).flatMap { $0.indices.contains(index) ? $0[index] : nil }
      }
    }
    return node
  }

  /// The value at the same place in the sources of the plan.
  private func overlaid(_ place: Place) -> TerraformValue? {
    guard var value = linker.overlay[place.instance.address]?.attributes else { return nil }
    for step in place.steps {
      switch step {
      case .key(let key):
        guard let next = value[key] else { return nil }
        value = next
      case .item(let index):
        guard value.items.indices.contains(index) else { return nil }
        value = value.items[index]
      }
    }
    return value
  }
}
