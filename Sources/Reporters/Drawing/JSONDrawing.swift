import Diagnostics

/// A drawing as data, schema 1.
struct JSONDrawing {
  let drawing: Drawing

  var json: JSON {
    .object([
      ("schema", .int(1)), ("nodes", .array(drawing.nodes.map(node))), ("edges", .array(drawing.edges.map(edge))),
    ])
  }

  private func node(_ node: Drawing.Node) -> JSON {
    let place = Place(node.span, in: drawing.sources)
    return .object([
      ("id", .string(node.id)), ("kind", .string(node.kind)), ("name", .string(node.name)),
      ("path", .string(place.path)), ("line", .int(place.start.line)),
    ])
  }

  private func edge(_ edge: Drawing.Edge) -> JSON {
    .object([
      ("from", .string(drawing.nodes[edge.from].id)), ("to", .string(drawing.nodes[edge.to].id)),
      ("kind", .string(edge.kind)), ("mode", .string(edge.mode)), ("via", .string(edge.via)),
      ("confidence", .string(edge.confidence)), ("cut", JSON(edge.cut)),
    ])
  }
}
