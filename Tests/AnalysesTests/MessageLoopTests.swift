import Diagnostics
import Infrastructure
import Testing

@testable import Analyses

/// Tables, buses, queues and functions: which filters and settings close a loop.
struct MessageLoopTests {
  @Test(arguments: [
    ("dynamodb:PutItem", "INSERT", false, Outcome.closes), ("dynamodb:UpdateItem", "INSERT", false, .closes),
    ("dynamodb:PutItem", "REMOVE", false, .cut), ("dynamodb:PutItem", "REMOVE", true, .doubtful),
    ("dynamodb:DeleteItem", "REMOVE", false, .closes), ("dynamodb:DeleteItem", "MODIFY", false, .cut),
    ("dynamodb:BatchWriteItem", "REMOVE", false, .closes), ("dynamodb:PartiQLInsert", "MODIFY", false, .cut),
  ])
  func changesOfItems(action: String, name: String, expires: Bool, outcome: Outcome) {
    var scene = Scene()
    let table = scene.resource(.table, "Orders", physical: "orders")
    let near = scene.span()
    scene.builder.add(
      Table(
        id: table, streamView: .known("NEW_IMAGE", near),
        hasTimeToLive: expires ? .known(true, near) : .unset(near: near)))
    let function = scene.function("Audit", may: [scene.allow(action, on: "arn:aws:dynamodb:*:*:table/orders")])
    let pattern = scene.pattern(leaf("eventName", Text(name)))
    scene.relate(.trigger, table, function, .eventSourceMapping, .poll, filter: .patterns([pattern]))
    #expect(Outcome(scene.loops()) == outcome)
  }

  @Test(arguments: [("KEYS_ONLY", Outcome.cut), ("NEW_IMAGE", .doubtful)])
  func aViewOfKeysHasNoImage(view: String, outcome: Outcome) {
    var scene = Scene()
    let table = scene.resource(.table, "Orders", physical: "orders")
    let near = scene.span()
    scene.builder.add(Table(id: table, streamView: .known(view, near), hasTimeToLive: .unset(near: near)))
    let function = scene.function("Audit", may: [scene.allow("dynamodb:*", on: "arn:aws:dynamodb:*:*:table/orders")])
    let image = EventPattern.Field.object(
      name: "NewImage", fields: [.object(name: "state", fields: [leaf("S", "open")])])
    let pattern = scene.pattern(.object(name: "dynamodb", fields: [image]))
    scene.relate(.trigger, table, function, .eventSourceMapping, .poll, filter: .patterns([pattern]))
    #expect(Outcome(scene.loops()) == outcome)
  }

  @Test(arguments: [
    ("aws.s3", nil, Outcome.cut), ("orders", nil, .doubtful), ("orders", "orders", .closes), ("orders", "users", .cut),
    ("${Env}.orders", "${Env}.users", .cut), ("${Env}.orders", "${Env}.orders", .closes),
  ])
  func sourcesOnABus(wanted: String, allowed: String?, outcome: Outcome) {
    var scene = Scene()
    let bus = scene.resource(.bus, "Bus", physical: "bus")
    let rule = scene.resource(.rule, "Rule", physical: "rule")
    let conditions = allowed.map {
      [Statement.Condition(test: "StringEquals", key: "events:source", values: [Text($0)])]
    }
    let statement = scene.allow("events:PutEvents", on: "arn:aws:events:*:*:event-bus/bus", where: conditions ?? [])
    let function = scene.function("Handler", may: [statement])
    let pattern = scene.pattern(leaf("source", Text(wanted)))
    scene.relate(.forward, bus, rule, .rulePattern, filter: .patterns([pattern]))
    scene.relate(.trigger, rule, function, .ruleTarget)
    #expect(Outcome(scene.loops()) == outcome)
  }

