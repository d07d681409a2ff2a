/// Who a statement of a resource's own policy speaks of.
package enum Principals: Sendable {
  case everybody
  /// Roles by name or ARN.
  case roles([Text])

  var roles: [Text] {
    switch self {
    case .everybody: []
    case .roles(let names): names
    }
  }
}

extension GraphBuilder {
  /// A statement of a resource's own policy, to be attached to the roles it speaks of once they are known.
  struct ResourceStatement: Sendable {
    let principals: Principals
    let statement: Statement
    let scope: String
  }

  /// Notes what a resource's own policy lets others do: inside an account that is enough without any policy of the role.
  ///
  /// Source: IAM User Guide, "Evaluating identity-based policies with resource-based policies", 2026-11.
  package mutating func allow(_ principals: Principals, _ statement: Statement, scope: String) {
    resourceStatements.append(ResourceStatement(principals: principals, statement: statement, scope: scope))
  }

  /// Gives every role what the policies of resources say about it.
  ///
  /// - Parameter named: the roles that each statement names.
  mutating func attachResourceStatements(to named: [[RoleID]]) {
    var neighbours: [String: [RoleID]] = [:]
    for (entry, roles) in zip(resourceStatements, named) {
      for id in roles { graph.roles[id.index].statements.append(entry.statement) }
      guard case .everybody = entry.principals else { continue }
      if neighbours[entry.scope] == nil {
        neighbours[entry.scope] = graph.roles.filter { $0.scope == entry.scope }.map(\.id)
      }
      var statement = entry.statement
      statement.isForAll = true
      for id in neighbours[entry.scope] ?? [] { graph.roles[id.index].statements.append(statement) }
    }
  }
}
