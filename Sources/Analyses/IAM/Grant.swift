import Diagnostics
import Infrastructure

/// What one statement of a role allows on one kind of resource.
struct Grant: Sendable {
  var reach: Reach
  let evidence: Write.Evidence
  /// The resource or action of the statement that allows it.
  let span: Span
  /// What granted it where that is no statement of the user's own.
  let source: String?
  /// The functions that a statement of a shared role is limited to; nil means all.
  let callers: [Text]?
  /// The functions of a shared role that a deny keeps from using it.
  var banned: [Text] = []
  /// Whether it comes from a resource's own policy and holds for everybody.
  var isForAll = false
  /// The role that a schedule would use for it; nil where the function itself does it.
  var pass: Pass?

  /// A role that may be handed to a schedule.
  struct Pass: Sendable {
    let role: String
    /// Whether a statement names the role.
    let isExact: Bool
  }
}

/// The events that a permission allows and where: equal for all roles that allow the same.
struct Reach: Sendable, Hashable {
  let kind: ResourceKind
  /// The IAM resource pattern; `*` where the statement says all or all but some.
  var pattern: Text
  var actions: ActionSet
  /// The stack of the role: where the pattern's symbols are at home and how far its wildcards are followed.
  var scope: String
  /// The `source` values that events on a bus are limited to; empty means any.
  var sources: [Glob] = []
  /// The `detail-type` values that events on a bus are limited to; empty means any.
  var detailTypes: [Glob] = []
  /// What the `source` and `detail-type` of events on a bus may not be.
  var exclusions = BusEvent.Exclusions()
  /// The partition keys of a table's items that it is limited to; empty means any.
  var leadingKeys: [Glob] = []
  /// What is taken out again: resources left out by the statement itself and unconditional denies.
  var exceptions: [Exception] = []
  /// Patterns of which one must match as well, from boundaries and from denies of all but some.
  var limits: [Limit] = []

  /// Resources on which some actions are not allowed after all.
  struct Exception: Sendable, Hashable {
    let pattern: Text
    let actions: ActionSet
    /// What the statement leaves out, where it means all resources but some.
    var left: [Text] = []
  }

  /// The only resources on which some actions are allowed, pattern by pattern.
  struct Limit: Sendable, Hashable {
    /// The actions that need to be allowed here.
    let actions: ActionSet
    let allowed: [Exception]
    /// Whether it comes from a permissions boundary.
    let isBoundary: Bool
  }
}

extension Reach {
  /// Adds what tells nearly all reaches apart, and the rest only of those that have any of it.
  func hash(into hasher: inout Hasher) {
    hasher.combine(pattern)
    hasher.combine(scope)
    hasher.combine(actions)
    guard !isPlain else { return }
    hasher.combine(sources)
    hasher.combine(detailTypes)
    hasher.combine(exclusions)
    hasher.combine(leadingKeys)
    hasher.combine(exceptions)
    hasher.combine(limits)
  }

  /// Whether it has neither conditions nor anything taken out.
  private var isPlain: Bool {
    exceptions.isEmpty && limits.isEmpty && sources.isEmpty && detailTypes.isEmpty && leadingKeys.isEmpty
      && exclusions.sources.isEmpty && exclusions.detailTypes.isEmpty
  }
}
