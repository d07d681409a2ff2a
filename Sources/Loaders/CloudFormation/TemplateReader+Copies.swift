import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  /// What S3 itself puts into other buckets about, or of, the objects of one: access logs and replicas.
  func readCopies(of id: ResourceID, _ properties: Node, into context: inout LoadContext) {
    if let logging = template.mapping(properties["LoggingConfiguration"]) {
      // Without a destination a bucket keeps its own logs.
      let target = logging["DestinationBucketName"].flatMap { endpoint($0, expecting: .bucket) } ?? .resource(id)
      forwardObjects(
        from: .resource(id), to: target, .accessLog, prefix: logging["LogFilePrefix"], at: logging.span, into: &context)
    }
    for rule in template.items(template.value(properties, "ReplicationConfiguration", "Rules")) {
      guard let bucket = template.value(rule, "Destination", "Bucket"), let to = endpoint(bucket, expecting: .bucket)
      else { continue }
      let filter = template.value(rule, "Filter")
      let prefix = template.value(filter, "Prefix") ?? template.value(filter, "And", "Prefix")
      forwardObjects(
        from: .resource(id), to: to, .replication, prefix: prefix ?? template.value(rule, "Prefix"),
        state: template.value(rule, "Status"), at: rule.span, into: &context)
    }
  }

  /// A service that puts objects from, or about, one bucket into another.
  func forwardObjects(
    from: GraphBuilder.Endpoint, to: GraphBuilder.Endpoint, _ via: Via, prefix: Node?, state: Node? = nil,
    at span: Span, into context: inout LoadContext
  ) {
    var copy = draft(from: from, to: to, via, .async, at: span)
    let key = template.text(prefix)?.raw ?? ""
    copy.emission = Emission(actions: ["s3:PutObject"], keys: [Text(key + "*")])
    copy.isEnabled = template.string(state, near: span).map { $0 != "Disabled" }
    context.builder.relate(copy)
  }

  /// A trail that keeps records of what is done to the objects of buckets.
  func readTrail(_ declaration: Template.Declaration, _ properties: Node, into context: inout LoadContext) {
    guard let target = endpoint(properties["S3BucketName"], expecting: .bucket) else { return }
    for bucket in recorded(properties) {
      guard let source = endpoint(bucket, expecting: .bucket) else { continue }
      var record = draft(from: source, to: target, .trail, .async, at: bucket.span, name: declaration.id)
      let prefix = template.text(properties["S3KeyPrefix"])?.raw ?? ""
      record.emission = Emission(actions: ["s3:PutObject"], keys: [Text(prefix + "*")])
      record.isEnabled = template.bool(properties["IsLogging"], near: declaration.keySpan)
      context.builder.relate(record)
    }
  }

  /// The ARNs of buckets and objects that a trail's selectors list.
  ///
  /// Source: CloudTrail User Guide, "Logging data events", 2026-11.
  private func recorded(_ properties: Node) -> [Node] {
    let basic = template.items(properties["EventSelectors"]).flatMap {
      template.items(template.value($0, "DataResources"))
    }
    .filter { template.text(template.value($0, "Type"))?.raw == "AWS::S3::Object" }
    .flatMap { template.items(template.value($0, "Values")) }
    let advanced = template.items(properties["AdvancedEventSelectors"])
      .flatMap { template.items(template.value($0, "FieldSelectors")) }
      .filter { template.text(template.value($0, "Field"))?.raw == "resources.ARN" }
      .flatMap { template.items(template.value($0, "StartsWith") ?? template.value($0, "Equals")) }
    return basic + advanced
  }
}
