import Infrastructure

/// The graph ids of a template's resources.
struct DeclaredIDs: Sendable {
  private var ids: [ResourceID?]
  private let positions: NameTable

  init(_ template: Template) {
    ids = Array(repeating: nil, count: template.declarations.count)
    positions = template.positions
  }

  /// The id of a declaration; nil for what is no resource of the graph.
  subscript(declaration: Template.Declaration) -> ResourceID? {
    get { ids[declaration.position] }
    set { ids[declaration.position] = newValue }
  }

  /// The id of a logical id; nil where the template does not declare it or it is no resource of the graph.
  subscript(name: String) -> ResourceID? { positions[name].flatMap { ids[$0] } }
}
