import Diagnostics
import Infrastructure

/// The graph in which loops are looked for: resources together with what is known about the events in them.
///
/// A permission that many functions have is one node, so that a wildcard costs as many edges as it has holders and
/// targets, not their product. What runs code is one node whatever wakes it, as code may turn any event into any other.
struct EventWeb: Sendable {
  /// How something was woken; of several event source mappings each has its own destination for failures.
  struct Waking: Sendable, Hashable {
    var mode: Relation.Mode
    var mapping: String?

    static let async = Waking(mode: .async)

    var isUsual: Bool { mode == .async && mapping == nil }

    init(mode: Relation.Mode) { self.mode = mode }

    init(_ relation: Relation) {
      mode = relation.mode
      mapping = relation.mode == .poll ? relation.name : nil
    }
  }

  enum Node: Sendable, Hashable {
    /// A function, state machine or pipe, and how it was woken where that makes a difference to what it does.
    case identity(ResourceID, Waking)
    /// Something else that holds an event.
    case holding(ResourceID, CarriedEvent)
    /// What a permission reaches, by its place in `reaches`.
    case permission(Int)
  }

  struct Edge: Sendable {
    let to: Int
    let step: Step
    /// The weakest evidence that this edge brings in.
    let evidence: Write.Evidence
    /// What the events may fail at, by the place in `doubts`.
    var doubt: Int?
  }

  enum Step: Sendable {
    case relation(RelationID)
    /// From an identity to what it is permitted, by the place in `grants`.
    case grant(Int)
    /// From an identity to a bus, by the place in `reports`.
    case report(Int)
    /// From a permission to a resource it reaches, by the place in `hits`.
    case hit(Int)
  }

  /// What a role allows, and whether all functions of a service share the role by default.
  final class HeldGrant: Sendable {
    let grant: Grant
    let isShared: Bool

    init(_ grant: Grant, isShared: Bool) {
      self.grant = grant
      self.isShared = isShared
    }
  }

  /// What a service tells a bus by itself, such as the status of an execution or a call that was made.
  struct Report: Sendable {
    let bus: ResourceID
    /// What the identity does for it; empty where running is enough.
    let actions: [String]
    /// The text that allows it.
    let span: Span
    let source: String?
    let isSharedRole: Bool
  }

  /// A hop that events can't take.
  struct Cut: Sendable {
    let node: Int
    let relation: RelationID?
    let reason: String
  }

  private(set) var nodes: [Node] = []
  var edges: [[Edge]] = []
  var grants: [HeldGrant] = []
  var reaches: [Reach] = []
  var hits: [Reach.Hit] = []
  var reports: [Report] = []
  var doubts: [Loop.Doubt] = []
  var cuts: [Cut] = []
  /// What permissions name and denies or boundaries take out again, by the node of the permission.
  var refusals: [Int: [Reach.Refusal]] = [:]
  /// The resource of each node and whether it runs something, apart from what else is known of it, as both are asked
  /// for all the time.
  private var resources: [ResourceID?] = []
  private var areIdentities: [Bool] = []

  mutating func append(_ node: Node) {
    nodes.append(node)
    edges.append([])
    switch node {
    case .identity(let id, _), .holding(let id, _): resources.append(id)
    case .permission: resources.append(nil)
    }
    if case .identity = node { areIdentities.append(true) } else { areIdentities.append(false) }
  }

  func resource(at node: Int) -> ResourceID? { resources[node] }

  func isIdentity(_ node: Int) -> Bool { areIdentities[node] }

  func isFunction(_ node: Int, in graph: ResourceGraph) -> Bool {
    guard areIdentities[node], let id = resources[node] else { return false }
    return graph.kind(of: id) == .function
  }
}
