import Diagnostics
import Documents

/// The alarms of serverless-plugin-aws-alerts.
///
/// Source: serverless-plugin-aws-alerts 1.7, `README.md` and `src/defaults/definitions.js`.
enum Alerts {
  /// The metrics of the definitions that the plugin brings along.
  private static let metrics = [
    "functionInvocations": "Invocations", "functionErrors": "Errors", "functionDuration": "Duration",
    "functionThrottles": "Throttles",
  ]

  /// Adds an alarm for each one that the service asks for, of every function or of one.
  static func expand(into template: inout ServiceTemplate) {
    let service = template.service
    guard service.plugins.contains("serverless-plugin-aws-alerts") else { return }
    let settings = service.custom?["alerts"]
    if let stages = settings?.given("stages")?.list, !stages.contains(where: { $0.text == service.stage }) { return }
    let shared = Array(settings?.given("alarms")?.list ?? []) + (settings?.given("function")?.list ?? [])
    for function in template.functions {
      for alarm in shared + (function.node.given("alarms")?.list ?? []) {
        add(alarm, of: function, definitions: settings?.given("definitions"), into: &template)
      }
    }
  }

  private static func add(
    _ alarm: Node, of function: ServiceFunction, definitions: Node?, into template: inout ServiceTemplate
  ) {
    guard let name = alarm.text ?? alarm.given("name")?.text else { return }
    let definition = alarm.isMapping ? alarm : definitions?.given(name)
    let metric = definition?.given("metric") ?? definitions?.given(name)?.given("metric")
    let known = metrics[name].map { Node.string($0, at: alarm.span) }
    guard let metric = metric ?? known else { return }
    let dimension = Node.mapping(
      [("Name", .string("FunctionName", at: alarm.span)), ("Value", .reference(to: function.id, at: alarm.span))],
      at: alarm.span)
    template.add(
      ServiceName.resource(function.key) + ServiceName.resource(name) + "Alarm", "AWS::CloudWatch::Alarm",
      [
        ("Namespace", definition?.given("namespace") ?? .string("AWS/Lambda", at: alarm.span)), ("MetricName", metric),
        ("Dimensions", .sequence([dimension], at: alarm.span)),
      ], at: alarm.span)
  }
}