  @Test func anotherBusIsNoLoopUnlessARuleForwards() {
    for forwards in [false, true] {
      var scene = Scene()
      let first = scene.resource(.bus, "First", physical: "first")
      let second = scene.resource(.bus, "Second", physical: "second")
      let rule = scene.resource(.rule, "Rule", physical: "rule")
      let bridge = scene.resource(.rule, "Bridge", physical: "bridge")
      let function = scene.function(
        "Handler", may: [scene.allow("events:PutEvents", on: "arn:aws:events:*:*:event-bus/first")])
      let pattern = scene.pattern(.leaf(name: "source", matchers: [.exists(true)]))
      scene.relate(.forward, second, rule, .rulePattern, filter: .patterns([pattern]))
      scene.relate(.trigger, rule, function, .ruleTarget)
      if forwards {
        scene.relate(.forward, first, bridge, .rulePattern, filter: .patterns([pattern]))
        scene.relate(.forward, bridge, second, .ruleTarget)
      }
      #expect(Outcome(scene.loops()) == (forwards ? .closes : .cut))
    }
  }

  @Test func aDisabledTriggerOrNoConcurrencyEndsIt() {
    for (isEnabled, concurrency, outcome): (Bool?, Int?, Outcome) in [
      (nil, nil, .closes), (true, 5, .closes), (false, nil, .cut), (nil, 0, .cut),
    ] {
      var scene = Scene()
      let queue = scene.resource(.queue, "Queue", physical: "queue")
      let role = scene.role([scene.allow("sqs:SendMessage", on: "arn:aws:sqs:*:*:queue")])
      let near = scene.span()
      let function = scene.function("Worker", role: role) {
        if let concurrency { $0.reservedConcurrency = .known(concurrency, near) }
      }
      scene.relate(.trigger, queue, function, .eventSourceMapping, .poll, isEnabled: isEnabled)
      #expect(Outcome(scene.loops()) == outcome)
    }
  }

  @Test func filtersOnContentNarrow() {
    var scene = Scene()
    let topic = scene.resource(.topic, "Topic", physical: "topic")
    let function = scene.function("Worker", may: [scene.allow("sns:Publish", on: "arn:aws:sns:*:*:topic")])
    let policy = scene.pattern(leaf("kind", "order"))
    scene.relate(.trigger, topic, function, .subscription, filter: .message(policy, overBody: false))
    let loops = scene.loops()
    #expect(Outcome(loops) == .doubtful)
    #expect(loops.first?.doubts.first?.sentence == "loops only if its events have kind 'order'")
  }

  @Test func aFunctionThatMayInvokeItself() {
    var scene = Scene()
    _ = scene.function(
      "Pages", may: [scene.allow("lambda:InvokeFunction", on: "arn:aws:lambda:*:*:function:${t#Pages}:*")])
    let loops = scene.loops()
    #expect(loops.count == 1)
    #expect(loops.first?.hops.count == 1)
  }

  @Test(arguments: [(Via.onSuccess, false), (.onFailure, true), (.deadLetterQueue, true)])
  func destinationsComeBack(via: Via, failureOnly: Bool) {
    for mode in [Relation.Mode.async, .poll] {
      var scene = Scene()
      let topic = scene.resource(.topic, "Topic", physical: "topic")
      let function = scene.function("Worker", may: [])
      scene.relate(.forward, function, topic, via, mode)
      scene.relate(.trigger, topic, function, .subscription)
      let loops = scene.loops()
      #expect(loops.count == (mode == .async ? 1 : 0))
      #expect(loops.allSatisfy { $0.isFailureOnly == failureOnly && $0.evidence == .structural })
    }
  }

  @Test func queuesAloneAreNoLoop() {
    var scene = Scene()
    let queue = scene.resource(.queue, "Queue", physical: "queue")
    let letters = scene.resource(.queue, "Letters", physical: "letters")
    scene.relate(.forward, queue, letters, .redrive)
    scene.relate(.forward, letters, queue, .redrive)
    #expect(scene.loops().isEmpty)
  }

