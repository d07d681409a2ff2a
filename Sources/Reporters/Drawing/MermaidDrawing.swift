/// A drawing for Mermaid, as GitHub and GitLab show it in Markdown.
struct MermaidDrawing {
  let drawing: Drawing

  var bytes: [UInt8] {
    var lines = ["flowchart LR"]
    for (index, node) in drawing.nodes.enumerated() {
      let (open, close) = MermaidDrawing.shape(node.kind)
      lines.append("  n\(index)\(open)\"\(escaped(node.name))\"\(close)")
    }
    let arrows = drawing.arrows
    for edge in arrows {
      let label = edge.cut.map { "\(DrawnText.actions(edge.via)): \($0)" } ?? DrawnText.actions(edge.via)
      lines.append("  n\(edge.from) \(edge.cut == nil ? "-->" : "-.->")|\"\(escaped(label))\"| n\(edge.to)")
    }
    let red = arrows.indices.filter { arrows[$0].isInLoop }.map(String.init)
    if !red.isEmpty { lines.append("  linkStyle \(red.joined(separator: ",")) stroke:#c62828,stroke-width:2px") }
    let turning = drawing.nodes.indices.filter { drawing.nodes[$0].isInLoop }.map { "n\($0)" }
    if !turning.isEmpty {
      lines.append("  classDef loop stroke:#c62828,stroke-width:2px")
      lines.append("  class \(turning.joined(separator: ",")) loop")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func shape(_ kind: String) -> (String, String) {
    switch kind {
    case "function": ("[", "]")
    case "bucket", "table": ("[(", ")]")
    case "queue": ("[[", "]]")
    case "topic", "bus": ("{{", "}}")
    case "rule", "iot-rule": ("{", "}")
    case "stream", "firehose", "pipe": ("[/", "/]")
    case "state-machine": ("[[", "]]")
    default: ("([", "])")
    }
  }

  private func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\"": out += "#quot;"
      case "#": out += "#35;"
      case "<": out += "#lt;"
      case ">": out += "#gt;"
      default: out.append(CharacterWidth.isUnsafe(character) ? " " : character)
      }
    }
    return out
  }
}
