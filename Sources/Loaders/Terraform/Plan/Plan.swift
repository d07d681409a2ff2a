import Diagnostics
import Documents

/// The instances of a plan, found by address and by resource.
struct Plan: Sendable {
  final class Instance: Sendable {
    let address: String
    let module: TerraformModulePath
    let moduleAddress: String
    let type: String
    let name: String
    let isData: Bool
    /// The key of `count` or `for_each`.
    let key: String?
    let values: Node?
    let sensitive: Node?
    /// What only an apply would tell, with `true` at its leaves.
    let unknown: Node?
    /// The values of an object that exists already.
    let before: Node?
    /// What the configuration says about the resource.
    let declaration: Node?
    /// The expressions that the resource was written with.
    let expressions: Node?
    let span: Span

    /// The address inside the module and without keys.
    var resource: String { isData ? "data.\(type).\(name)" : "\(type).\(name)" }

    init(
      address: String, module: TerraformModulePath, moduleAddress: String, type: String, name: String, isData: Bool,
      key: String?, values: Node?, sensitive: Node?, change: Change? = nil, declaration: Node? = nil, span: Span
    ) {
      self.address = address
      self.module = module
      self.moduleAddress = moduleAddress
      self.type = type
      self.name = name
      self.isData = isData
      self.key = key
      self.values = values
      self.sensitive = sensitive
      unknown = change?.unknown
      before = change?.before
      self.declaration = declaration
      expressions = declaration?["expressions"]
      self.span = span
    }
  }

  /// What `resource_changes` tells about an address.
  struct Change: Sendable {
    let unknown: Node?
    let before: Node?
  }

  private struct ResourceKey: Hashable {
    let module: TerraformModulePath
    let resource: String
  }

  private struct CallKey: Hashable {
    let module: TerraformModulePath
    let call: String
  }

  private(set) var instances: [Instance] = []
  let configuration: PlanConfiguration
  private var byAddress: [String: Int] = [:]
  private var byResource: [ResourceKey: [Int]] = [:]
  private var byType: [String: [Int]] = [:]
  private var callKeys: [CallKey: [String?]] = [:]
  private static let maximumDepth = 64

  init(_ root: Node) {
    configuration = PlanConfiguration(root["configuration"]?["root_module"])
    let changes = Changes(root["resource_changes"])
    add(root["planned_values"]?["root_module"], "", depth: 0) {
      changes.byAddress[$0]
    } include: { _ in
      true
    }
    // Plans with -target or -refresh-only leave out what they don't touch; it is still there.
    add(root["prior_state"]?["values"]?["root_module"], "", depth: 0) { _ in
      nil
    } include: { address in
      !changes.removed.contains(address)
    }
    index()
  }

  /// The state's instances, for which nothing is unknown.
  init(state root: Node?) {
    configuration = PlanConfiguration(nil)
    add(root, "", depth: 0) { _ in
      nil
    } include: { _ in
      true
    }
    index()
  }

  /// Instances that exist already, for which nothing is unknown.
  init(instances: [Instance]) {
    self.instances = instances
    configuration = PlanConfiguration(nil)
    for (position, instance) in instances.enumerated() { byAddress[instance.address] = position }
    index()
  }

  /// What `resource_changes` tells about each address.
  private struct Changes {
    var byAddress: [String: Change] = [:]
    /// What the plan deletes, forgets or replaces.
    var removed: Set<String> = []

    init(_ list: Node?) {
      let items = list?.opened.items ?? []
      byAddress.reserveCapacity(items.count)
      for item in items.lazy.map(\.opened) {
        guard item["deposed"] == nil, let address = item["address"]?.text, let change = item["change"]?.opened else {
          continue
        }
        byAddress[address] = Change(unknown: change["after_unknown"], before: change["before"])
        let actions = change["actions"]?.opened.items.compactMap(\.text) ?? []
        if actions.contains("delete") || actions.contains("forget") {
          removed.insert(address)
          if let previous = item["previous_address"]?.text { removed.insert(previous) }
        }
      }
    }
  }

  private mutating func add(
    _ module: Node?, _ address: String, depth: Int, change: (String) -> Change?, include: (String) -> Bool
  ) {
    guard let module = module?.opened, depth < Plan.maximumDepth else { return }
    let path = TerraformModulePath(address)
    let declarations = configuration.module(path)?.resources ?? [:]
    for resource in (module["resources"]?.opened.items ?? []).lazy.map(\.opened) {
      guard resource["deposed_key"] == nil, let own = resource["address"], let text = own.text, byAddress[text] == nil,
        include(text), let type = resource["type"]?.text, let name = resource["name"]?.text
      else { continue }
      let isData = resource["mode"]?.text == "data"
      byAddress[text] = instances.count
      instances.append(
        Instance(
          address: text, module: path, moduleAddress: address, type: type, name: name, isData: isData,
          key: resource["index"]?.text, values: resource["values"], sensitive: resource["sensitive_values"],
          change: change(text), declaration: declarations[isData ? "data.\(type).\(name)" : "\(type).\(name)"],
          span: own.span))
    }
    for child in module["child_modules"]?.opened.items ?? [] {
      add(child, child["address"]?.text ?? "", depth: depth + 1, change: change, include: include)
    }
  }

  private mutating func index() {
    for (position, instance) in instances.enumerated() {
      byType[instance.type, default: []].append(position)
      byResource[ResourceKey(module: instance.module, resource: instance.resource), default: []].append(position)
      var path = instance.module
      while let last = path.steps.last {
        path = path.parent
        let key = CallKey(module: path, call: last.call)
        if callKeys[key]?.contains(last.key) != true { callKeys[key, default: []].append(last.key) }
      }
    }
  }
}

extension Plan {
  func instances(of resource: String, in module: TerraformModulePath) -> [Instance] {
    byResource[ResourceKey(module: module, resource: resource)]?.map { instances[$0] } ?? []
  }

  /// The managed instances of some types, in the order of the plan.
  func instances(ofTypes types: Set<String>) -> [Instance] {
    let positions = types.compactMap { byType[$0] }.joined().sorted()
    return positions.map { instances[$0] }.filter { !$0.isData }
  }

  func instance(at address: String) -> Instance? { byAddress[address].map { instances[$0] } }

  /// The keys of a module call's instances; a single nil for a call without `count` and `for_each`.
  func keys(of call: String, in module: TerraformModulePath) -> [String?] {
    callKeys[CallKey(module: module, call: call)] ?? []
  }
}
