import Diagnostics
import Documents
import Infrastructure

/// The state machines of serverless-step-functions.
///
/// Source: serverless-step-functions 3, `lib/naming.js` and `lib/deploy/stepFunctions`.
enum StateMachines {
  static func id(_ entry: Node.Entry) -> String {
    if let custom = entry.value.given("id")?.text ?? entry.value.given("name")?.text, !custom.hasPrefix("${") {
      return ServiceName.resource(custom)
    }
    return ServiceName.stateMachine(entry.key)
  }

  static func expand(into template: inout ServiceTemplate) {
    for entry in template.service.stateMachines where entry.value.isMapping {
      let id = id(entry)
      template.names[id] = entry.key
      let alias = ServiceName.stateMachine(entry.key)
      if alias != id {
        template.generated[alias] = "AWS::StepFunctions::StateMachine"
        template.physicalNames[alias] = entry.value.given("name")?.text.map { Text($0) }
      }
      template.add(
        id, "AWS::StepFunctions::StateMachine",
        [
          ("StateMachineName", entry.value.given("name")), ("Definition", entry.value.given("definition")),
          ("RoleArn", entry.value.given("role")), ("StateMachineType", entry.value.given("type")),
        ], at: entry.keySpan)
      for event in events(entry) { template.addSource(of: event, key: entry.key) }
    }
  }

  static func events(_ entry: Node.Entry) -> [ServiceEvent] {
    (entry.value.given("events")?.list ?? []).compactMap(ServiceEvent.init)
  }

  /// Relates the events that start state machines to them.
  static func read(of service: Service, _ reader: TemplateReader, into context: inout LoadContext) {
    for entry in service.stateMachines {
      guard let machine = reader.ids[id(entry)] else { continue }
      var events = ServiceEventReader(reader: reader, service: service, id: machine, key: entry.key)
      for (index, event) in StateMachines.events(entry).enumerated() {
        events.read(event, position: index + 1, into: &context)
      }
    }
  }
}
