import Diagnostics
import Documents

extension Plan {
  /// The instances of a state file, version 4.
  init(stateFile root: Node) {
    self.init(
      instances: (root["resources"]?.opened.items ?? []).flatMap { resource in
        let resource = resource.opened
        return (resource["instances"]?.opened.items ?? []).compactMap { Plan.instance($0.opened, of: resource) }
      })
  }

  private static func instance(_ node: Opened, of resource: Opened) -> Instance? {
    guard node["deposed"] == nil, let type = resource["type"]?.text, let typeSpan = resource["type"]?.span,
      let name = resource["name"]?.text
    else { return nil }
    let module = resource["module"]?.text ?? ""
    let isData = resource["mode"]?.text == "data"
    var address = isData ? "data.\(type).\(name)" : "\(type).\(name)"
    if !module.isEmpty { address = "\(module).\(address)" }
    let index = node["index_key"]
    if let key = index?.text {
      address += TerraformAddress.bracketed(key, isNumber: isNumber(index))
    }
    return Instance(
      address: address, module: TerraformModulePath(module), moduleAddress: module, type: type, name: name,
      isData: isData, key: index?.text, values: node["attributes"], sensitive: sensitive(node["sensitive_attributes"]),
      span: resource["name"]?.span ?? typeSpan)
  }

  private static func isNumber(_ node: Node?) -> Bool {
    node?.style == .plain
  }

  /// The paths of sensitive attributes as a tree with `true` at its leaves, as `terraform show -json` has it.
  private static func sensitive(_ paths: Node?) -> Node? {
    guard let paths, !paths.opened.items.isEmpty else { return nil }
    var tree = SensitiveTree()
    for path in paths.opened.items {
      tree.insert(path.opened.items.prefix(32).map { $0["value"]?["value"]?.text ?? $0["value"]?.text ?? "" }[...])
    }
    return tree.node(at: paths.span)
  }

  /// What the paths have in common, one level after another.
  private struct SensitiveTree {
    var isLeaf = false
    var children: [(key: String, tree: SensitiveTree)] = []

    mutating func insert(_ path: ArraySlice<String>) {
      guard let first = path.first else {
        isLeaf = true
        return
      }
      if let index = children.firstIndex(where: { $0.key == first }) {
        children[index].tree.insert(path.dropFirst())
      } else {
        var child = SensitiveTree()
        child.insert(path.dropFirst())
        children.append((first, child))
      }
    }

    func node(at span: Span) -> Node {
      if isLeaf { return Node(.scalar(.init("true", .plain)), span) }
      if children.allSatisfy({ Int($0.key) != nil }) {
        let count = min((children.compactMap { Int($0.key) }.max() ?? -1) + 1, 1000)
        return Node(
          items: (0..<max(count, 0)).map { index in
            children.first { $0.key == String(index) }?.tree.node(at: span) ?? Node(.null, span)
          }, span)
      }
      return Node(
        entries: children.map { Node.Entry(key: $0.key, keySpan: span, value: $0.tree.node(at: span)) }, span)
    }
  }
}
