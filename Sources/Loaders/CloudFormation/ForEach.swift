import Diagnostics
import Documents
import Infrastructure

/// Expands `Fn::ForEach` of the language extensions.
enum ForEach {
  /// Iterations and nesting beyond these count as one symbolic instance.
  private static let maximumIterations = 500
  private static let maximumDepth = 4

  /// The resources that a loop stands for; one symbolic instance where its collection can't be known.
  static func expand(_ entry: Node.Entry, in template: Template, depth: Int = 0) -> [Node.Entry] {
    let parts = entry.value.items
    guard depth < maximumDepth, parts.count == 3, let identifier = parts[0].text else { return [] }
    let values = collection(parts[1], identifier: identifier, in: template)
    return values.prefix(maximumIterations).flatMap { value -> [Node.Entry] in
      parts[2].entries.flatMap { body -> [Node.Entry] in
        let replaced = replace(body, identifier: identifier, with: value, depth: 0)
        return replaced.key.hasPrefix("Fn::ForEach::") ? expand(replaced, in: template, depth: depth + 1) : [replaced]
      }
    }
  }

  private static func collection(_ node: Node, identifier: String, in template: Template) -> [String] {
    if case .sequence(let items) = node.content {
      let texts = items.compactMap { template.text($0)?.raw }
      if !texts.isEmpty { return texts }
    }
    if let parameter = template.parameter(behind: node) {
      let list = parameter.given?.known ?? parameter.defaultNode?.text
      if let list, !list.isEmpty { return list.split(separator: ",").map { Template.trimmed(String($0)) } }
    }
    return ["${\(identifier)}"]
  }

  private static func replace(_ entry: Node.Entry, identifier: String, with value: String, depth: Int) -> Node.Entry {
    Node.Entry(
      key: fill(entry.key, identifier, value), keySpan: entry.keySpan,
      value: replace(entry.value, identifier: identifier, with: value, depth: depth + 1))
  }

  private static func replace(_ node: Node, identifier: String, with value: String, depth: Int) -> Node {
    guard depth < 64 else { return node }
    switch node.content {
    case .null: return node
    case .scalar(let scalar): return Node(.scalar(.init(fill(scalar.text, identifier, value), scalar.style)), node.span)
    case .sequence(let items):
      return Node(
        items: items.map { replace($0, identifier: identifier, with: value, depth: depth + 1) }, node.span)
    case .mapping(let entries):
      if entries.count == 1, entries[0].key == "Ref", entries[0].value.text == identifier {
        return Node(.scalar(.init(value, .quoted)), node.span)
      }
      return Node(
        entries: entries.map { replace($0, identifier: identifier, with: value, depth: depth + 1) }, node.span)
    }
  }

  /// `${Id}` by the value, and `&{Id}` by its letters and digits.
  private static func fill(_ text: String, _ identifier: String, _ value: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    let plain = String(value.filter { $0.isLetter || $0.isNumber })
    return replacing(replacing(text, "${\(identifier)}", value), "&{\(identifier)}", plain)
  }

  private static func replacing(_ text: String, _ mark: String, _ value: String) -> String {
    var result = ""
    var rest = text
    while let found = rest.range(of: mark) {
      result += rest[..<found.lowerBound] + value
      rest = String(rest[found.upperBound...])
    }
    return result + rest
  }
}
