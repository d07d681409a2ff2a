import Documents
import Infrastructure

extension TemplateReader {
  /// What a receipt rule does with the mail to its addresses.
  func readReceiptRule(_ declaration: Template.Declaration, _ rule: Node?, into context: inout LoadContext) {
    guard let id = ids[declaration] else { return }
    let recipients = EventFilter.recipients(template.texts(template.value(rule, "Recipients")).map(\.value))
    let isEnabled = template.bool(template.value(rule, "Enabled"), near: declaration.keySpan)
    for action in template.items(template.value(rule, "Actions")) {
      guard let entry = template.mapping(action)?.onlyEntry, let (node, kind) = target(entry),
        let to = endpoint(node, expecting: kind)
      else { continue }
      var delivery = draft(from: .resource(id), to: to, .receiptAction, .async, at: node.span, name: declaration.id)
      delivery.filter = recipients
      delivery.isEnabled = isEnabled
      if kind == .bucket {
        let prefix = template.text(template.value(entry.value, "ObjectKeyPrefix"))?.raw ?? ""
        delivery.emission = Emission(actions: ["s3:PutObject"], keys: [Text(prefix + "*")])
      }
      context.builder.relate(delivery)
      if let topic = template.value(entry.value, "TopicArn"), kind != .topic,
        let notified = endpoint(topic, expecting: .topic)
      {
        var notice = draft(
          from: .resource(id), to: notified, .receiptAction, .async, at: topic.span, name: declaration.id)
        notice.filter = recipients
        context.builder.relate(notice)
      }
    }
  }

  private func target(_ action: Node.Entry) -> (Node, ResourceKind)? {
    let settings = action.value
    switch action.key {
    case "LambdaAction": return template.value(settings, "FunctionArn").map { ($0, .function) }
    case "S3Action": return template.value(settings, "BucketName").map { ($0, .bucket) }
    case "SNSAction": return template.value(settings, "TopicArn").map { ($0, .topic) }
    default: return nil
    }
  }
}
