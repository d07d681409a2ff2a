import Infrastructure

/// Single fields of large values, read where these are.
extension ResourceGraph {
  func kind(of id: ResourceID) -> ResourceKind { resources[id.index].kind }
  func scope(of id: ResourceID) -> String { resources[id.index].scope }

  func kind(of id: RelationID) -> Relation.Kind { relations[id.index].kind }
  func via(of id: RelationID) -> Via { relations[id.index].via }
  func origin(of id: RelationID) -> ResourceID { relations[id.index].from }
  func target(of id: RelationID) -> ResourceID { relations[id.index].to }

  /// Something of the settings of a function; nil when the resource is none.
  func function<Value>(_ id: ResourceID, _ look: (Function) -> Value) -> Value? {
    position(ofFunction: id).map { look(functions[$0]) }
  }
}
