import Documents
import Infrastructure

/// Finds what a value that is known only after apply will point at, by following the references of the configuration.
final class PlanLinker {
  /// A resource that an expression mentions.
  struct Candidate: Hashable, Sendable {
    let address: String
    /// The attribute that is referred to; nil where a dynamic index or splat lost it.
    let attribute: String?
    /// Whether no step on the way had to guess an index or output.
    let isExact: Bool
  }

  /// Who evaluates an expression: decides what `each` and `count` mean in it.
  struct Owner: Sendable {
    let key: String?
    let forEach: Node?
    let module: TerraformModulePath
    /// The module calls around, for `each` inside a module call's arguments.
    var isModule = false
  }

  let plan: Plan
  let scope: String
  /// What the sources of the plan say, by address; empty where they were not given.
  var overlay: [String: TerraformInstance] = [:]

  private static let maximumDepth = 24
  /// The functions that may be invoked by the buckets at some addresses, once somebody asked.
  lazy var permitted = permissions()

  init(plan: Plan, scope: String) {
    self.plan = plan
    self.scope = scope
  }
}

extension PlanLinker {
  func owner(of instance: Plan.Instance) -> Owner {
    Owner(key: instance.key, forEach: instance.declaration?["for_each_expression"], module: instance.module)
  }

  /// Everything that an expression mentions, in written order.
  func resolve(_ expression: Node?, owner: Owner, depth: Int = 0) -> [Candidate] {
    guard depth < PlanLinker.maximumDepth else { return [] }
    let references = PlanExpression.references(expression)
    var result: [Candidate] = []
    for reference in references {
      for candidate in follow(TerraformAddress.steps(reference), among: references, owner: owner, depth: depth)
      where !result.contains(candidate) {
        result.append(candidate)
      }
    }
    return result
  }

  private func follow(
    _ steps: [TerraformStep], among references: [String], owner: Owner, depth: Int
  ) -> [Candidate] {
    guard let first = steps.first?.name else { return [] }
    switch first {
    case "count", "path", "terraform", "self", "local": return []
    case "each":
      return steps.dropFirst().first?.name == "value"
        ? eachValue(Array(steps.dropFirst(2)), owner: owner, depth: depth) : []
    case "var": return variable(steps.dropFirst().first?.name, owner: owner, depth: depth)
    case "module": return output(Array(steps.dropFirst()), among: references, owner: owner, depth: depth)
    case "data":
      guard let type = steps.dropFirst().first?.name, let name = steps.dropFirst(2).first?.name else { return [] }
      let resource = "data.\(type).\(name)"
      if PlanLinker.passesThrough(type) { return passed(through: resource, owner: owner, depth: depth) }
      return instances(resource, Array(steps.dropFirst(3)), among: references, owner: owner)
    default:
      guard let name = steps.dropFirst().first?.name else { return [] }
      if PlanLinker.passesThrough(first) {
        return passed(through: "\(first).\(name)", owner: owner, depth: depth)
      }
      return instances("\(first).\(name)", Array(steps.dropFirst(2)), among: references, owner: owner)
    }
  }

  /// Whether a type does nothing with its arguments but to hand them on.
  private static func passesThrough(_ type: String) -> Bool {
    ["template_file", "terraform_data", "null_data_source"].contains(type)
  }

  /// What the arguments of such a resource mention.
  private func passed(through resource: String, owner: Owner, depth: Int) -> [Candidate] {
    let declaration = plan.configuration.module(owner.module)?.resources[resource]
    let inner = Owner(key: nil, forEach: declaration?["for_each_expression"], module: owner.module)
    return (declaration?["expressions"]?.opened.entries ?? []).flatMap { entry in
      resolve(entry.value, owner: inner, depth: depth + 1)
    }
  }

  /// The argument that a module was called with.
  private func variable(_ name: String?, owner: Owner, depth: Int) -> [Candidate] {
    guard let name, let last = owner.module.steps.last else { return [] }
    let parent = owner.module.parent
    guard let call = plan.configuration.module(parent)?.calls[last.call] else { return [] }
    return resolve(
      call["expressions"]?[name],
      owner: Owner(key: last.key, forEach: call["for_each_expression"], module: parent, isModule: true),
      depth: depth + 1)
  }

  private func eachValue(_ rest: [TerraformStep], owner: Owner, depth: Int) -> [Candidate] {
    let references = PlanExpression.references(owner.forEach)
    let outer = Owner(key: nil, forEach: nil, module: owner.module)
    if references.count == 1, let key = owner.key {
      let steps = TerraformAddress.steps(references[0])
      let isWhole = steps.first?.name == "module" ? steps.count == 2 : steps.count == 2 && steps.first?.name != "var"
      if isWhole {
        return follow(steps + [.key(key)] + rest, among: [], owner: outer, depth: depth + 1)
      }
    }
    return resolve(owner.forEach, owner: outer, depth: depth + 1)
      .map { Candidate(address: $0.address, attribute: $0.attribute, isExact: false) }
  }

