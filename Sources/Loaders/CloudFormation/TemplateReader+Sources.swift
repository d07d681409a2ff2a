import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  // MARK: Event source mappings

  func readMapping(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let properties = template.mapping(declaration.properties),
      let function = endpoint(properties["FunctionName"], expecting: .function)
    else { return }
    let own = template.value(properties, "SelfManagedEventSource")
    guard let source = properties["EventSourceArn"] ?? own else { return }
    let servers = template.value(own, "Endpoints", "KafkaBootstrapServers")
    let from = endpoint(source) ?? kafkaCluster(servers, or: declaration.id, at: source.span)
    relateMapping(properties, from: from, to: function, at: declaration.keySpan, name: declaration.id, into: &context)
  }

  /// A cluster of one's own by its servers, or by the mapping's name where they aren't known.
  func kafkaCluster(_ servers: Node?, or name: String, at span: Span) -> GraphBuilder.Endpoint {
    let texts = template.texts(servers).map(\.value.raw)
    let text: Text = texts.isEmpty ? .symbol(name, scope: scope) : Text(texts.joined(separator: ","))
    return .reference(text, span, expecting: .kafkaCluster)
  }

  /// Relates a polled source to its function, with the settings and destinations of the mapping.
  func relateMapping(
    _ properties: Node, from: GraphBuilder.Endpoint, to function: GraphBuilder.Endpoint, at span: Span, name: String,
    into context: inout LoadContext
  ) {
    var mapping = draft(from: from, to: function, .eventSourceMapping, .poll, at: span, name: name)
    mapping.filter = EventPatternReader.filterCriteria(properties["FilterCriteria"], using: template)
    mapping.isEnabled = template.bool(properties["Enabled"], near: span)
    let polling = polling(properties, near: span)
    mapping.polling = polling
    context.builder.relate(mapping)
    if let target = polling.onFailure {
      context.builder.relate(
        draft(
          from: function, to: .reference(target.text, target.span, expecting: nil), .onFailure, .poll, at: target.span,
          name: name))
    }
  }

  private func polling(_ properties: Node, near span: Span) -> Polling {
    var polling = Polling(near: span)
    for property in properties.entries { read(property, into: &polling, near: span) }
    polling.consumer = (properties["EventSourceArn"] ?? properties["Stream"]).flatMap(template.streamConsumer)
    polling.network = pollers(properties, near: span)
    return polling
  }

  private func read(_ property: Node.Entry, into polling: inout Polling, near span: Span) {
    let value = property.value
    switch Keyword(property.key) {
    case "BatchSize": polling.batchSize = template.int(value, near: span)
    case "MaximumBatchingWindowInSeconds": polling.batchingWindow = template.int(value, near: span)
    case "FunctionResponseTypes": polling.reportsBatchItemFailures = responseTypes(value, near: span)
    case "MaximumRetryAttempts": polling.maximumRetries = template.int(value, near: span)
    case "MaximumRecordAgeInSeconds": polling.maximumRecordAge = template.int(value, near: span)
    case "BisectBatchOnFunctionError": polling.bisectsBatch = template.bool(value, near: span)
    case "ScalingConfig":
      polling.maximumConcurrency = template.int(template.value(value, "MaximumConcurrency"), near: span)
    case "ParallelizationFactor": polling.parallelizationFactor = template.int(value, near: span)
    case "SourceAccessConfigurations":
      polling.hasOwnClients = template.items(value).contains { access in
        template.text(template.value(access, "Type"))?.raw.hasSuffix("_AUTH") ?? false
      }
    case "Topics": polling.topics = template.texts(value).map(\.value)
    case "StartingPosition": polling.startingPosition = template.string(value, near: span)
    case "DestinationConfig":
      polling.onFailure = template.reference(to: template.value(value, "OnFailure", "Destination"))
    case "ProvisionedPollerConfig": polling.hasProvisionedPollers = template.mapping(value) != nil
    default: break
    }
  }

  private func responseTypes(_ node: Node, near span: Span) -> Setting<Bool> {
    guard !template.branches(node).isEmpty else { return .unset(near: span) }
    if template.isUndecided(node) { return .unresolved(node.span, why: .condition) }
    let types = template.texts(node).map(\.value)
    if types.contains(where: \.hasSymbols) { return .unresolved(node.span, why: .atDeployment) }
    return .known(types.contains("ReportBatchItemFailures"), node.span)
  }

  // MARK: S3

  func readBucket(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = ids[declaration], let properties = template.mapping(declaration.properties) else { return }
    if let notifications = template.mapping(properties["NotificationConfiguration"]) {
      for (list, target, kind) in [
        ("LambdaConfigurations", "Function", ResourceKind.function), ("QueueConfigurations", "Queue", .queue),
        ("TopicConfigurations", "Topic", .topic),
      ] {
        for entry in template.items(notifications[list]) {
          guard let entry = template.mapping(entry), let to = endpoint(entry[target], expecting: kind) else { continue }
          notify(
            from: .resource(id), to: to, events: entry["Event"],
            filter: template.value(entry, "Filter", "S3Key", "Rules"), at: entry.span, into: &context)
        }
      }
      readEventBridge(notifications["EventBridgeConfiguration"], of: .resource(id), into: &context)
    }
    readCopies(of: id, properties, into: &context)
  }

  private func readEventBridge(_ node: Node?, of bucket: GraphBuilder.Endpoint, into context: inout LoadContext) {
    guard let node, !template.branches(node).isEmpty else { return }
    let enabled = template.value(node, "EventBridgeEnabled")
    var forward = draft(
      from: bucket, to: .reference("default", node.span, expecting: .bus), .s3EventBridge, .async, at: node.span)
    forward.isEnabled = template.bool(enabled, near: node.span)
    context.builder.relate(forward)
  }

  /// One notification of a bucket.
  func notify(
    from bucket: GraphBuilder.Endpoint, to target: GraphBuilder.Endpoint, events: Node?, filter rules: Node?,
    at span: Span, name: String? = nil, into context: inout LoadContext
  ) {
    var notification = draft(from: bucket, to: target, .s3Notification, .async, at: span, name: name)
    var filter = ObjectFilter(
      events: template.texts(events), prefix: .unset(near: span), suffix: .unset(near: span), span: span)
    var sides: Set<String> = []
    for rule in template.items(rules) {
      guard let rule = template.mapping(rule), let side = template.text(rule["Name"])?.raw.lowercased() else {
        filter.prefix = .unresolved(rule.span, why: .noFilterRule)
        continue
      }
      let value = template.canonical(rule["Value"], near: rule.span)
      if !sides.insert(side).inserted, filter.repeated == nil { filter.repeated = Spanned(side, rule.span) }
      if side == "suffix" { filter.suffix = value } else { filter.prefix = value }
    }
    notification.filter = .objects(filter)
    context.builder.relate(notification)
  }

  /// The custom resource behind the CDK's bucket notifications, which spells them as the S3 API does.
  func readBucketNotifications(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let bucket = endpoint(value(declaration, "BucketName"), expecting: .bucket),
      let notifications = template.mapping(value(declaration, "NotificationConfiguration"))
    else { return }
    for (list, target, kind) in [
      ("LambdaFunctionConfigurations", "LambdaFunctionArn", ResourceKind.function),
      ("QueueConfigurations", "QueueArn", .queue), ("TopicConfigurations", "TopicArn", .topic),
    ] {
      for entry in template.items(notifications[list]) {
        guard let to = endpoint(template.value(entry, target), expecting: kind) else { continue }
        notify(
          from: bucket, to: to, events: template.value(entry, "Events"),
          filter: template.value(entry, "Filter", "Key", "FilterRules"), at: entry.span, name: declaration.id,
          into: &context)
      }
    }
    if let bridge = notifications["EventBridgeConfiguration"] {
      context.builder.relate(
        draft(
          from: bucket, to: .reference("default", bridge.span, expecting: .bus), .s3EventBridge, .async, at: bridge.span
        ))
    }
  }

  // MARK: SQS, SNS, DynamoDB

  func readQueue(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = ids[declaration] else { return }
    let near = declaration.keySpan
    let properties = declaration.properties
    var queue = Queue(id: id, span: near)
    for property in properties?.entries ?? [] {
      switch Keyword(property.key) {
      case "VisibilityTimeout": queue.visibilityTimeout = template.int(property.value, near: near)
      case "FifoQueue": queue.isFIFO = template.bool(property.value, near: near)
      case "MessageRetentionPeriod": queue.retention = template.int(property.value, near: near)
      case "RedrivePolicy": queue.redrive = redrive(property.value, near: near)
      default: break
      }
    }
    noteOrigins(of: properties, into: &context)
    if case .known(let redrive, let span) = queue.redrive {
      context.builder.relate(
        draft(
          from: .resource(id), to: .reference(redrive.target.text, redrive.target.span, expecting: .queue), .redrive,
          .async, at: span))
    }
    context.builder.add(queue)
  }

  private func redrive(_ node: Node, near span: Span) -> Setting<Redrive> {
    guard !template.branches(node).isEmpty else { return .unset(near: span) }
    let policy = template.mapping(node) ?? template.text(node).flatMap { EmbeddedJSON.read($0.raw, span: node.span) }
    guard !template.isUndecided(node), let target = template.reference(to: policy?["deadLetterTargetArn"]) else {
      return .unresolved(node.span, why: .atDeployment)
    }
    return .known(
      Redrive(target: target, maximumReceives: template.int(policy?["maxReceiveCount"], near: node.span)), node.span)
  }

  func readTopic(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = ids[declaration] else { return }
    let properties = template.mapping(declaration.properties)
    context.builder.add(Topic(id: id, isFIFO: template.bool(properties?["FifoTopic"], near: declaration.keySpan)))
    for subscription in template.items(properties?["Subscription"]) {
      guard let subscription = template.mapping(subscription) else { continue }
      subscribe(subscription, to: .resource(id), at: subscription.span, name: nil, into: &context)
    }
  }

  func readSubscription(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let properties = template.mapping(declaration.properties),
      let topic = endpoint(properties["TopicArn"], expecting: .topic)
    else { return }
    subscribe(properties, to: topic, at: declaration.keySpan, name: declaration.id, into: &context)
  }

  private func subscribe(
    _ properties: Node, to topic: GraphBuilder.Endpoint, at span: Span, name: String?, into context: inout LoadContext
  ) {
    let kind: ResourceKind
    switch template.text(properties["Protocol"])?.raw {
    case "lambda": kind = .function
    case "sqs": kind = .queue
    case "firehose": kind = .firehose
    default: return
    }
    guard let target = endpoint(properties["Endpoint"], expecting: kind) else { return }
    relateSubscription(properties, from: topic, to: target, at: span, name: name, into: &context)
  }

  /// Relates a topic to a subscriber, with the subscription's filter and dead-letter queue.
  func relateSubscription(
    _ properties: Node, from topic: GraphBuilder.Endpoint, to target: GraphBuilder.Endpoint, at span: Span,
    name: String?, into context: inout LoadContext
  ) {
    var subscription = draft(from: topic, to: target, .subscription, .async, at: span, name: name)
    if let policy = properties["FilterPolicy"], !template.branches(policy).isEmpty {
      let overBody = template.text(properties["FilterPolicyScope"])?.raw == "MessageBody"
      subscription.filter =
        EventPatternReader.patternOrJSON(policy, using: template).map { .message($0, overBody: overBody) }
        ?? .unresolved(policy.span)
    }
    let redrive = template.mapping(properties["RedrivePolicy"])
    subscription.deadLetter = template.reference(to: redrive?["deadLetterTargetArn"])
    context.builder.relate(subscription)
    deadLetter(subscription.deadLetter, of: topic, into: &context)
  }

  /// Relates a source to the queue of what it could not deliver.
  func deadLetter(_ target: Reference?, of source: GraphBuilder.Endpoint, into context: inout LoadContext) {
    guard let target else { return }
    context.builder.relate(
      draft(
        from: source, to: .reference(target.text, target.span, expecting: .queue), .deadLetterQueue, .async,
        at: target.span))
  }

  func readTable(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = ids[declaration] else { return }
    let near = declaration.keySpan
    let properties = declaration.properties
    var table = Table(
      id: id,
      streamView: template.string(template.value(properties, "StreamSpecification", "StreamViewType"), near: near),
      hasTimeToLive: template.bool(template.value(properties, "TimeToLiveSpecification", "Enabled"), near: near))
    let key = template.items(properties?["KeySchema"]).first {
      template.text(template.value($0, "KeyType"))?.raw == "HASH"
    }
    table.partitionKey = template.text(template.value(key, "AttributeName"))?.known
    context.builder.add(table)
    if let stream = template.value(properties, "KinesisStreamSpecification", "StreamArn"),
      let target = endpoint(stream, expecting: .stream)
    {
      context.builder.relate(draft(from: .resource(id), to: target, .tableStreaming, .async, at: stream.span))
    }
    if declaration.type == "AWS::DynamoDB::Table", let policy = properties?["ResourcePolicy"] {
      let document = template.value(policy, "PolicyDocument")
      allow(document, on: [template.physicalName(of: declaration)], .table, by: declaration, into: &context)
    }
  }
}
