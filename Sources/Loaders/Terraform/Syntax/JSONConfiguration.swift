package import Diagnostics
package import Documents

/// Reads the JSON syntax of the Terraform language into the same bodies that the native syntax gives.
///
/// Written after hashicorp/hcl, json/spec.md, and the page "JSON Configuration Syntax" of Terraform's documentation. Every
/// level of labels may be an array of objects; strings are templates; `//` is a comment.
package struct JSONConfiguration {
  private(set) var problems: [Problem] = []

  /// - Parameter root: the document of a `.tf.json` file.
  /// - Returns: the file's body, and the strings that are no templates.
  package static func read(_ root: Node) -> (body: HCLBody, problems: [Problem]) {
    var reader = JSONConfiguration()
    var body = HCLBody(span: root.span)
    for entry in root.entries where entry.key != "//" { reader.topLevel(entry, into: &body) }
    return (body, reader.problems)
  }

  /// Reads a file of variable values: an object whose strings are taken as they are.
  package static func values(_ root: Node) -> HCLBody {
    var reader = JSONConfiguration()
    var body = HCLBody(span: root.span)
    body.attributes = root.entries.filter { $0.key != "//" }.map { entry in
      HCLAttribute(name: entry.key, nameSpan: entry.keySpan, value: reader.expression(entry.value, isLiteral: true))
    }
    return body
  }

  /// How many labels the blocks at the top of a file have.
  private static let labelCounts = [
    "resource": 2, "data": 2, "module": 1, "variable": 1, "output": 1, "provider": 1, "locals": 0, "terraform": 0,
  ]

  private mutating func topLevel(_ entry: Node.Entry, into body: inout HCLBody) {
    guard let labels = JSONConfiguration.labelCounts[entry.key] else { return }
    blocks(entry.key, at: entry.keySpan, entry.value, labels: [], missing: labels, into: &body)
  }

  /// The blocks below some levels of labels.
  private mutating func blocks(
    _ type: String, at header: Span, _ node: Node, labels: [String], missing: Int, into body: inout HCLBody
  ) {
    if node.isSequence {
      for item in node.items where item.isMapping {
        blocks(type, at: header, item, labels: labels, missing: missing, into: &body)
      }
    } else if missing > 0 {
      for entry in node.entries where entry.key != "//" {
        blocks(type, at: entry.keySpan, entry.value, labels: labels + [entry.key], missing: missing - 1, into: &body)
      }
    } else if node.isMapping {
      let inner = self.body(node, of: type, resource: labels.first ?? "", depth: 0)
      body.blocks.append(HCLBlock(type: type, labels: labels, header: header, body: inner))
    }
  }

  private mutating func body(_ node: Node, of type: String, resource: String, depth: Int) -> HCLBody {
    var body = HCLBody(span: node.span)
    for entry in node.entries where entry.key != "//" {
      if entry.key == "dynamic" {
        dynamicBlocks(entry.value, resource: resource, depth: depth + 1, into: &body)
      } else if JSONConfiguration.isBlock(entry, in: type, resource: resource), depth < HCLParser.depthLimit {
        let inner = self.body(entry.value, of: type, resource: resource, depth: depth + 1)
        body.blocks.append(HCLBlock(type: entry.key, labels: [], header: entry.keySpan, body: inner))
      } else {
        let isLiteral = JSONConfiguration.literals[type]?.contains(entry.key) == true
        let value = expression(entry.value, isLiteral: isLiteral)
        body.attributes.append(HCLAttribute(name: entry.key, nameSpan: entry.keySpan, value: value))
      }
    }
    return body
  }

  private mutating func dynamicBlocks(_ node: Node, resource: String, depth: Int, into body: inout HCLBody) {
    for level in node.isSequence ? node.items : [node] {
      for entry in level.entries where entry.key != "//" {
        for block in entry.value.isSequence ? entry.value.items : [entry.value] where depth < HCLParser.depthLimit {
          var inner = HCLBody(span: block.span)
          for part in block.entries {
            if part.key == "content" {
              let content = part.value.isSequence ? part.value.items.first ?? part.value : part.value
              let contentBody = self.body(content, of: "resource", resource: resource, depth: depth + 1)
              inner.blocks.append(HCLBlock(type: "content", labels: [], header: part.keySpan, body: contentBody))
            } else {
              let value = expression(part.value, isLiteral: false)
              inner.attributes.append(HCLAttribute(name: part.key, nameSpan: part.keySpan, value: value))
            }
          }
          body.blocks.append(HCLBlock(type: "dynamic", labels: [entry.key], header: entry.keySpan, body: inner))
        }
      }
    }
  }
}

extension JSONConfiguration {
  /// The arguments whose strings are no templates.
  private static let literals: [String: Set<String>] = [
    "variable": ["default", "description", "type"], "output": ["description"], "module": ["source", "version"],
  ]

  /// Arguments of AWS resources that are maps, so that an object is their value; everywhere else an object is a block.
  ///
  /// From the schema of hashicorp/aws 6.55, 2026-06: arguments of type map that the audited resource types have.
  private static let maps: Set<String> = [
    "tags", "tags_all", "variables", "dimensions", "request_parameters", "response_parameters", "request_templates",
    "response_templates", "request_models", "response_models", "stage_variables", "triggers", "endpoints", "metadata",
    "attributes", "input_paths", "environment_variables", "default_tags", "for_each", "count", "parameters",
    "path_parameter_values", "header_parameters", "query_string_parameters", "depends_on",
  ]

  private static func isBlock(_ entry: Node.Entry, in type: String, resource: String) -> Bool {
    guard entry.value.isMapping, type == "resource" || type == "data" else { return false }
    return resource.hasPrefix("aws_") && !maps.contains(entry.key)
  }

  private mutating func expression(_ node: Node, isLiteral: Bool, depth: Int = 0) -> HCLExpression {
    guard depth < HCLParser.depthLimit else { return HCLExpression(.null, node.span) }
    switch node.content {
    case .null: return HCLExpression(.null, node.span)
    case .scalar(let scalar): return self.scalar(scalar, at: node.span, isLiteral: isLiteral)
    case .sequence(let nodes):
      let items = nodes.map { expression($0, isLiteral: isLiteral, depth: depth + 1) }
      return HCLExpression(.tuple(items), node.span, depth: (items.map(\.depth).max() ?? 0) + 1)
    case .mapping(let entries):
      let items = entries.map { entry in
        let key = Node.Scalar(entry.key, .quoted)
        return HCLItem(
          key: self.scalar(key, at: entry.keySpan, isLiteral: isLiteral),
          value: expression(entry.value, isLiteral: isLiteral, depth: depth + 1))
      }
      let deepest = items.map { max($0.key.depth, $0.value.depth) }.max() ?? 0
      return HCLExpression(.object(items), node.span, depth: deepest + 1)
    }
  }

  private mutating func scalar(_ scalar: Node.Scalar, at span: Span, isLiteral: Bool) -> HCLExpression {
    if scalar.style == .plain {
      switch scalar.text {
      case "true": return HCLExpression(.bool(true), span)
      case "false": return HCLExpression(.bool(false), span)
      default: return HCLExpression(.number(scalar.text), span)
      }
    }
    let plain = HCLExpression(.template([.literal(scalar.text)]), span)
    guard !isLiteral, scalar.text.utf8.contains(UInt8(ascii: "{")) else { return plain }
    do throws(Problem) {
      return try HCLParser.template(scalar.text, at: span, isQuoted: true)
    } catch {
      problems.append(error)
      return plain
    }
  }
}
