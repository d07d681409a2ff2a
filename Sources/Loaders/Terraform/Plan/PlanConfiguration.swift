import Documents

/// The `configuration` part of a plan: what was written, as far as the format keeps it.
struct PlanConfiguration: Sendable {
  /// One module of the configuration; all instances of a module share it.
  struct Module: Sendable {
    /// By address inside the module, such as `aws_sqs_queue.q` or `data.aws_region.here`.
    var resources: [String: Node] = [:]
    var calls: [String: Node] = [:]
    var outputs: [String: Node] = [:]
    /// The names of the outputs in written order.
    var outputNames: [String] = []
  }

  private var modules: [[String]: Module] = [:]
  private static let maximumDepth = 64

  init(_ root: Node?) {
    if let root { add(root, at: []) }
  }

  private mutating func add(_ node: Node, at path: [String]) {
    guard path.count < PlanConfiguration.maximumDepth else { return }
    var module = Module()
    let node = node.opened
    for resource in node["resources"]?.opened.items ?? [] {
      if let address = resource["address"]?.text { module.resources[address] = resource }
    }
    for output in node["outputs"]?.opened.entries ?? [] {
      module.outputs[output.key] = output.value["expression"]
      module.outputNames.append(output.key)
    }
    for call in node["module_calls"]?.opened.entries ?? [] {
      module.calls[call.key] = call.value
      if let child = call.value["module"] { add(child, at: path + [call.key]) }
    }
    modules[path] = module
  }

  func module(_ path: TerraformModulePath) -> Module? { modules[path.calls] }
}

/// An expression of the configuration.
enum PlanExpression {
  /// The references of an expression without those that are prefixes of the one before them.
  static func references(_ node: Node?) -> [String] {
    var result: [String] = []
    var last: String?
    for reference in node?["references"]?.opened.items.compactMap(\.text) ?? [] {
      if let last, last.hasPrefix(reference), let next = last.dropFirst(reference.count).first,
        next == "." || next == "["
      {
        continue
      }
      last = reference
      if !result.contains(reference) { result.append(reference) }
    }
    return result
  }

  /// Whether a node of the configuration is one expression and no block or list of blocks.
  static func isExpression(_ node: Node) -> Bool {
    guard node.isMapping else { return false }
    let node = node.opened
    return node["references"] != nil || node["constant_value"] != nil || node.entries.isEmpty
  }

  /// A string whose template was kept beside its references, as plans of JSON configurations do.
  static func template(_ node: Node?) -> String? {
    guard let node, node["references"] != nil else { return nil }
    return node["constant_value"]?.text
  }
}
