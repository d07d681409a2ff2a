import Diagnostics
import Infrastructure

/// What policies may allow whose text is out of sight, by the resources that they name.
///
/// A plan tells which new resources a policy mentions, but not what it allows there. A function needs to read what it is
/// woken by, so that explains the mention of all that leads to it. Where a role serves some function that the resource
/// does not lead to, the role may be meant for writing. A function that is named in its own role explains nothing.
struct HiddenPolicies {
  private let graph: ResourceGraph
  private var functions: [RoleID: [ResourceID]] = [:]

  init(_ graph: ResourceGraph) {
    self.graph = graph
    guard graph.roles.indices.contains(where: { !graph.roles[$0].mentions.isEmpty }) else { return }
    for index in graph.functions.indices {
      guard let role = graph.functions[index].role else { continue }
      functions[role, default: []].append(graph.functions[index].id)
    }
  }

  func grants(of id: RoleID) -> [Grant] {
    if graph.roles[id.index].mentions.isEmpty { return [] }
    let role = graph.roles[id.index]
    return role.mentions.compactMap { grant($0, by: role) }
  }

  private func grant(_ mention: Spanned<Text>, by role: Role) -> Grant? {
    let users = functions[role.id] ?? []
    guard let id = graph.resource(mention.value, expecting: nil, scope: role.scope), !users.contains(id),
      let action = HiddenPolicies.actions[graph.kind(of: id)], !isReader(users, of: id)
    else { return nil }
    let pattern = graph.kind(of: id) == .bucket ? mention.value + "/*" : mention.value
    return Grant(
      reach: Reach(kind: graph.kind(of: id), pattern: pattern, actions: ActionSet(matching: action), scope: role.scope),
      evidence: .hidden, span: mention.span, source: nil, callers: nil)
  }

  /// Whether events of the resource come to all of these functions.
  private func isReader(_ users: [ResourceID], of resource: ResourceID) -> Bool {
    var reached: Set<ResourceID> = [resource]
    var waiting = [resource]
    while let next = waiting.popLast() {
      for id in graph.relations(from: next) where reached.insert(graph.target(of: id)).inserted {
        waiting.append(graph.target(of: id))
      }
    }
    return users.allSatisfy(reached.contains)
  }

  /// The usual way to make an event in a resource of each kind.
  private static let actions: [ResourceKind: String] = [
    .bucket: "s3:PutObject", .table: "dynamodb:PutItem", .queue: "sqs:SendMessage", .topic: "sns:Publish",
    .bus: "events:PutEvents", .stream: "kinesis:PutRecord", .firehose: "firehose:PutRecord",
    .function: "lambda:InvokeFunction", .stateMachine: "states:StartExecution",
  ]
}
