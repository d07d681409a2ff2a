import Diagnostics

extension GraphBuilder {
  /// The log group that Lambda writes to unless a function is told another one.
  ///
  /// Source: AWS Lambda Developer Guide, "Sending Lambda function logs to CloudWatch Logs", 2025-11.
  private static let defaultPrefix = "/aws/lambda/"

  /// Relates each function to its log group where something subscribes to that: every run of it writes there.
  mutating func relateOwnLogs() {
    var seen: Set<ResourceID> = []
    let subscriptions = graph.relations.indices.filter { graph.relations[$0].via == .logSubscription }
    let groups = subscriptions.map { graph.relations[$0].from }.filter { seen.insert($0).inserted }
    guard !groups.isEmpty else { return }
    let configured = configuredWriters()
    let usual = Set(graph.functions.filter { $0.logGroup == nil }.map(\.id))
    for group in groups {
      let told = configured[group] ?? []
      for writer in told { relate(writer, toOwnGroup: group) }
      if let writer = usualWriter(of: graph[group]), usual.contains(writer), !told.contains(writer) {
        relate(writer, toOwnGroup: group)
      }
    }
  }

  private mutating func relate(_ writer: ResourceID, toOwnGroup group: ResourceID) {
    let span = graph[writer].span
    graph.relations.append(
      Relation(
        id: RelationID(graph.relations.count), kind: .forward, from: writer, to: group, via: .ownLogs, mode: .async,
        filter: .all, isEnabled: .unset(near: span), span: span, name: nil, polling: nil, deadLetter: nil, wait: nil,
        emission: nil))
  }

  /// The functions that are told which log group to write to, by the group.
  private func configuredWriters() -> [ResourceID: [ResourceID]] {
    var writers: [ResourceID: [ResourceID]] = [:]
    for function in graph.functions {
      guard let reference = function.logGroup,
        let group = graph.resource(reference.text, expecting: .logGroup, scope: graph[function.id].scope)
      else { continue }
      writers[group, default: []].append(function.id)
    }
    return writers
  }

  /// The function whose log group has the name that Lambda gives.
  private func usualWriter(of group: Resource) -> ResourceID? {
    let name = group.physicalName.raw
    guard name.hasPrefix(GraphBuilder.defaultPrefix) else { return nil }
    let function = Text(String(name.dropFirst(GraphBuilder.defaultPrefix.count)))
    return graph.find(kind: .function, name: function, scope: group.scope)
  }
}
