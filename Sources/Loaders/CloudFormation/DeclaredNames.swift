import Infrastructure

/// What the texts of one template mean that name its own resources, looked up once.
///
/// A class, as each of the lists is made when it is first asked for.
final class DeclaredNames {
  private struct Key: Hashable {
    let kind: ResourceKind
    let name: Text
  }

  private let template: Template
  private let ids: DeclaredIDs

  init(_ template: Template, ids: DeclaredIDs) {
    self.template = template
    self.ids = ids
  }

  /// The graph ids of functions by physical name.
  private(set) lazy var functions: [Text: ResourceID] = {
    var result: [Text: ResourceID] = [:]
    for declaration in template.declarations where declaration.resourceType?.kind == .function {
      result[template.physicalName(of: declaration)] = ids[declaration]
    }
    return result
  }()

  /// The positions of managed policies by what a reference to them gives.
  private(set) lazy var policies = positions { $0.type == "AWS::IAM::ManagedPolicy" }

  /// The positions of APIs by what a reference to them gives.
  private(set) lazy var apis = positions { $0.resourceType?.kind == .api }

  private lazy var names = Set(
    template.declarations.compactMap { declaration in
      declaration.resourceType?.kind.map { Key(kind: $0, name: template.physicalName(of: declaration)) }
    })

  /// Whether the template declares what a locator points at.
  func holds(_ locator: Locator) -> Bool { names.contains(Key(kind: locator.kind, name: locator.name)) }

  private func positions(where isMeant: (Template.Declaration) -> Bool) -> [Text: Int] {
    var result: [Text: Int] = [:]
    for (position, declaration) in template.declarations.enumerated() where isMeant(declaration) {
      guard let text = template.reference(declaration.id), result[text] == nil else { continue }
      result[text] = position
    }
    return result
  }
}
