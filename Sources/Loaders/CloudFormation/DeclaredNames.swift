import Infrastructure

/// What the texts of one template mean that name its own resources, looked up once.
struct DeclaredNames {
  private struct Key: Hashable {
    let kind: ResourceKind
    let name: Text
  }

  /// The graph ids of functions by physical name.
  private(set) var functions: [Text: ResourceID] = [:]
  /// The positions of managed policies by what a reference to them gives.
  private(set) var policies: [Text: Int] = [:]
  /// The positions of APIs by what a reference to them gives.
  private(set) var apis: [Text: Int] = [:]
  private var names: Set<Key> = []

  init(_ template: Template, ids: [String: ResourceID]) {
    names.reserveCapacity(template.declarations.count)
    for (position, declaration) in template.declarations.enumerated() {
      if declaration.type == "AWS::IAM::ManagedPolicy", let text = template.reference(declaration.id) {
        policies[text] = policies[text] ?? position
      }
      guard let kind = declaration.resourceType?.kind else { continue }
      let name = template.physicalName(declaration.id)
      names.insert(Key(kind: kind, name: name))
      if kind == .function { functions[name] = ids[declaration.id] }
      if kind == .api, let text = template.reference(declaration.id) { apis[text] = apis[text] ?? position }
    }
  }

  /// Whether the template declares what a locator points at.
  func holds(_ locator: Locator) -> Bool { names.contains(Key(kind: locator.kind, name: locator.name)) }
}
