import Diagnostics

extension GraphBuilder {
  /// The log group that Lambda writes to unless a function is told another one.
  ///
  /// Source: AWS Lambda Developer Guide, "Sending Lambda function logs to CloudWatch Logs", 2025-11.
  private static let defaultPrefix = "/aws/lambda/"

  /// Relates each function to its log group where something subscribes to that: every run of it writes there.
  mutating func relateOwnLogs() {
    var seen: Set<ResourceID> = []
    let groups = graph.relations.filter { $0.via == .logSubscription }.map(\.from).filter { seen.insert($0).inserted }
    for group in groups {
      for writer in writers(of: graph[group]) {
        let span = graph[writer].span
        graph.relations.append(
          Relation(
            id: RelationID(graph.relations.count), kind: .forward, from: writer, to: group, via: .ownLogs, mode: .async,
            filter: .all, isEnabled: .unset(near: span), span: span, name: nil, polling: nil, deadLetter: nil,
            wait: nil,
            emission: nil))
      }
    }
  }

  private func writers(of group: Resource) -> [ResourceID] {
    let configured = graph.functions.filter { function in
      guard let reference = function.logGroup else { return false }
      return graph.resource(reference.text, expecting: .logGroup, scope: graph[function.id].scope) == group.id
    }.map(\.id)
    let name = group.physicalName.raw
    guard name.hasPrefix(GraphBuilder.defaultPrefix) else { return configured }
    let function = Text(String(name.dropFirst(GraphBuilder.defaultPrefix.count)))
    guard let id = graph.find(kind: .function, name: function, scope: group.scope), !configured.contains(id),
      graph.functions.contains(where: { $0.id == id && $0.logGroup == nil })
    else { return configured }
    return configured + [id]
  }
}
