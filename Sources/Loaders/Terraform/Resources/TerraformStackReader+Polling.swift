import Diagnostics
import Infrastructure

extension TerraformStackReader {
  func readMapping(_ instance: TerraformInstance, into context: inout LoadContext) {
    let attributes = instance.attributes
    guard let function = endpoint(attributes["function_name"], expecting: .function), let from = source(instance) else {
      return
    }
    var mapping = draft(from: from, to: function, .eventSourceMapping, .poll, at: instance.span, name: instance.address)
    mapping.filter = filter(attributes["filter_criteria"])
    mapping.isEnabled = attributes.bool("enabled", near: instance.span)
    var polling = polling(attributes, near: instance.span)
    polling.consumer = (attributes["event_source_arn"]?.text).flatMap { consumers[$0.raw] }
    let broker = (attributes["event_source_arn"]?.text).flatMap { Locator.parse($0, expecting: .kafkaCluster) }
    polling.network = broker.flatMap { brokerNetworks[$0.name.raw] }
    mapping.polling = polling
    context.builder.relate(mapping)
    connect(polling.onFailure, .onFailure, of: function, name: instance.address, into: &context)
  }

  /// The subnets of a Kafka cluster, in which its pollers work.
  func brokerNetwork(of instance: TerraformInstance) -> Placement? {
    guard let group = instance.attributes["broker_node_group_info"], let subnets = group["client_subnets"] else {
      return nil
    }
    let (list, isComplete) = subnets.references
    return Placement(
      subnets: list, securityGroups: group["security_groups"]?.references.list ?? [], isComplete: isComplete,
      allowsIPv6: .unset(near: subnets.span), span: subnets.span)
  }

  private func source(_ instance: TerraformInstance) -> GraphBuilder.Endpoint? {
    if let source = endpoint(instance.attributes["event_source_arn"]) { return source }
    guard let own = instance.attributes["self_managed_event_source"], !own.items.isEmpty else { return nil }
    return .reference(
      TerraformIdentity.symbol(instance.address, scope: scope), own.span, expecting: .kafkaCluster)
  }

  /// `filter_criteria` of mappings and pipes.
  func filter(_ criteria: TerraformValue?) -> EventFilter {
    guard let criteria else { return .all }
    if criteria.isUnknown { return .unresolved(criteria.span) }
    guard let filters = criteria["filter"] else { return .all }
    if filters.isUnknown { return .unresolved(filters.span) }
    var patterns: [EventPattern] = []
    for filter in filters.items {
      guard let pattern = pattern(filter["pattern"]) else { return .unresolved(criteria.span) }
      patterns.append(pattern)
    }
    return patterns.isEmpty ? .all : .patterns(patterns)
  }

  /// The pattern in a JSON string.
  func pattern(_ value: TerraformValue?) -> EventPattern? {
    EventPatternReader.pattern(value?.document, using: LiteralEvaluator())
  }

  private func polling(_ attributes: TerraformValue, near span: Span) -> Polling {
    var polling = Polling(near: span)
    polling.batchSize = attributes.int("batch_size", near: span)
    polling.batchingWindow = attributes.int("maximum_batching_window_in_seconds", near: span)
    polling.reportsBatchItemFailures = responseTypes(attributes["function_response_types"], near: span)
    polling.maximumRetries = attributes.int("maximum_retry_attempts", near: span)
    polling.maximumRecordAge = attributes.int("maximum_record_age_in_seconds", near: span)
    polling.bisectsBatch = attributes.bool("bisect_batch_on_function_error", near: span)
    polling.maximumConcurrency =
      attributes["scaling_config"]?.int("maximum_concurrency", near: span) ?? .unset(near: span)
    polling.parallelizationFactor = attributes.int("parallelization_factor", near: span)
    polling.startingPosition = attributes.string("starting_position", near: span)
    polling.hasProvisionedPollers = attributes["provisioned_poller_config"]?.items.isEmpty == false
    polling.onFailure = attributes["destination_config"]?["on_failure"]?.reference("destination_arn")
    return polling
  }

  private func responseTypes(_ value: TerraformValue?, near span: Span) -> Setting<Bool> {
    guard let value else { return .unset(near: span) }
    if case .unknown(_, let why) = value.content { return .unresolved(value.span, why: why) }
    let types = value.texts.map(\.value)
    if types.isEmpty { return .unset(near: span) }
    if types.contains(where: \.hasSymbols) { return .unresolved(value.span, why: .afterApply) }
    return .known(types.contains("ReportBatchItemFailures"), value.span)
  }
}