  @Test func allowingRecursionDisablesTheGuard() {
    var scene = Scene()
    let queue = scene.resource(.queue, "Queue", physical: "queue")
    let role = scene.role([scene.allow("sqs:*", on: "arn:aws:sqs:*:*:queue")])
    let near = scene.span()
    let function = scene.function("Worker", role: role) {
      $0.recursiveLoop = .known("Allow", near)
      $0.memory = .known(1024, near)
      $0.reservedConcurrency = .known(10, near)
    }
    scene.relate(.trigger, queue, function, .eventSourceMapping, .poll)
    let loop = scene.loops().first
    #expect(loop?.awsGuard == .disabled)
    // 10 environments of a gigabyte for 3,600 s at 0.0000166667 dollars.
    #expect(loop?.burn.map { Int($0.dollarsPerHour * 1_000_000) } == 600_001)
    #expect(loop?.burn?.isAccountLimit == false)
  }

  @Test(arguments: [("Machine", 1), ("Other", 0)])
  func theStatusOfAnExecutionComesBack(watched: String, count: Int) {
    var scene = Scene()
    let machine = scene.resource(.stateMachine, "Machine", physical: "machine")
    let other = scene.resource(.stateMachine, "Other", physical: "other")
    let bus = scene.resource(.bus, "default", physical: "default")
    let rule = scene.resource(.rule, "Rule", physical: "rule")
    let arn: Text = "arn:aws:states:eu-west-1:123456789012:stateMachine:"
    let function = scene.function("Again", may: [scene.allow("states:StartExecution", on: arn + "machine")])
    let name: Text = watched == "Machine" ? "machine" : "other"
    let pattern = scene.pattern(
      leaf("source", "aws.states"), .object(name: "detail", fields: [leaf("stateMachineArn", arn + name)]))
    scene.relate(.forward, bus, rule, .rulePattern, filter: .patterns([pattern]))
    scene.relate(.trigger, rule, function, .ruleTarget)
    scene.relate(.forward, other, bus, .other)
    let loops = scene.loops()
    #expect(loops.count == count)
    #expect(loops.allSatisfy { loop in loop.hops.contains { $0.from == machine } })
  }

  @Test(arguments: [
    ("dev/+/up", "dev/a/up", 1), ("dev/+/up", "dev/*", 1), ("dev/+/up", "dev/a/down", 0), ("dev/+/up", "dev/*/up", 1),
    ("dev/+/up", "dev/*/upper/*", 0), ("dev/+/up", "dev/a/b/up", 0), ("dev/+/up", "dev/?/u*", 1),
    ("dev/+/up", "*/up", 1), ("dev/+/up", "dev/*/*/up", 0), ("dev/+/up", "dev/${Stage}/up", 1),
    ("dev/#", "dev/a/b", 1), ("dev/#", "dev/*", 1), ("dev/#", "dev", 0), ("dev/#", "device/a", 0), ("dev/#", "*", 1),
  ])
  func topicsThatARuleListensTo(filter: String, published: String, count: Int) {
    var scene = Scene()
    let topic = scene.resource(.iotTopic, filter, physical: Text(filter))
    let rule = scene.resource(.iotRule, "Rule", physical: "rule")
    let function = scene.function(
      "Echo", may: [scene.allow("iot:Publish", on: Text("arn:aws:iot:*:*:topic/\(published)"))])
    scene.relate(.forward, topic, rule, .iotRuleQuery)
    scene.relate(.trigger, rule, function, .iotRuleAction)
    #expect(scene.loops().count == count)
  }

  @Test func whatAFrameworkGivesToAllIsWeakEvidence() {
    var scene = Scene()
    let queue = scene.resource(.queue, "Queue", physical: "queue")
    var statement = scene.allow("sqs:SendMessage", on: "arn:aws:sqs:*:*:queue")
    statement.source = "serverless-lift"
    let role = scene.role([statement])
    scene.builder.update(role: role) { $0.isSharedByDefault = true }
    let function = scene.function("Worker", role: role)
    scene.relate(.trigger, queue, function, .eventSourceMapping, .poll)
    let loops = scene.loops()
    #expect(loops.map(\.evidence) == [.wildcard])
  }
}
