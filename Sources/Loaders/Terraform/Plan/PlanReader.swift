import Diagnostics
import Documents
import Infrastructure

/// Turns the instances of a plan into instances whose unknown values are the canonical texts of what they point at.
final class PlanReader {
  let plan: Plan
  let linker: PlanLinker
  let scope: String
  /// The ARNs that existing objects lose by this plan, and what takes their place; the longest first, so that no ARN is
  /// taken for the beginning of another.
  private(set) var renewals: [(old: String, new: Text)] = []
  private var renewed: [String: Text] = [:]
  /// What is in the way of linking by the values before the change, once somebody asked.
  lazy var former = formerNames()

  /// Where in an instance a value stands.
  struct Place: Sendable {
    let instance: Plan.Instance
    /// Names of blocks and attributes, without positions.
    var path: [String] = []
    /// The same with positions, for the sources of the plan.
    var steps: [Step] = []
    /// Which of how many sibling blocks, where their expressions could not be told apart.
    var sibling: (index: Int, count: Int)?

    enum Step: Sendable {
      case key(String)
      case item(Int)
    }

    func child(_ key: String) -> Place {
      var child = self
      child.path.append(key)
      child.steps.append(.key(key))
      return child
    }

    func item(_ index: Int) -> Place {
      var item = self
      item.steps.append(.item(index))
      return item
    }
  }

  init(plan: Plan, scope: String) {
    self.plan = plan
    self.scope = scope
    linker = PlanLinker(plan: plan, scope: scope)
    renewals = plan.instances.compactMap(renewal)
      .sorted { ($0.old.utf8.count, $0.old) > ($1.old.utf8.count, $1.old) }
    for renewal in renewals.reversed() { renewed[renewal.old] = renewal.new }
  }

  private func renewal(_ instance: Plan.Instance) -> (old: String, new: Text)? {
    guard instance.unknown?["arn"] != nil, let arn = instance.before?["arn"]?.text, !arn.isEmpty,
      TerraformIdentityTable.rows[instance.type]?.arn != nil,
      let renewed = linker.text(
        PlanLinker.Candidate(address: instance.address, attribute: "arn", isExact: true), for: "arn")
    else { return nil }
    return (arn, renewed)
  }

  /// A string, or what takes the place of the ARN in it that this plan takes away.
  private func scalar(_ node: Node) -> TerraformValue {
    if !renewed.isEmpty, let text = node.text, let new = renewed[text] {
      return TerraformValue(.string(new), node.span)
    }
    return TerraformValue(node)
  }

  /// All instances whose types matter.
  func instances() -> [TerraformInstance] {
    plan.instances.filter { TerraformMapper.reads($0.type) }.map(instance)
  }

  func instance(_ instance: Plan.Instance) -> TerraformInstance {
    let value = value(
      instance.values, instance.unknown, instance.expressions, instance.sensitive,
      Place(instance: instance), near: instance.span)
    var result = TerraformInstance(
      address: instance.address, module: instance.moduleAddress, type: instance.type, name: instance.name,
      isData: instance.isData, attributes: value ?? TerraformValue(.object([]), instance.span), span: instance.span)
    if result.attributes["policy"]?.isUnknown == true { result.mentions = mentions(of: instance) }
    return result
  }
}

// MARK: Values beside what is unknown about them
extension PlanReader {
  /// A value, with its unknown parts linked; nil where nothing is known or written.
  private func value(
    _ node: Node?, _ unknown: Node?, _ expression: Node?, _ sensitive: Node?, _ place: Place, near span: Span
  ) -> TerraformValue? {
    if renewed.isEmpty, let node, unknown?.mayHoldTrue != true, sensitive?.mayHoldTrue != true {
      return TerraformValue.known(node)
    }
    if unknown?.text == "true" { return linked(expression, place, near: node?.span ?? span) }
    if sensitive?.text == "true", let node, node.text != nil { return masked(node.span) }
    guard let shape = node ?? unknown else { return nil }
    if shape.isMapping { return object(node, unknown, expression, sensitive, place, node?.span ?? span) }
    if shape.isSequence { return list(node, unknown, expression, sensitive, place, node?.span ?? span) }
    return node.map(scalar)
  }

  private func object(
    _ node: Node?, _ unknown: Node?, _ expression: Node?, _ sensitive: Node?, _ place: Place, _ span: Span
  ) -> TerraformValue {
    let isFlat = expression.map(PlanExpression.isExpression) ?? false
    let (node, unknown, sensitive) = (node?.opened, unknown?.opened, sensitive?.opened)
    let expressions = isFlat ? nil : expression?.opened
    var entries: [TerraformValue.Entry] = []
    for entry in node?.entries ?? [] where !entry.value.isNull || unknown?[entry.key] != nil {
      let inner = isFlat ? expression : expressions?[entry.key]
      if let value = value(
        entry.value, unknown?[entry.key], inner, sensitive?[entry.key], place.child(entry.key), near: entry.value.span)
      {
        entries.append(TerraformValue.Entry(entry.key, entry.keySpan, value))
      }
    }
    for entry in unknown?.entries ?? [] where node?[entry.key] == nil {
      let inner = isFlat ? expression : expressions?[entry.key]
      if let value = value(nil, entry.value, inner, nil, place.child(entry.key), near: span) {
        entries.append(TerraformValue.Entry(entry.key, span, value))
      }
    }
    return TerraformValue(.object(entries), span)
  }

  private func list(
    _ node: Node?, _ unknown: Node?, _ expression: Node?, _ sensitive: Node?, _ place: Place, _ span: Span
  ) -> TerraformValue {
    let items = node?.opened.items ?? []
    let unknowns = unknown?.opened.items ?? []
    let masks = sensitive?.opened.items ?? []
    let count = max(items.count, unknowns.count)
    if let leaf = place.path.last, unknowns.contains(where: { $0.text == "true" }), PlanLinkTable.lists.contains(leaf) {
      let known = items.filter { $0.text != nil }.map(TerraformValue.init)
      let links = linked(expression, place, near: span)
      return TerraformValue(.list(known + (links?.items ?? links.map { [$0] } ?? [])), span)
    }
    let blocks = expression?.opened.items ?? []
    let isFlat = expression.map(PlanExpression.isExpression) ?? false
    let isAligned = blocks.count == count
    var values: [TerraformValue] = []
    for index in 0..<count {
      var inner = place.item(index)
      if !isAligned && !isFlat { inner.sibling = (index, count) }
      let value = value(
        items.indices.contains(index) ? items[index] : nil, unknowns.indices.contains(index) ? unknowns[index] : nil,
        isFlat ? expression : isAligned ? blocks[index] : nil,
        masks.indices.contains(index) ? masks[index] : nil, inner, near: span)
      values.append(value ?? .null(span))
    }
    return TerraformValue(.list(values), span)
  }

  /// A sensitive value: that it is there is all that anybody may see.
  private func masked(_ span: Span) -> TerraformValue {
    TerraformValue(
      .unknown(symbol: nil, why: .sensitive), span, origin: .variable(name: "sensitive", isSensitive: true))
  }
}