  private func output(
    _ steps: [TerraformStep], among references: [String], owner: Owner, depth: Int
  ) -> [Candidate] {
    guard let call = steps.first?.name else { return [] }
    var rest = Array(steps.dropFirst())
    var (keys, isExact) = pick(plan.keys(of: call, in: owner.module), among: references, owner: owner)
    if case .key(let key)? = rest.first {
      rest.removeFirst()
      (keys, isExact) = ([key], true)
    }
    let name = rest.first?.name
    var result: [Candidate] = []
    for key in keys {
      let inner = owner.module.child(call, key)
      guard let module = plan.configuration.module(inner) else { continue }
      for output in name.map({ [$0] }) ?? module.outputNames {
        let found = resolve(
          module.outputs[output], owner: Owner(key: nil, forEach: nil, module: inner), depth: depth + 1)
        for candidate in found {
          result.append(
            Candidate(
              address: candidate.address, attribute: candidate.attribute,
              isExact: candidate.isExact && isExact && name != nil))
        }
      }
    }
    return result
  }

  private func instances(
    _ resource: String, _ steps: [TerraformStep], among references: [String], owner: Owner
  ) -> [Candidate] {
    var rest = steps
    var found = plan.instances(of: resource, in: owner.module)
    var isExact = true
    if case .key(let key)? = rest.first {
      rest.removeFirst()
      found = found.filter { $0.key == key }
    } else {
      let picked = pick(found.map(\.key), among: references, owner: owner)
      found = found.filter { picked.keys.contains($0.key) }
      isExact = picked.isExact
    }
    return found.map { Candidate(address: $0.address, attribute: rest.first?.name, isExact: isExact) }
  }

  /// The instances that an index which was not kept can mean: the consumer's own key, or all.
  private func pick(
    _ keys: [String?], among references: [String], owner: Owner
  ) -> (keys: [String?], isExact: Bool) {
    if keys.count <= 1 { return (keys, true) }
    let isOwnKey =
      references.contains("each.key") || references.contains("count.index")
      || references.contains("each.value")
    if isOwnKey, let key = owner.key, keys.contains(key) { return ([key], true) }
    return (keys, false)
  }
}

// MARK: From instances to texts
extension PlanLinker {
  /// The candidates of the given types whose attribute names them, one per instance.
  func targets(_ candidates: [Candidate], allowed: Set<String>, except own: String) -> [Candidate] {
    var seen: Set<String> = []
    return candidates.filter { candidate in
      guard candidate.address != own, let instance = plan.instance(at: candidate.address),
        allowed.contains(instance.type), names(candidate.attribute, type: instance.type)
      else { return false }
      return seen.insert(candidate.address).inserted
    }
  }

  /// Whether an attribute is one of those that say which resource is meant.
  private func names(_ attribute: String?, type: String) -> Bool {
    guard let attribute else { return true }
    if ["arn", "id", "name", "invoke_arn"].contains(attribute) { return true }
    guard let row = TerraformIdentityTable.rows[type] else { return false }
    return row.names.contains(attribute) || row.forms[attribute] != nil
  }

  /// The canonical text of what a candidate refers to.
  func text(_ candidate: Candidate, for leaf: String) -> Text? {
    guard let instance = plan.instance(at: candidate.address) else { return nil }
    let attribute = candidate.attribute ?? PlanLinker.usual(leaf, of: instance.type)
    return TerraformIdentity.text(
      of: attribute, type: instance.type, address: instance.address, isData: instance.isData, scope: scope
    ) { known($0, of: instance) }
  }

  /// The attribute that is meant where a splat or dynamic index lost it.
  private static func usual(_ leaf: String, of type: String) -> String {
    if leaf == "event_source_arn" || leaf == "source", type == "aws_dynamodb_table" { return "stream_arn" }
    let row = TerraformIdentityTable.rows[type]
    if leaf.hasSuffix("uri"), PlanLinkTable.functions.contains(type) { return "invoke_arn" }
    return row?.arn == nil || row?.kind == nil && type != "aws_iam_role" && type != "aws_iam_policy"
      || row?.kind == .api
      ? "id" : "arn"
  }

  /// The text of an attribute where plan or sources tell it, or where it is a link itself.
  func known(_ attribute: String, of instance: Plan.Instance) -> Text? {
    if let node = instance.values?[attribute], let text = node.text, !text.isEmpty { return Text(text) }
    if let text = overlay[instance.address]?.attributes[attribute].flatMap({ $0.isUnknown ? nil : $0.text }) {
      return text
    }
    let isLink =
      instance.type == "aws_lambda_alias" && attribute == "function_name"
      || instance.type == "aws_kinesis_stream_consumer" && attribute == "stream_arn"
    guard isLink, let allowed = PlanLinkTable.targets(of: [attribute], in: instance.type) else { return nil }
    return targets(
      resolve(instance.expressions?[attribute], owner: owner(of: instance)), allowed: allowed, except: instance.address
    ).first
      .flatMap { text($0, for: attribute) }
  }
}
