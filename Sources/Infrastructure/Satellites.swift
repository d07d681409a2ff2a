package import Diagnostics

/// An SQS queue's settings.
@usableFromInline package struct Queue: Sendable {
  package let id: ResourceID
  /// Seconds; the default is 30.
  package var visibilityTimeout: Setting<Int>
  package var isFIFO: Setting<Bool>
  /// Seconds.
  package var retention: Setting<Int>
  package var redrive: Setting<Redrive>

  package init(id: ResourceID, span: Span) {
    self.id = id
    visibilityTimeout = .unset(near: span)
    isFIFO = .unset(near: span)
    retention = .unset(near: span)
    redrive = .unset(near: span)
  }
}

/// Where a queue's messages go that were received too often.
package struct Redrive: Sendable {
  package var target: Reference
  package var maximumReceives: Setting<Int>

  package init(target: Reference, maximumReceives: Setting<Int>) {
    self.target = target
    self.maximumReceives = maximumReceives
  }
}

/// An SNS topic's settings.
@usableFromInline package struct Topic: Sendable {
  package let id: ResourceID
  package var isFIFO: Setting<Bool>

  package init(id: ResourceID, isFIFO: Setting<Bool>) {
    self.id = id
    self.isFIFO = isFIFO
  }
}

/// A DynamoDB table's settings.
@usableFromInline package struct Table: Sendable {
  package let id: ResourceID
  /// `KEYS_ONLY`, `NEW_IMAGE`, `OLD_IMAGE` or `NEW_AND_OLD_IMAGES`; unset means no stream.
  package var streamView: Setting<String>
  package var hasTimeToLive: Setting<Bool>
  /// The attribute that partitions it, where that is known.
  package var partitionKey: String?

  package init(id: ResourceID, streamView: Setting<String>, hasTimeToLive: Setting<Bool>) {
    self.id = id
    self.streamView = streamView
    self.hasTimeToLive = hasTimeToLive
  }
}

/// A CloudWatch metric alarm, by what it watches.
package struct Alarm: Sendable {
  package let span: Span
  package var namespace: Text
  package var metric: Text
  package var dimensions: [Dimension]

  /// One dimension; the value is a name, such as that of a function or queue.
  package struct Dimension: Sendable {
    package let name: String
    package let value: Text

    package init(name: String, value: Text) {
      self.name = name
      self.value = value
    }
  }

  package init(span: Span, namespace: Text, metric: Text, dimensions: [Dimension]) {
    self.span = span
    self.namespace = namespace
    self.metric = metric
    self.dimensions = dimensions
  }
}

/// An `AWS::Lambda::Permission`: evidence that a service may invoke a function, not a trigger.
package struct InvokePermission: Sendable {
  package var function: Reference
  package var principal: Text
  package var source: Reference?
  /// The account that the source must belong to.
  package var sourceAccount: Text?
  package let span: Span

  package init(
    function: Reference, principal: Text, source: Reference?, sourceAccount: Text? = nil, span: Span
  ) {
    self.function = function
    self.principal = principal
    self.source = source
    self.sourceAccount = sourceAccount
    self.span = span
  }
}

/// A resource that provisioned concurrency scales, or any other autoscaling target, by its resource id.
package struct ScalingTarget: Sendable {
  package var resource: Text
  package let span: Span

  package init(resource: Text, span: Span) {
    self.resource = resource
    self.span = span
  }
}
