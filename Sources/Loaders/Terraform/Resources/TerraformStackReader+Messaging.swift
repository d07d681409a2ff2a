import Diagnostics
import Documents
import Infrastructure

extension TerraformStackReader {
  func readQueue(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let id = ids[instance.address] else { return }
    let near = instance.span
    let attributes = instance.attributes
    var queue = Queue(id: id, span: near)
    queue.visibilityTimeout = attributes.int("visibility_timeout_seconds", near: near)
    queue.isFIFO = attributes.bool("fifo_queue", near: near)
    queue.retention = attributes.int("message_retention_seconds", near: near)
    queue.redrive = redrive(attributes["redrive_policy"] ?? separateRedrive(of: instance), near: near)
    if case .known(let redrive, let span) = queue.redrive {
      context.builder.relate(
        draft(
          from: .resource(id), to: .reference(redrive.target.text, redrive.target.span, expecting: .queue), .redrive,
          .async, at: span))
    }
    context.builder.add(queue)
  }

  /// The policy of an `aws_sqs_queue_redrive_policy` for the queue.
  private func separateRedrive(of instance: TerraformInstance) -> TerraformValue? {
    redrives[name(of: instance).raw]?.attributes["redrive_policy"]
  }

  private func redrive(_ value: TerraformValue?, near span: Span) -> Setting<Redrive> {
    guard let value else { return .unset(near: span) }
    if case .unknown(_, let why) = value.content { return .unresolved(value.span, why: why) }
    if value.text?.isEmpty == true { return .unset(near: span) }
    guard let document = value.document, let target = document["deadLetterTargetArn"]?.text else {
      // A link that is known while the numbers around it are not.
      guard let text = value.text, Locator.parse(text)?.kind == .queue else {
        return .unresolved(value.span, why: .afterApply)
      }
      return .known(
        Redrive(
          target: Reference(text, value.span),
          maximumReceives: .unresolved(value.span, why: .afterApply)), value.span)
    }
    let receives: Setting<Int> =
      document["maxReceiveCount"].map { node in
        node.int.map { .known($0, node.span) } ?? .unresolved(node.span, why: .afterApply)
      } ?? .unset(near: value.span)
    return .known(Redrive(target: Reference(Text(target), value.span), maximumReceives: receives), value.span)
  }

  func readTopic(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let id = ids[instance.address] else { return }
    context.builder.add(Topic(id: id, isFIFO: instance.attributes.bool("fifo_topic", near: instance.span)))
  }

  func readSubscription(_ instance: TerraformInstance, into context: inout LoadContext) {
    let attributes = instance.attributes
    guard let topic = endpoint(attributes["topic_arn"], expecting: .topic) else { return }
    let kind: ResourceKind
    switch attributes["protocol"]?.text?.raw {
    case "lambda": kind = .function
    case "sqs": kind = .queue
    case "firehose": kind = .firehose
    default: return
    }
    guard let target = endpoint(attributes["endpoint"], expecting: kind) else { return }
    var subscription = draft(
      from: topic, to: target, .subscription, .async, at: instance.span, name: instance.address)
    if let policy = attributes["filter_policy"], policy.text?.isEmpty != true {
      let overBody = attributes["filter_policy_scope"]?.text?.raw == "MessageBody"
      subscription.filter =
        pattern(policy).map { .message($0, overBody: overBody) } ?? .unresolved(policy.span)
    }
    if let redrive = attributes["redrive_policy"], let target = redrive.document?["deadLetterTargetArn"]?.text {
      subscription.deadLetter = Reference(Text(target), redrive.span)
    }
    context.builder.relate(subscription)
    deadLetter(subscription.deadLetter, of: topic, into: &context)
  }

  func readAlarm(_ instance: TerraformInstance, into context: inout LoadContext) {
    var metrics = [instance.attributes].filter { $0["metric_name"] != nil }
    metrics += instance.attributes["metric_query"]?.items.compactMap { $0["metric"] } ?? []
    for metric in metrics {
      let dimensions = metric["dimensions"]?.entries.compactMap { entry in
        entry.value.text.map { Alarm.Dimension(name: entry.key, value: $0) }
      }
      context.builder.add(
        Alarm(
          span: instance.span, namespace: metric["namespace"]?.text ?? "", metric: metric["metric_name"]?.text ?? "",
          dimensions: dimensions ?? []))
    }
  }

  func readScalingTarget(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let resource = instance.attributes["resource_id"]?.text else { return }
    context.builder.add(ScalingTarget(resource: resource, span: instance.span))
  }
}
