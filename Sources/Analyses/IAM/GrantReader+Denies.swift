import Infrastructure

extension GrantReader {
  /// A deny under one condition that says which events or which functions it means.
  ///
  /// Only a deny that takes in all that a grant reaches is followed; any other may leave something.
  mutating func apply(conditional deny: Statement, to grants: inout [Grant]) {
    let conditions = GrantConditions(deny.conditions)
    let denied = actions(of: deny)
    for index in grants.indices where covers(deny, denied, grants[index].reach) {
      if let callers = conditions.callers { grants[index].banned += callers }
      guard grants[index].reach.kind == .bus else { continue }
      // Denied for some: the others are left. Denied for all but some: those are left.
      grants[index].reach.exclusions.sources += conditions.sources
      grants[index].reach.exclusions.detailTypes += conditions.detailTypes
      limit(&grants[index].reach.sources, to: conditions.exclusions.sources)
      limit(&grants[index].reach.detailTypes, to: conditions.exclusions.detailTypes)
    }
  }

  private func covers(_ deny: Statement, _ denied: ActionSet, _ reach: Reach) -> Bool {
    guard case .only(let listed) = deny.resources else { return false }
    return reach.actions.isSubset(of: denied)
      && listed.contains { $0.value.raw == "*" || $0.value == reach.pattern }
  }

  /// Leaves of the values that are allowed those that are allowed here as well.
  private func limit(_ values: inout [Glob], to spared: [Glob]) {
    guard !spared.isEmpty else { return }
    let common = values.filter { value in spared.contains { $0.intersects(value) } }
    values = values.isEmpty ? spared : common.isEmpty ? values : common
  }
}
