import Documents
import Infrastructure

/// Which conditions of a template hold whatever parameters are given, and which never do.
///
/// Each is decided once, however many others name it; one that depends on itself stays open.
struct ConditionTruths {
  /// Longer chains of conditions stay open.
  private static let maximumDepth = 100

  private let template: Template
  private let nodes: [String: Node]
  private var begun: Set<String> = []
  private var truths: [String: Bool] = [:]

  /// The conditions of a template that can be decided, by name.
  static func of(_ template: Template) -> [String: Bool] {
    guard let entries = template.conditions?.entries, !entries.isEmpty else { return [:] }
    var conditions = ConditionTruths(
      template: template, nodes: Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 }))
    for entry in entries { _ = conditions.decide(entry.key, depth: 0) }
    return conditions.truths
  }

  private init(template: Template, nodes: [String: Node]) {
    self.template = template
    self.nodes = nodes
  }

  private mutating func decide(_ name: String, depth: Int) -> Bool? {
    guard depth < ConditionTruths.maximumDepth, let node = nodes[name], begun.insert(name).inserted else {
      return truths[name]
    }
    truths[name] = truth(of: node, depth: depth + 1)
    return truths[name]
  }

  private mutating func truth(of node: Node, depth: Int) -> Bool? {
    guard depth < ConditionTruths.maximumDepth, let entry = node.onlyEntry else { return nil }
    switch entry.key {
    case "Condition": return entry.value.text.flatMap { decide($0, depth: depth + 1) }
    case "Fn::Not": return entry.value.items.first.flatMap { truth(of: $0, depth: depth + 1) }.map { !$0 }
    case "Fn::And":
      let parts = entry.value.items.map { truth(of: $0, depth: depth + 1) }
      return parts.contains(false) ? false : parts.allSatisfy { $0 == true } ? true : nil
    case "Fn::Or":
      let parts = entry.value.items.map { truth(of: $0, depth: depth + 1) }
      return parts.contains(true) ? true : parts.allSatisfy { $0 == false } ? false : nil
    case "Fn::Equals": return areEqual(entry.value.items)
    default: return nil
    }
  }

  private func areEqual(_ items: Node.Items) -> Bool? {
    guard items.count == 2, let left = template.text(items[0]), let right = template.text(items[1]) else { return nil }
    if left == right { return true }
    return left.hasSymbols || right.hasSymbols ? nil : false
  }
}
