import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  func readRole(_ declaration: Template.Declaration, into context: inout LoadContext) {
    let properties = template.mapping(declaration.properties)
    let id = context.builder.declareRole(
      name: template.names[declaration.id] ?? declaration.id, physicalName: template.physicalName(of: declaration),
      span: declaration.keySpan, scope: scope)
    var grants = Grants()
    for policy in template.items(properties?["Policies"]) {
      grants.add(PolicyDocument.statements(template.value(policy, "PolicyDocument"), using: template))
    }
    for policy in template.items(properties?["ManagedPolicyArns"]) { read(managedPolicy: policy, into: &grants) }
    grants.boundary = boundary(properties?["PermissionsBoundary"])
    let services = services(properties?["AssumeRolePolicyDocument"])
    context.builder.update(role: id) { role in
      grants.fill(&role)
      role.services = services
      role.isSharedByDefault = template.sharedRoles.contains(declaration.id)
    }
  }

  /// The services that may use a role; nil where that can't be known.
  private func services(_ document: Node?) -> [String]? {
    guard let statements = template.mapping(document)?["Statement"] else { return nil }
    let named = template.items(statements).flatMap { template.texts(template.value($0, "Principal", "Service")) }
    return named.contains { $0.value.hasSymbols } ? nil : named.map(\.value.raw)
  }

  /// What policies give, as far as they are in sight.
  struct Grants {
    var statements: [Statement] = []
    var managedPolicies: [Spanned<String>] = []
    var boundary: [Statement]?
    var isComplete = true

    mutating func add(_ more: [Statement]) {
      if statements.isEmpty { statements = more } else { statements += more }
    }

    /// Gives a role all of them.
    func fill(_ role: inout Role) {
      role.statements = statements
      role.managedPolicies = managedPolicies
      role.boundary = boundary
      role.isComplete = isComplete
    }
  }

  /// Reads a managed policy by ARN or SAM's short name: one of AWS's, one of this template, or one out of sight.
  func read(managedPolicy node: Node, into grants: inout Grants) {
    guard let text = template.text(node) else {
      grants.isComplete = false
      return
    }
    if let declaration = managedPolicy(text) {
      grants.add(
        PolicyDocument.statements(template.value(declaration.properties, "PolicyDocument"), using: template))
      return
    }
    guard let name = text.split(on: "/").last?.known, isAWSManaged(text) else {
      grants.isComplete = false
      return
    }
    grants.managedPolicies.append(Spanned(name, node.span))
  }

  private func isAWSManaged(_ text: Text) -> Bool {
    !text.raw.hasPrefix("arn:") ? !text.hasSymbols : text.raw.range(of: ":aws:policy/") != nil
  }

  /// The statements of a permissions boundary; nil where there is none or it is out of sight.
  func boundary(_ node: Node?) -> [Statement]? {
    guard let text = template.text(node), let declaration = managedPolicy(text) else { return nil }
    return PolicyDocument.statements(template.value(declaration.properties, "PolicyDocument"), using: template)
  }

  /// A policy that names the roles it is attached to.
  func readPolicy(_ declaration: Template.Declaration, into context: inout LoadContext) {
    let properties = template.mapping(declaration.properties)
    let roles = template.items(properties?["Roles"] ?? properties?["RoleName"])
    guard !roles.isEmpty else { return }
    let statements = PolicyDocument.statements(properties?["PolicyDocument"], using: template)
    for role in roles {
      guard let name = template.text(role) else { continue }
      context.builder.attach(toRole: name, scope: scope, statements: statements)
    }
  }
}
