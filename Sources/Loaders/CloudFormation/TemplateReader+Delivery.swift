import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  /// A delivery stream: what it reads, transforms and writes.
  func readDeliveryStream(_ declaration: Template.Declaration, into context: inout LoadContext) {
    guard let id = ids[declaration], let properties = template.mapping(declaration.properties) else { return }
    if let source = template.value(properties, "KinesisStreamSourceConfiguration", "KinesisStreamARN"),
      let stream = endpoint(source, expecting: .stream)
    {
      context.builder.relate(draft(from: stream, to: .resource(id), .deliverySource, .async, at: source.span))
    }
    for entry in properties.entries where entry.key.hasSuffix("DestinationConfiguration") {
      guard let destination = template.mapping(entry.value) else { continue }
      relateTransform(template.value(destination, "ProcessingConfiguration"), of: id, into: &context)
      for bucket in [
        destination, template.mapping(destination["S3Configuration"]),
        template.mapping(destination["S3BackupConfiguration"]),
      ] {
        guard let bucket, let node = bucket["BucketARN"], let target = endpoint(node, expecting: .bucket) else {
          continue
        }
        var delivery = draft(from: .resource(id), to: target, .deliveryTarget, .async, at: node.span)
        delivery.emission = Emission(actions: ["s3:PutObject"], keys: keys(of: bucket))
        context.builder.relate(delivery)
      }
    }
  }

  /// The keys a delivery stream writes; `!{…}` expressions stand for anything.
  private func keys(of bucket: Node) -> [Text] {
    [bucket["Prefix"], bucket["ErrorOutputPrefix"]].compactMap { node in
      guard let node, let prefix = template.text(node) else { return nil }
      let literal = prefix.raw.range(of: "!{").map { String(prefix.raw[..<$0.lowerBound]) } ?? prefix.raw
      return Text(literal + "*")
    } + (bucket["Prefix"] == nil ? ["*"] : [])
  }

  private func relateTransform(_ processing: Node?, of id: ResourceID, into context: inout LoadContext) {
    for processor in template.items(template.value(processing, "Processors")) {
      for parameter in template.items(template.value(processor, "Parameters")) {
        guard template.text(template.value(parameter, "ParameterName"))?.raw == "LambdaArn",
          let node = template.value(parameter, "ParameterValue"), let function = endpoint(node, expecting: .function)
        else { continue }
        var transform = draft(from: .resource(id), to: function, .deliveryTransform, .sync, at: node.span)
        transform.isEnabled = template.bool(template.value(processing, "Enabled"), near: node.span)
        context.builder.relate(transform)
      }
    }
  }
}
