import Diagnostics
import Infrastructure

/// A drawing for Graphviz: services have shapes, loops are red, hops that are cut are dashed.
struct DOTDrawing {
  let drawing: Drawing

  var bytes: [UInt8] {
    var lines = [
      "digraph \"lambda-audit\" {", "  rankdir=LR",
      "  graph [fontname=\"Helvetica\", nodesep=0.35, ranksep=0.6, outputorder=edgesfirst]",
      "  node [fontname=\"Helvetica\", fontsize=11, style=\"filled\", color=\"#5a6472\", fillcolor=\"#f4f6f8\"]",
      "  edge [fontname=\"Helvetica\", fontsize=9, color=\"#5a6472\", fontcolor=\"#5a6472\"]",
    ]
    let arrows = drawing.arrows
    let connected = Set(arrows.flatMap { [$0.from, $0.to] })
    lines += groups(connected)
    lines += arrows.map(edge)
    lines.append("}")
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// The nodes, in one frame per file where there are several files.
  private func groups(_ connected: Set<Int>) -> [String] {
    var members: [String: [Int]] = [:]
    var paths: [String] = []
    for index in drawing.nodes.indices {
      let path = drawing.nodes[index].isExternal ? "" : path(of: drawing.nodes[index])
      if members[path] == nil, !path.isEmpty { paths.append(path) }
      members[path, default: []].append(index)
    }
    if paths.count < 2 { return nodes(Array(drawing.nodes.indices), connected, indentation: "  ") }
    let shared = DOTDrawing.sharedFolder(of: paths)
    var lines: [String] = []
    for (index, path) in paths.enumerated() {
      lines.append("  subgraph cluster_\(index) {")
      let label = quoted(String(path.dropFirst(shared)))
      lines.append("    label=\(label); color=\"#c5ccd4\"; fontcolor=\"#5a6472\"; fontsize=10")
      lines += nodes(members[path] ?? [], connected, indentation: "    ")
      lines.append("  }")
    }
    return lines + nodes(members[""] ?? [], connected, indentation: "  ")
  }

  /// The file that declares a node; for one of another repository that of its graph with it, as many have equal names.
  private func path(of node: Drawing.Node) -> String {
    let path = drawing.sources[node.span.file].path
    return drawing.graph.places[node.span].map { "\(path): \($0.path)" } ?? path
  }

  /// How many characters paths have in common up to the last slash that all of them share.
  private static func sharedFolder(of paths: [String]) -> Int {
    guard var shared = paths.first.map({ $0.split(separator: "/", omittingEmptySubsequences: false).dropLast() }) else {
      return 0
    }
    for path in paths {
      let folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      shared = shared.prefix(zip(shared, folders).prefix { $0 == $1 }.count)
    }
    return shared.reduce(0) { $0 + $1.count + 1 }
  }
}

extension DOTDrawing {
  /// How many nodes without arrows stand beside each other.
  private static let rowLength = 4

  /// Nodes, those without arrows in rows: Graphviz would put them all below each other.
  private func nodes(_ indices: [Int], _ connected: Set<Int>, indentation: String) -> [String] {
    var lines = indices.map { indentation + node(drawing.nodes[$0]) }
    let alone = indices.filter { !connected.contains($0) }
    for start in stride(from: 0, to: alone.count, by: DOTDrawing.rowLength) {
      let row = alone[start..<min(start + DOTDrawing.rowLength, alone.count)]
      guard row.count > 1 else { continue }
      lines.append(indentation + row.map { quoted(drawing.nodes[$0].id) }.joined(separator: " -> ") + " [style=invis]")
    }
    return lines
  }

  private func node(_ node: Drawing.Node) -> String {
    let look = DOTDrawing.look(node.kind)
    let kind = drawing.graph[node.resource].kind.title
    var attributes = ["label=\(quoted(DrawnText.name(node.name) + "\n" + kind))", "shape=\(look.shape)"]
    attributes.append("fillcolor=\"\(look.fill)\"")
    if look.isDouble { attributes.append("peripheries=2") }
    var styles = ["filled"]
    if look.isRounded { styles.append("rounded") }
    if node.isExternal { styles.append("dashed") }
    if styles.count > 1 { attributes.append("style=\"\(styles.joined(separator: ","))\"") }
    if node.isInLoop { attributes += ["color=\"#c62828\"", "penwidth=2"] }
    return "\(quoted(node.id)) [\(attributes.joined(separator: ", "))]"
  }

  /// Shapes that hold a name of any length without growing much or letting it stand out.
  private static func look(_ kind: String) -> (shape: String, fill: String, isRounded: Bool, isDouble: Bool) {
    switch kind {
    case "function": ("box", "#ffe0b2", false, false)
    case "bucket": ("cylinder", "#dcedc8", false, false)
    case "table": ("cylinder", "#d1c4e9", false, false)
    case "queue": ("box", "#f8bbd0", false, true)
    case "topic": ("box", "#f8bbd0", true, false)
    case "stream", "firehose": ("box", "#d1c4e9", false, true)
    case "bus": ("hexagon", "#f8bbd0", false, false)
    case "rule", "iot-rule": ("box", "#fce4ec", true, false)
    case "pipe": ("box", "#fce4ec", true, true)
    case "state-machine": ("component", "#ffccbc", false, false)
    case "api": ("box", "#bbdefb", true, false)
    case "schedule": ("box", "#eceff1", true, false)
    case "log-group": ("note", "#eceff1", false, false)
    default: ("box", "#ffffff", false, false)
    }
  }

  private func edge(_ edge: Drawing.Edge) -> String {
    let via = DrawnText.actions(edge.via)
    var attributes: [String] = []
    if let cut = edge.cut {
      attributes = [
        "label=\(quoted(DrawnText.padded(via + "\n" + DrawnText.wrapped(cut))))", "style=dashed", "color=\"#9aa4af\"",
        "fontcolor=\"#7a8590\"",
      ]
    } else {
      attributes.append("label=\(quoted(DrawnText.padded(via)))")
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
