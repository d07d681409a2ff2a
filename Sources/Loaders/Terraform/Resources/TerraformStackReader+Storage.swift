import Diagnostics
import Infrastructure

extension TerraformStackReader {
  /// The blocks that a bucket itself had before version 4 of the provider.
  func readBucket(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let id = ids[instance.address] else { return }
    if let logging = instance.attributes["logging"], let target = endpoint(logging["target_bucket"], expecting: .bucket)
    {
      copyObjects(
        from: .resource(id), to: target, .accessLog, prefix: logging["target_prefix"], at: logging.span, into: &context)
    }
    if let replication = instance.attributes["replication_configuration"] {
      replicate(from: .resource(id), rules: replication["rules"], into: &context)
    }
  }

  func readBucketLogging(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let bucket = endpoint(instance.attributes["bucket"], expecting: .bucket),
      let target = endpoint(instance.attributes["target_bucket"], expecting: .bucket)
    else { return }
    copyObjects(
      from: bucket, to: target, .accessLog, prefix: instance.attributes["target_prefix"], at: instance.span,
      into: &context)
  }

  func readReplication(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let bucket = endpoint(instance.attributes["bucket"], expecting: .bucket) else { return }
    replicate(from: bucket, rules: instance.attributes["rule"], into: &context)
  }

  private func replicate(
    from bucket: GraphBuilder.Endpoint, rules: TerraformValue?, into context: inout LoadContext
  ) {
    for rule in rules?.items ?? [] {
      guard let target = endpoint(rule["destination"]?["bucket"], expecting: .bucket) else { continue }
      copyObjects(
        from: bucket, to: target, .replication, prefix: rule["filter"]?["prefix"] ?? rule["prefix"], at: rule.span,
        into: &context)
    }
  }

  /// A service that puts objects from, or about, one bucket into another.
  private func copyObjects(
    from: GraphBuilder.Endpoint, to: GraphBuilder.Endpoint, _ via: Via, prefix: TerraformValue?, at span: Span,
    into context: inout LoadContext
  ) {
    var copy = draft(from: from, to: to, via, .async, at: span)
    copy.emission = Emission(actions: ["s3:PutObject"], keys: [(prefix?.text ?? "") + "*"])
    context.builder.relate(copy)
  }

  func readNotification(_ instance: TerraformInstance, into context: inout LoadContext) {
    let attributes = instance.attributes
    guard let bucket = endpoint(attributes["bucket"], expecting: .bucket) else { return }
    for (blocks, target, kind) in [
      ("lambda_function", "lambda_function_arn", ResourceKind.function), ("queue", "queue_arn", .queue),
      ("topic", "topic_arn", .topic),
    ] {
      for block in attributes[blocks]?.items ?? [] {
        guard let to = endpoint(block[target], expecting: kind) else { continue }
        var notification = draft(
          from: bucket, to: to, .s3Notification, .async, at: block.span, name: instance.address)
        notification.filter = .objects(
          ObjectFilter(
            events: block["events"]?.texts ?? [], prefix: block.canonical("filter_prefix", near: block.span),
            suffix: block.canonical("filter_suffix", near: block.span), span: block.span))
        context.builder.relate(notification)
      }
    }
    guard let bridge = attributes["eventbridge"], bridge.bool != false else { return }
    var forward = draft(
      from: bucket, to: .reference("default", bridge.span, expecting: .bus), .s3EventBridge, .async, at: bridge.span,
      name: instance.address)
    forward.isEnabled = attributes.bool("eventbridge", near: bridge.span)
    context.builder.relate(forward)
  }

  func readTable(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let id = ids[instance.address] else { return }
    let near = instance.span
    let enabled = instance.attributes.bool("stream_enabled", near: near)
    var view = instance.attributes.string("stream_view_type", near: near)
    if enabled.value(default: false) == false { view = .unset(near: enabled.span) }
    let ttl = instance.attributes["ttl"]?.bool("enabled", near: near) ?? .unset(near: near)
    context.builder.add(Table(id: id, streamView: view, hasTimeToLive: ttl))
  }

  func readTableStreaming(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let table = endpoint(instance.attributes["table_name"], expecting: .table),
      let stream = endpoint(instance.attributes["stream_arn"], expecting: .stream)
    else { return }
    context.builder.relate(
      draft(from: table, to: stream, .tableStreaming, .async, at: instance.span, name: instance.address))
  }

  /// A delivery stream: what it reads, transforms and writes.
  func readDeliveryStream(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let id = ids[instance.address] else { return }
    let attributes = instance.attributes
    if let source = attributes["kinesis_source_configuration"]?["kinesis_stream_arn"],
      let stream = endpoint(source, expecting: .stream)
    {
      context.builder.relate(draft(from: stream, to: .resource(id), .deliverySource, .async, at: source.span))
    }
    for entry in attributes.entries where entry.key.hasSuffix("_configuration") {
      relateTransform(entry.value["processing_configuration"], of: id, into: &context)
      let blocks = [entry.value, entry.value["s3_configuration"], entry.value["s3_backup_configuration"]]
      for block in blocks { deliver(to: block, from: id, into: &context) }
    }
  }

  private func deliver(to block: TerraformValue?, from id: ResourceID, into context: inout LoadContext) {
    guard let block, let bucket = block["bucket_arn"], let target = endpoint(bucket, expecting: .bucket) else { return }
    var delivery = draft(from: .resource(id), to: target, .deliveryTarget, .async, at: bucket.span)
    let prefixes = [block["prefix"]?.text ?? "", block["error_output_prefix"]?.text].compactMap { $0 }
    delivery.emission = Emission(actions: ["s3:PutObject"], keys: prefixes.map(keys))
    context.builder.relate(delivery)
  }

  /// The keys below a delivery stream's prefix; `!{…}` expressions stand for anything.
  private func keys(_ prefix: Text) -> Text {
    let literal = prefix.raw.range(of: "!{").map { String(prefix.raw[..<$0.lowerBound]) } ?? prefix.raw
    return Text(literal + "*")
  }

  private func relateTransform(_ processing: TerraformValue?, of id: ResourceID, into context: inout LoadContext) {
    for processor in processing?["processors"]?.items ?? [] {
      for parameter in processor["parameters"]?.items ?? []
      where parameter["parameter_name"]?.text?.raw == "LambdaArn" {
        guard let value = parameter["parameter_value"], let function = endpoint(value, expecting: .function) else {
          continue
        }
        var transform = draft(from: .resource(id), to: function, .deliveryTransform, .sync, at: value.span)
        transform.isEnabled = processing?.bool("enabled", near: value.span) ?? .unset(near: value.span)
        context.builder.relate(transform)
      }
    }
  }
}
