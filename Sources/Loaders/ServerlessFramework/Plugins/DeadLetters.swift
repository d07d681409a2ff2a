import Diagnostics
import Documents
import Infrastructure

/// The `deadLetter` setting of serverless-plugin-lambda-dead-letter.
///
/// Source: serverless-plugin-lambda-dead-letter 1.2, `README.md`.
enum DeadLetters {
  /// The function with `onError` in the place of what the plugin reads, after the queue or topic that it makes.
  static func expanded(_ function: ServiceFunction, into template: inout ServiceTemplate) -> ServiceFunction {
    guard let setting = function.node.given("deadLetter"), function.node.given("onError") == nil else {
      return function
    }
    guard let target = target(setting, of: function, into: &template) else { return function }
    let entry = Node.Entry(key: "onError", keySpan: setting.span, value: target)
    return ServiceFunction(
      key: function.key, keySpan: function.keySpan,
      node: Node(entries: function.node.entries + [entry], function.node.span))
  }

  private static func target(
    _ setting: Node, of function: ServiceFunction, into template: inout ServiceTemplate
  ) -> Node? {
    let span = setting.span
    if let arn = setting.given("targetArn") {
      guard let id = arn.given("GetResourceArn")?.text else { return arn }
      return .arn(of: id, at: arn.span)
    }
    let owner = ServiceName.resource(function.key)
    if let queue = setting.given("sqs") {
      let id = owner + "DeadLetterQueue"
      template.add(id, "AWS::SQS::Queue", [("QueueName", queue.given("queueName") ?? queue)], at: span)
      return .arn(of: id, at: span)
    }
    if let topic = setting.given("sns") {
      let id = owner + "DeadLetterTopic"
      template.add(id, "AWS::SNS::Topic", [("TopicName", topic.given("topicName") ?? topic)], at: span)
      return .reference(to: id, at: span)
    }
    return nil
  }
}
