import Diagnostics
import Infrastructure

@testable import Analyses

/// A small system put together by hand, with spans that tell its parts apart.
struct Scene {
  static let scope = "t"

  var builder = GraphBuilder()
  private var count: UInt32 = 0

  mutating func span() -> Span {
    count += 1
    return Span(file: FileID(0), start: count, end: count + 1)
  }

  mutating func resource(_ kind: ResourceKind, _ name: String, physical: Text? = nil) -> ResourceID {
    builder.declare(kind, name: name, physicalName: physical, span: span(), scope: Scene.scope)
  }

  mutating func role(_ statements: [Statement], managed: [String] = [], boundary: [Statement]? = nil) -> RoleID {
    let id = builder.declareRole(name: "Role", span: span(), scope: Scene.scope)
    let policies = managed.map { Spanned($0, span()) }
    builder.update(role: id) {
      $0.statements = statements
      $0.managedPolicies = policies
      $0.boundary = boundary
    }
    return id
  }

  mutating func function(
    _ name: String, physical: Text? = nil, role: RoleID? = nil, _ change: (inout Function) -> Void = { _ in }
  ) -> ResourceID {
    let id = resource(.function, name, physical: physical)
    var function = Function(id: id, span: span())
    function.role = role
    function.runtime = .known("python3.13", span())
    change(&function)
    builder.add(function)
    return id
  }

  mutating func function(_ name: String, may statements: [Statement]) -> ResourceID {
    let role = role(statements)
    return function(name, role: role)
  }

  mutating func allow(_ actions: String..., on resources: Text..., where conditions: [Statement.Condition] = [])
    -> Statement
  { statement(.allow, actions, resources, conditions) }

  mutating func deny(_ actions: String..., on resources: Text..., where conditions: [Statement.Condition] = [])
    -> Statement
  { statement(.deny, actions, resources, conditions) }

  private mutating func statement(
    _ effect: Statement.Effect, _ actions: [String], _ resources: [Text], _ conditions: [Statement.Condition]
  ) -> Statement {
    Statement(
      effect: effect, actions: .only(actions.map { Spanned($0, span()) }),
      resources: .only(resources.map { Spanned($0, span()) }), conditions: conditions, span: span())
  }

  mutating func relate(
    _ kind: Relation.Kind, _ from: ResourceID, _ to: ResourceID, _ via: Via, _ mode: Relation.Mode = .async,
    filter: EventFilter = .all, isEnabled: Bool? = nil, emission: Emission? = nil
  ) {
    var draft = GraphBuilder.Draft(
      kind, from: .resource(from), to: .resource(to), via: via, mode: mode, span: span(), scope: Scene.scope)
    draft.filter = filter
    draft.emission = emission
    if let isEnabled { draft.isEnabled = .known(isEnabled, span()) }
    builder.relate(draft)
  }

  mutating func objects(_ events: String..., prefix: Text? = nil, suffix: Text? = nil) -> EventFilter {
    let near = span()
    return .objects(
      ObjectFilter(
        events: events.map { Spanned(Text($0), near) }, prefix: prefix.map { .known($0, near) } ?? .unset(near: near),
        suffix: suffix.map { .known($0, near) } ?? .unset(near: near), span: near))
  }

  mutating func pattern(_ fields: EventPattern.Field...) -> EventPattern { EventPattern(fields: fields, span: span()) }

  consuming func loops() -> [Loop] { EventFlow(builder.finish()).loops() }
  consuming func flow() -> EventFlow { EventFlow(builder.finish()) }
}

func leaf(_ name: String, _ texts: Text...) -> EventPattern.Field {
  .leaf(name: name, matchers: texts.map { .equals(.string($0)) })
}

/// What a row of the decision table comes to.
enum Outcome: Equatable {
  case closes
  case doubtful
  case cut

  init(_ loops: [Loop]) {
    guard let loop = loops.first else {
      self = .cut
      return
    }
    self = loop.doubts.isEmpty ? .closes : .doubtful
  }
}

/// The same numbers on every run.
struct FixedRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var value = state
    value ^= value >> 33
    value = value &* 0xff51_afd7_ed55_8ccd
    value ^= value >> 33
    return value
  }
}
