import Diagnostics
import Documents
import Infrastructure

/// The `snsSqs` event of serverless-sns-sqs-lambda: a topic that fills a queue that wakes the function.
///
/// Source: serverless-sns-sqs-lambda 3, `lib/serverless-sns-sqs-lambda.ts`.
extension ServiceTemplate {
  mutating func addBufferedTopic(_ value: Node, at span: Span) {
    guard let name = value.given("name")?.text else { return }
    let queue = ServiceTemplate.bufferQueue(name)
    let isFIFO = value.given("fifo")?.bool == true
    func physical(_ ending: String) -> Node {
      .string(service.functionName(name) + ending + (isFIFO ? ".fifo" : ""), at: span)
    }
    add(
      ServiceTemplate.bufferDeadLetters(name), "AWS::SQS::Queue", [("QueueName", physical("DeadLetterQueue"))], at: span
    )
    let redrive = Node.mapping(
      [
        ("deadLetterTargetArn", .arn(of: ServiceTemplate.bufferDeadLetters(name), at: span)),
        ("maxReceiveCount", value.given("maxRetryCount") ?? .string("5", at: span)),
      ], at: span)
    add(
      queue, "AWS::SQS::Queue",
      [
        ("QueueName", physical("Queue")), ("RedrivePolicy", redrive),
        ("VisibilityTimeout", value.given("visibilityTimeout")), ("FifoQueue", isFIFO ? value.given("fifo") : nil),
      ], at: span)
  }

  static func bufferQueue(_ name: String) -> String { ServiceName.upper(name) + "Queue" }
  static func bufferDeadLetters(_ name: String) -> String { ServiceName.upper(name) + "DeadLetterQueue" }
}

extension ServiceEventReader {
  func readBufferedTopic(_ event: ServiceEvent, into context: inout LoadContext) {
    guard let name = event.value.given("name")?.text, let queue = reader.ids[ServiceTemplate.bufferQueue(name)],
      let topic = reader.endpoint(event.value.given("topicArn"), expecting: .topic)
    else { return }
    reader.relateSubscription(
      ServiceEventReader.subscription(event.value, at: event.span), from: topic, to: .resource(queue), at: event.span,
      name: nil, into: &context)
    relateMapping(event, from: .resource(queue), into: &context)
  }
}
