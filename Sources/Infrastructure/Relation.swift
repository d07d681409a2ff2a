package import Diagnostics

/// A relation's place in the graph.
@usableFromInline package struct RelationID: Hashable, Sendable, Comparable {
  @usableFromInline package let index: Int

  @inlinable package init(_ index: Int) { self.index = index }

  @inlinable package static func < (left: RelationID, right: RelationID) -> Bool { left.index < right.index }
}

/// One way for an event to go from a resource to the next that the configuration itself sets up.
///
/// What code may write with its permissions is no relation: the analyses derive it from the roles.
@usableFromInline package struct Relation: Sendable {
  @usableFromInline package enum Kind: Sendable, Hashable {
    /// The source wakes something that runs: a function, state machine or pipe.
    case trigger
    /// The service copies or passes on the event, and no code runs.
    case forward
  }

  @usableFromInline package enum Mode: String, Sendable, Hashable {
    case sync
    case async
    case poll
  }

  package let id: RelationID
  package private(set) var kind: Kind
  package private(set) var from: ResourceID
  package private(set) var to: ResourceID
  package let via: Via
  package let mode: Mode
  package let filter: EventFilter
  /// Unset means enabled.
  package let isEnabled: Setting<Bool>
  /// The text a reader edits to change it: the event, the mapping, the target.
  package let span: Span
  /// The user's name for it, such as the key of a SAM event or the logical id of a mapping.
  package let name: String?
  /// The settings of a polled source.
  package let polling: Polling?
  /// Where events go that can't be delivered.
  package let deadLetter: Reference?
  /// How long the caller waits.
  package let wait: CallerWait?
  /// What is put into the target where that is an event of its own, such as a state machine's task that puts an object.
  package let emission: Emission?
  package let certainty: Certainty

  package init(
    id: RelationID, kind: Kind, from: ResourceID, to: ResourceID, via: Via, mode: Mode, filter: EventFilter,
    isEnabled: Setting<Bool>, span: Span, name: String?, polling: Polling?, deadLetter: Reference?,
    wait: CallerWait?, emission: Emission?, certainty: Certainty = .exact
  ) {
    self.id = id
    self.kind = kind
    self.from = from
    self.to = to
    self.via = via
    self.mode = mode
    self.filter = filter
    self.isEnabled = isEnabled
    self.span = span
    self.name = name
    self.polling = polling
    self.deadLetter = deadLetter
    self.wait = wait
    self.emission = emission
    self.certainty = certainty
  }

  /// What is known of a relation before its ends are.
  init(_ draft: consuming GraphBuilder.Draft, id: RelationID) {
    self.init(
      id: id, kind: draft.kind, from: ResourceID(0), to: ResourceID(0), via: draft.via, mode: draft.mode,
      filter: draft.filter, isEnabled: draft.isEnabled, span: draft.span, name: draft.name, polling: draft.polling,
      deadLetter: draft.deadLetter, wait: draft.wait, emission: draft.emission,
      certainty: min(draft.certainty, draft.from.certainty, draft.to.certainty))
  }

  /// Says what it leads from and to, and so what it is.
  mutating func tie(_ from: ResourceID, _ to: ResourceID, as kind: Kind) {
    self.from = from
    self.to = to
    self.kind = kind
  }
}

/// The mechanism behind a relation.
@usableFromInline package enum Via: String, Sendable, Hashable, CaseIterable {
  case s3Notification = "S3 notification"
  /// A bucket that sends its events to the default bus.
  case s3EventBridge = "S3 events to EventBridge"
  case eventSourceMapping = "event source mapping"
  case subscription = "SNS subscription"
  /// Bus to rule.
  case rulePattern = "rule"
  /// Rule to target.
  case ruleTarget = "rule target"
  case schedule = "schedule"
  case pipeSource = "pipe source"
  case pipeEnrichment = "pipe enrichment"
  case pipeTarget = "pipe target"
  case apiIntegration = "API integration"
  case authorizer = "authorizer"
  case functionURL = "function URL"
  case loadBalancerTarget = "load balancer target"
  case resolver = "AppSync data source"
  case userPoolTrigger = "user pool trigger"
  case edge = "Lambda@Edge association"
  case iotRuleAction = "IoT rule action"
  /// IoT topic to rule.
  case iotRuleQuery = "IoT rule query"
  case logSubscription = "log subscription"
  case stateMachineTask = "state machine task"
  case onSuccess = "on-success destination"
  case onFailure = "on-failure destination"
  case deadLetterQueue = "dead-letter queue"
  case redrive = "redrive policy"
  case replication = "replication"
  case accessLog = "access log"
  /// A trail's record of what was done to a bucket's objects.
  case trail = "trail"
  case tableStreaming = "Kinesis streaming destination"
  case deliverySource = "delivery stream source"
  case deliveryTransform = "delivery stream transform"
  case deliveryTarget = "delivery stream target"
  case alarmAction = "alarm action"
  case receiptAction = "receipt rule action"
  case rotation = "secret rotation"
  case customResource = "custom resource"
  case pipelineAction = "pipeline action"
  case configRule = "Config rule"
  case objectTransform = "Object Lambda"
  /// Writes its own log lines to its log group.
  case ownLogs = "function logs"
  case agentAction = "agent action"
  /// Only a permission says so; the source lies outside the files.
  case permissionOnly = "invoke permission"
  case other = "integration"
}

