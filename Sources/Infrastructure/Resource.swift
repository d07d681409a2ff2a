package import Diagnostics

/// A resource's place in the graph.
@usableFromInline package struct ResourceID: Hashable, Sendable, Comparable {
  @usableFromInline package let index: Int

  @inlinable package init(_ index: Int) { self.index = index }

  @inlinable package static func < (left: ResourceID, right: ResourceID) -> Bool { left.index < right.index }
}

/// One thing that events flow through, of any format.
@usableFromInline package struct Resource: Sendable {
  package let id: ResourceID
  package let kind: ResourceKind
  /// What the user wrote: logical id, key under `functions:`, or Terraform address.
  package let name: String
  /// The physical name as far as it is known; a scoped symbol where the service will make one up.
  package let physicalName: Text
  /// The key that declares it, or the reference where it lies outside the files.
  package let span: Span
  /// The stack or module that declares it; names of symbols alone are equal inside one scope only.
  package let scope: String
  /// Named by the files but declared by none of them.
  package let isExternal: Bool
  /// Made by a framework on its own behalf, so that nobody can edit it: never the subject of a finding.
  package let isGenerated: Bool

  package init(
    id: ResourceID, kind: ResourceKind, name: String, physicalName: Text, span: Span, scope: String,
    isExternal: Bool = false, isGenerated: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.physicalName = physicalName
    self.span = span
    self.scope = scope
    self.isExternal = isExternal
    self.isGenerated = isGenerated
  }
}

/// How surely a link between two resources is the one that was written.
@usableFromInline package enum Certainty: String, Sendable, Comparable {
  /// One of several that it may be, told apart by their order.
  case oneOfSeveral
  /// The only one left where the text that names it is out of sight.
  case inferred
  case exact

  private var rank: Int {
    switch self {
    case .oneOfSeveral: 0
    case .inferred: 1
    case .exact: 2
    }
  }

  @usableFromInline package static func < (left: Certainty, right: Certainty) -> Bool { left.rank < right.rank }
}

/// A reference to another resource by name, ARN, URL or id, as written, and what it turned out to be.
@usableFromInline package struct Reference: Sendable {
  package let text: Text
  package let span: Span
  /// The resource it means; set when the graph is finished.
  package var resource: ResourceID?
  package let certainty: Certainty

  package init(_ text: Text, _ span: Span, resource: ResourceID? = nil, certainty: Certainty = .exact) {
    self.text = text
    self.span = span
    self.resource = resource
    self.certainty = certainty
  }
}
