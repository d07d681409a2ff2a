import Diagnostics
import Documents
import Infrastructure

extension GraphFileReader {
  /// What an entry says about a resource.
  private struct Declaration {
    let kind: ResourceKind
    let name: String
    let scope: String
    let physicalName: Text
    let isExternal: Bool
  }

  private mutating func declaration(_ node: Node) throws(Problem) -> Declaration {
    let name = try string("name", of: node)
    let kind = try word(node["type"] == nil ? "kind" : "type", of: node) { ResourceKind(named: $0) }
    let scope = try scope(of: node)
    let text = node["physicalName"]?.text
    let generated = isComplete ? Text.symbol(name, scope: scope) : Text(name)
    let isReference = node["external"]?.bool == true || !isComplete && kind != .function
    return Declaration(
      kind: kind, name: name, scope: scope, physicalName: text.map(evaluator.text) ?? generated,
      isExternal: isReference)
  }

  /// Declares what a node stands for; what its own files only refer to may be declared by others of the run.
  mutating func declare(_ node: Node, into builder: inout GraphBuilder) throws(Problem) {
    let id = try string("id", of: node)
    guard ends[id] == nil else { throw Problem(node["id"]?.span ?? node.span, "two nodes have the id '\(id)'") }
    let declaration = try declaration(node)
    if let place = try place(of: node) { builder.note(place: place, of: node.span) }
    if declaration.isExternal {
      let expected = declaration.kind == .external ? nil : declaration.kind
      ends[id] = End(
        endpoint: .reference(declaration.physicalName, node.span, expecting: expected), kind: declaration.kind,
        scope: declaration.scope, name: declaration.physicalName, resource: nil)
      return
    }
    let resource = try add(declaration, node, into: &builder)
    ends[id] = End(
      endpoint: .resource(resource), kind: declaration.kind, scope: declaration.scope, name: declaration.physicalName,
      resource: resource)
  }

  mutating func declareIdle(_ node: Node, into builder: inout GraphBuilder) throws(Problem) {
    if let place = try place(of: node) { builder.note(place: place, of: node.span) }
    _ = try add(try declaration(node), node, into: &builder)
  }

  private func add(
    _ declaration: Declaration, _ node: Node, into builder: inout GraphBuilder
  ) throws(Problem) -> ResourceID {
    let id = builder.declare(
      declaration.kind, name: declaration.name, physicalName: declaration.physicalName, span: node.span,
      scope: declaration.scope, isGenerated: node["generated"]?.bool == true)
    switch declaration.kind {
    case .function: builder.add(try function(id, node))
    case .table:
      var table = Table(
        id: id, streamView: try setting("streamView", of: node, \.text),
        hasTimeToLive: try setting("expires", of: node, \.bool))
      table.partitionKey = node["partitionKey"]?.text
      builder.add(table)
    case .bucket, .queue, .topic, .stream, .bus, .rule, .pipe, .stateMachine, .firehose, .logGroup, .api, .schedule,
      .iotRule, .external, .kafkaCluster, .broker, .documentCluster, .userPool, .graphQLAPI, .loadBalancer,
      .distribution, .emailReceipt, .iotTopic:
      break
    }
    return id
  }

  /// A function as far as loops need it; a file that says nothing about roles knows nothing about memory either.
  private func function(_ id: ResourceID, _ node: Node) throws(Problem) -> Function {
    var function = Function(id: id, span: node.span)
    function.memory = try setting("memory", of: node, \.int)
    if !isComplete, function.memory.isUnset { function.memory = .unresolved(node.span, why: .graphIsSilent) }
    function.reservedConcurrency = try setting("reservedConcurrency", of: node, \.int)
    function.architecture = try setting("architecture", of: node, \.text)
    function.recursiveLoop = try setting("recursiveLoop", of: node, \.text)
    function.runtime = try setting("runtime", of: node, \.text)
    function.logGroup = node["logGroup"].flatMap(evaluator.text).map { Reference($0, node.span) }
    return function
  }
}