/// Which of a source's events pass.
package enum EventFilter: Sendable {
  case all
  indirect case objects(ObjectFilter)
  /// Any of the patterns; none listed means none passes.
  case patterns([EventPattern])
  /// An SNS filter policy over message attributes, or over the body.
  case message(EventPattern, overBody: Bool)
  /// CloudWatch Logs' filter pattern.
  case logLines(Text)
  /// Only what these calls cause, by the IAM names of their actions.
  case calls([String])
  /// Only mail to one of these addresses or domains.
  case recipients([Text])
  /// There is a filter, but it can't be read.
  case unresolved(Span)
}

/// The filter of an S3 notification.
package struct ObjectFilter: Sendable {
  /// Event types such as `s3:ObjectCreated:*`.
  package var events: [Spanned<Text>]
  package var prefix: Setting<Text>
  package var suffix: Setting<Text>
  /// A second prefix or a second suffix, which S3 refuses.
  package var repeated: Spanned<String>?
  /// The whole notification entry.
  package let span: Span

  package init(events: [Spanned<Text>], prefix: Setting<Text>, suffix: Setting<Text>, span: Span) {
    self.events = events
    self.prefix = prefix
    self.suffix = suffix
    self.span = span
  }
}

/// The settings of an event source mapping.
package struct Polling: Sendable {
  package var batchSize: Setting<Int>
  /// Seconds.
  package var batchingWindow: Setting<Int>
  package var reportsBatchItemFailures: Setting<Bool>
  /// -1 or unset means for ever on streams.
  package var maximumRetries: Setting<Int>
  /// Seconds; -1 or unset means for ever.
  package var maximumRecordAge: Setting<Int>
  package var bisectsBatch: Setting<Bool>
  package var maximumConcurrency: Setting<Int>
  package var parallelizationFactor: Setting<Int>
  package var startingPosition: Setting<String>
  /// The Kafka topics it polls; empty where it is no cluster.
  package var topics: [Text] = []
  /// Whether the cluster knows its clients by passwords or certificates, so that what roles allow there says nothing.
  package var hasOwnClients = false
  package var onFailure: Reference?
  /// The enhanced fan-out consumer that reads a stream for the function, by the name that the user wrote.
  package var consumer: String?
  /// The subnets in which the pollers of a broker work: those of the cluster, or those that the mapping names.
  package var network: Placement?
  /// Whether pollers are provisioned, without which a Kafka source has no error handling.
  package var hasProvisionedPollers = false

  /// Every setting unset near the mapping.
  package init(near span: Span) {
    batchSize = .unset(near: span)
    batchingWindow = .unset(near: span)
    reportsBatchItemFailures = .unset(near: span)
    maximumRetries = .unset(near: span)
    maximumRecordAge = .unset(near: span)
    bisectsBatch = .unset(near: span)
    maximumConcurrency = .unset(near: span)
    parallelizationFactor = .unset(near: span)
    startingPosition = .unset(near: span)
  }
}

/// How long a synchronous caller waits for a function.
package struct CallerWait: Sendable {
  package enum Caller: Sendable, Hashable {
    case restAPI
    case httpAPI
    case webSocketAPI
    case other
  }

  package enum Endpoint: Sendable, Hashable {
    case edge
    case regional
    case `private`
    case unresolved
  }

  package var caller: Caller
  package var endpoint: Endpoint
  /// Milliseconds, where the integration sets its own.
  package var timeout: Setting<Int>
  /// Whether the response is streamed, which lifts the limit.
  package var streams: Bool

  package init(caller: Caller, endpoint: Endpoint = .unresolved, timeout: Setting<Int>, streams: Bool = false) {
    self.caller = caller
    self.endpoint = endpoint
    self.timeout = timeout
    self.streams = streams
  }
}

/// What an event that something puts into a resource is known to look like.
package struct Emission: Sendable, Hashable {
  /// IAM names of the actions that may cause it, such as `s3:PutObject`.
  package var actions: [String]
  /// Object keys as globs, where it is an object.
  package var keys: [Text]
  /// The literal `source` values of a bus event; empty means any.
  package var sources: [String]
  /// The literal `detail-type` values of a bus event; empty means any.
  package var detailTypes: [String]

  package init(actions: [String], keys: [Text] = [], sources: [String] = [], detailTypes: [String] = []) {
    self.actions = actions
    self.keys = keys
    self.sources = sources
    self.detailTypes = detailTypes
  }
}
