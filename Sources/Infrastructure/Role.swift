package import Diagnostics

/// A role's place in the graph.
@usableFromInline package struct RoleID: Hashable, Sendable, Comparable {
  @usableFromInline package let index: Int

  @inlinable package init(_ index: Int) { self.index = index }

  @inlinable package static func < (left: RoleID, right: RoleID) -> Bool { left.index < right.index }
}

/// What an identity may do: the statements of an IAM role from wherever they were attached.
@usableFromInline package struct Role: Sendable {
  package let id: RoleID
  /// What the user wrote: logical id or address; for a role that a framework makes, the function's name.
  package let name: String
  package let physicalName: Text
  package let scope: String
  package let span: Span
  package var statements: [Statement] = []
  /// AWS managed policies by name without path, such as `AmazonS3FullAccess`.
  package var managedPolicies: [Spanned<String>] = []
  /// What policies name whose text is out of sight, so that they may allow anything on it.
  package var mentions: [Spanned<Text>] = []
  /// The statements of the permissions boundary; nil when there is none.
  package var boundary: [Statement]?
  /// Whether every attached policy is in sight; if not, a missing permission proves nothing.
  package var isComplete = true
  /// Whether it is one role for all functions of a service, so that a permission of one is a permission of all.
  package var isSharedByDefault = false
  /// The services that may use it, such as `scheduler.amazonaws.com`; nil where that can't be known.
  package var services: [String]?

  package init(id: RoleID, name: String, physicalName: Text, scope: String, span: Span) {
    self.id = id
    self.name = name
    self.physicalName = physicalName
    self.scope = scope
    self.span = span
  }
}

/// One statement of a policy.
@usableFromInline package struct Statement: Sendable {
  @usableFromInline package enum Effect: Sendable, Hashable {
    case allow
    case deny
  }

  /// Which actions or resources a statement means: those listed, or all but those listed.
  package enum Match<Pattern: Sendable>: Sendable {
    case only([Spanned<Pattern>])
    case allBut([Spanned<Pattern>])
  }

  /// One condition: any of the values satisfies it.
  package struct Condition: Sendable {
    /// As written, such as `StringEquals` or `ForAnyValue:StringLike`.
    package let test: String
    package let key: String
    package let values: [Text]

    package init(test: String, key: String, values: [Text]) {
      self.test = test
      self.key = key
      self.values = values
    }
  }

  package var effect: Effect
  /// Action patterns as written, such as `s3:Put*`.
  package var actions: Match<String>
  /// Resource patterns as canonical texts with `*` and `?`.
  package var resources: Match<Text>
  package var conditions: [Condition]
  package var span: Span
  /// What granted it where that is no statement of the user's own, such as `S3CrudPolicy` or a connector.
  package var source: String?
  /// Whether only the service uses it, to deliver what the configuration says.
  package var isForDelivery = false
  /// Whether it comes from a resource's own policy and holds for everybody.
  package var isForAll = false
  /// How surely these are its resources, and the role it is attached to is the one that was meant.
  package var certainty = Certainty.exact

  package init(
    effect: Effect, actions: Match<String>, resources: Match<Text>, conditions: [Condition] = [], span: Span,
    source: String? = nil
  ) {
    self.effect = effect
    self.actions = actions
    self.resources = resources
    self.conditions = conditions
    self.span = span
    self.source = source
  }
}
