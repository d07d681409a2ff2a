package import Diagnostics
package import Infrastructure

/// Something that code may do with its permissions: an identity can create an event in a resource.
package struct Write: Sendable {
  /// How firmly the files say so, from weak to strong.
  package enum Evidence: Int, Sendable, Comparable {
    /// A policy whose text is out of sight names the resource; what it allows there nobody can tell.
    case hidden
    /// An AWS managed policy allows it on every resource of the kind.
    case managedWildcard
    /// A statement allows it by wildcard.
    case wildcard
    /// A link on the way stands nowhere and was concluded from something else.
    case inferred
    /// A statement names the resource.
    case exact
    /// The configuration itself delivers the event: a destination, a task, a redrive.
    case structural

    package static func < (left: Evidence, right: Evidence) -> Bool { left.rawValue < right.rawValue }
  }

  /// The function, state machine or pipe.
  package let from: ResourceID
  package let to: ResourceID
  package let emission: Emission
  package let evidence: Evidence
  /// The resource or action of the statement that allows it.
  package let span: Span
  /// What granted it where that is no statement of the user's own, such as `S3CrudPolicy`.
  package let source: String?
  /// Whether the role is one that all functions of a service share by default.
  package let isBySharedRole: Bool
  /// Whether a schedule does it that the code creates.
  package let isScheduled: Bool
  /// Whether a service reports it by itself: a call that was made, or how an execution went.
  package let isReport: Bool

  package init(
    from: ResourceID, to: ResourceID, emission: Emission, evidence: Evidence, span: Span, source: String?,
    isBySharedRole: Bool, isScheduled: Bool = false, isReport: Bool = false
  ) {
    self.from = from
    self.to = to
    self.emission = emission
    self.evidence = evidence
    self.span = span
    self.source = source
    self.isBySharedRole = isBySharedRole
    self.isScheduled = isScheduled
    self.isReport = isReport
  }
}

/// One step of a loop.
package struct Hop: Sendable {
  package enum Cause: Sendable {
    case relation(RelationID)
    case write(Write)
  }

  package let from: ResourceID
  package let to: ResourceID
  package let cause: Cause

  package init(from: ResourceID, to: ResourceID, cause: Cause) {
    self.from = from
    self.to = to
    self.cause = cause
  }
}

extension Hop {
  /// The text that sets the hop up.
  package func span(in graph: ResourceGraph) -> Span {
    switch cause {
    case .write(let write): write.span
    case .relation(let id): graph.relations[id.index].telling
    }
  }
}

/// A closed way round: what starts at a resource comes back to it.
package struct Loop: Sendable {
  /// A filter on the way that the events may or may not pass, and the sentence that decides it.
  package struct Doubt: Sendable {
    package let span: Span
    /// Such as "loops only if it also writes *.csv".
    package let sentence: String

    package init(span: Span, sentence: String) {
      self.span = span
      self.sentence = sentence
    }
  }

  /// Once round, beginning at a function where there is one.
  package let hops: [Hop]
  /// The weakest evidence on the way.
  package let evidence: Write.Evidence
  package let doubts: [Doubt]
  /// Whether it turns only as long as the function fails, as through a dead-letter queue.
  package let isFailureOnly: Bool
  package let awsGuard: LoopSummary.Guard
  /// What the guard's verdict depends on, such as "if its AWS SDK is 2.20.81 or newer".
  package let guardNote: String?
  /// How many more loops run through the same resources and are not listed.
  package let further: Int
  /// An upper bound on what it costs; nil when memory or concurrency can't be known.
  package let burn: Burn?

  package init(
    hops: [Hop], evidence: Write.Evidence, doubts: [Doubt], isFailureOnly: Bool, awsGuard: LoopSummary.Guard,
    guardNote: String? = nil, further: Int, burn: Burn?
  ) {
    self.hops = hops
    self.evidence = evidence
    self.doubts = doubts
    self.isFailureOnly = isFailureOnly
    self.awsGuard = awsGuard
    self.guardNote = guardNote
    self.further = further
    self.burn = burn
  }
}

extension Loop {
  /// Whether all of it is in one graph file, so that nothing had to be joined to see it.
  func isToldByOneFile(in graph: ResourceGraph) -> Bool {
    guard let file = hops.first?.span(in: graph).file, graph.graphFiles.contains(file) else { return false }
    return hops.allSatisfy { $0.span(in: graph).file == file }
  }
}

extension Loop {
  /// Whether several of its hops are only what policies out of sight may allow: one may be, but hardly all of them are.
  var isGuessedTwice: Bool {
    hops.count { hop in
      guard case .write(let write) = hop.cause else { return false }
      return write.evidence == .hidden
    } > 1
  }
}

/// An upper bound on the cost of a loop, never a forecast.
package struct Burn: Sendable {
  /// US dollars per hour of compute with every allowed execution environment busy.
  package let dollarsPerHour: Double
  package let concurrency: Int
  package let megabytes: Int
  /// Whether the concurrency is the account's default rather than a reserve.
  package let isAccountLimit: Bool

  package init(dollarsPerHour: Double, concurrency: Int, megabytes: Int, isAccountLimit: Bool) {
    self.dollarsPerHour = dollarsPerHour
    self.concurrency = concurrency
    self.megabytes = megabytes
    self.isAccountLimit = isAccountLimit
  }
}
