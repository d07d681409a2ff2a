import Diagnostics

/// A drawing for Graphviz: services have shapes, loops are red, hops that are cut are dashed.
struct DOTDrawing {
  let drawing: Drawing

  var bytes: [UInt8] {
    var lines = [
      "digraph \"lambda-audit\" {", "  rankdir=LR", "  graph [fontname=\"Helvetica\", nodesep=0.4, ranksep=0.9]",
      "  node [fontname=\"Helvetica\", fontsize=11, style=\"filled\", color=\"#5a6472\", fillcolor=\"#f4f6f8\"]",
      "  edge [fontname=\"Helvetica\", fontsize=9, color=\"#5a6472\", fontcolor=\"#5a6472\"]",
    ]
    lines += groups
    lines += drawing.arrows.map(edge)
    lines.append("}")
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// The nodes, in one frame per file where there are several files.
  private var groups: [String] {
    var paths: [String] = []
    let pathOf = drawing.nodes.map { $0.isExternal ? "" : drawing.sources[$0.span.file].path }
    for path in pathOf where !path.isEmpty && !paths.contains(path) { paths.append(path) }
    if paths.count < 2 { return drawing.nodes.map { "  " + node($0) } }
    var lines: [String] = []
    for (index, path) in paths.enumerated() {
      lines.append("  subgraph cluster_\(index) {")
      lines.append("    label=\(quoted(path)); color=\"#c5ccd4\"; fontcolor=\"#5a6472\"; fontsize=10")
      lines += zip(drawing.nodes, pathOf).filter { $1 == path }.map { "    " + node($0.0) }
      lines.append("  }")
    }
    return lines + zip(drawing.nodes, pathOf).filter { $1.isEmpty }.map { "  " + node($0.0) }
  }

  private func node(_ node: Drawing.Node) -> String {
    let look = DOTDrawing.look(node.kind)
    var attributes = ["label=\(quoted(node.name + "\n" + node.kind))", "shape=\(look.shape)"]
    attributes.append("fillcolor=\"\(look.fill)\"")
    if node.isExternal { attributes.append("style=\"filled,dashed\"") }
    if node.isInLoop { attributes += ["color=\"#c62828\"", "penwidth=2"] }
    return "\(quoted(node.id)) [\(attributes.joined(separator: ", "))]"
  }

  private static func look(_ kind: String) -> (shape: String, fill: String) {
    switch kind {
    case "function": ("box", "#ffe0b2")
    case "bucket": ("cylinder", "#dcedc8")
    case "table": ("cylinder", "#d1c4e9")
    case "queue": ("cds", "#f8bbd0")
    case "topic": ("house", "#f8bbd0")
    case "stream", "firehose": ("parallelogram", "#d1c4e9")
    case "bus": ("hexagon", "#f8bbd0")
    case "rule", "iot-rule": ("diamond", "#fce4ec")
    case "pipe": ("rarrow", "#fce4ec")
    case "state-machine": ("component", "#ffccbc")
    case "api": ("ellipse", "#bbdefb")
    case "schedule": ("ellipse", "#eceff1")
    case "log-group": ("note", "#eceff1")
    default: ("box", "#ffffff")
    }
  }

  private func edge(_ edge: Drawing.Edge) -> String {
    var attributes: [String] = []
    if let cut = edge.cut {
      attributes = [
        "label=\(quoted(edge.via + "\n" + cut))", "style=dashed", "color=\"#9aa4af\"", "fontcolor=\"#9aa4af\"",
      ]
    } else {
      attributes.append("label=\(quoted(edge.via))")
      if edge.kind == "write" { attributes.append("arrowhead=vee") }
      if edge.isInLoop { attributes += ["color=\"#c62828\"", "fontcolor=\"#c62828\"", "penwidth=2"] }
    }
    let ends = "\(quoted(drawing.nodes[edge.from].id)) -> \(quoted(drawing.nodes[edge.to].id))"
    return "  \(ends) [\(attributes.joined(separator: ", "))]"
  }

  private func quoted(_ text: String) -> String {
    var out = "\""
    for character in text {
      switch character {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      default: out.append(CharacterWidth.isUnsafe(character) ? "\u{FFFD}" : character)
      }
    }
    return out + "\""
  }
}
