import Diagnostics
import Infrastructure
import Testing

@testable import Analyses

/// What the rules of a bus take, looked up by what they ask for, against holding every event against every rule.
struct BusRulesTests {
  private static func pattern(_ scene: inout Scene, _ numbers: inout FixedRandom, _ bucket: Text) -> EventPattern {
    let own: Text = ["orders", "billing", "shipping"][Int.random(in: 0..<3, using: &numbers)]
    let name = EventPattern.Field.object(
      name: "detail",
      fields: [.object(name: "bucket", fields: [.leaf(name: "name", matchers: [.equals(.string(bucket))])])])
    switch Int.random(in: 0..<8, using: &numbers) {
    case 0: return scene.pattern(.leaf(name: "source", matchers: [.prefix("or", ignoringCase: false)]))
    case 1: return scene.pattern(.leaf(name: "detail-type", matchers: [.equals(.string("changed"))]))
    case 2: return scene.pattern(.leaf(name: "source", matchers: [.equals(.string("aws.s3"))]), name)
    case 3: return scene.pattern(.leaf(name: "source", matchers: [.equals(.string("aws.s3"))]))
    case 4: return scene.pattern(name)
    case 5: return scene.pattern(.leaf(name: "source", matchers: [.equals(.string("${Source}"))]))
    case 6:
      return scene.pattern(.leaf(name: "source", matchers: [.equals(.string(own)), .equals(.string("other"))]))
    default: return scene.pattern(.leaf(name: "source", matchers: [.equals(.string(own))]))
    }
  }

  /// A bus with many rules, on which functions put events and buckets report.
  private static func flow(seed: UInt64) -> EventFlow {
    var numbers = FixedRandom(seed: seed)
    var scene = Scene()
    let bus = scene.resource(.bus, "Bus", physical: "company")
    let buckets = ["a", "b", "c"].map { scene.resource(.bucket, $0, physical: Text("bucket-" + $0)) }
    for bucket in buckets { scene.relate(.forward, bucket, bus, .s3EventBridge) }
    for number in 0..<12 {
      var statements = [scene.allow("s3:PutObject", on: Text("arn:aws:s3:::bucket-\(["a", "b", "c"][number % 3])/*"))]
      let source = ["orders", "billing", "shipping", "*"][number % 4]
      statements.append(
        scene.allow(
          "events:PutEvents", on: "arn:aws:events:${AWS::Region}:${AWS::AccountId}:event-bus/company",
          where: [Statement.Condition(test: "StringLike", key: "events:source", values: [Text(source)])]))
      let function = scene.function("F\(number)", may: statements)
      let rule = scene.resource(.rule, "R\(number)")
      let bucket: Text = ["bucket-a", "bucket-b", "bucket-x"][Int.random(in: 0..<3, using: &numbers)]
      let patterns = (0...(number % 2)).map { _ in pattern(&scene, &numbers, bucket) }
      scene.relate(.forward, bus, rule, .rulePattern, filter: .patterns(patterns))
      scene.relate(.trigger, rule, function, .ruleTarget)
    }
    return scene.flow()
  }

  @Test(arguments: 1...60) func sameRelationsAsHeldAgainstEach(_ seed: UInt64) {
    let flow = BusRulesTests.flow(seed: seed)
    let check = PassageCheck(graph: flow.graph)
    var seen = 0
    for (node, place) in flow.web.nodes.enumerated() {
      guard case .holding(let id, let event) = place, flow.graph[id].kind == .bus else { continue }
      let taken = flow.web.edges[node].compactMap { edge -> RelationID? in
        if case .relation(let id) = edge.step { id } else { nil }
      }
      let expected = flow.graph.relations(from: id).filter { relation in
        if case .cut = check.passage(flow.graph[relation], carrying: event) { false } else { true }
      }
      #expect(taken == expected)
      if expected.isEmpty { #expect(flow.web.cuts.contains { $0.node == node }) }
      seen += 1
    }
    #expect(seen > 5)
  }

  /// A bucket that is named by a parameter is its own stack's, though others have a parameter of that name.
  @Test func namesOfUnknownPartsMeanTheirOwnStack() {
    var builder = GraphBuilder()
    let span = Span(file: FileID(0), start: 0, end: 1)
    let bus = builder.declare(.bus, name: "Bus", physicalName: "company", span: span, scope: "shared")
    for stack in ["a", "b"] {
      let bucket = builder.declare(.bucket, name: "B" + stack, physicalName: "${Name}", span: span, scope: stack)
      let rule = builder.declare(.rule, name: "R" + stack, span: span, scope: stack)
      let machine = builder.declare(.stateMachine, name: "F" + stack, span: span, scope: stack)
      func relate(_ from: ResourceID, _ to: ResourceID, _ via: Via, _ filter: EventFilter = .all) {
        var draft = GraphBuilder.Draft(
          .forward, from: .resource(from), to: .resource(to), via: via, mode: .async, span: span, scope: stack)
        draft.filter = filter
        builder.relate(draft)
      }
      let name = EventPattern.Field.leaf(name: "name", matchers: [.equals(.string("${Name}"))])
      let detail = EventPattern.Field.object(name: "detail", fields: [.object(name: "bucket", fields: [name])])
      relate(bucket, bus, .s3EventBridge)
      relate(bus, rule, .rulePattern, .patterns([EventPattern(fields: [detail], span: span)]))
      relate(rule, machine, .ruleTarget)
      relate(machine, bucket, .stateMachineTask)
    }
    let graph = builder.finish()
    let loops = EventFlow(graph).loops().map { loop in loop.hops.map { graph[$0.from].name } }
    #expect(loops == [["Fa", "Ba", "Bus", "Ra"], ["Fb", "Bb", "Bus", "Rb"]])
  }

  /// A bus that many stacks share is looked at for each event by its source, not rule by rule.
  @Test func aSharedBusCostsNoProduct() {
    var scene = Scene()
    let bus = scene.resource(.bus, "Bus", physical: "company")
    for number in 0..<20_000 {
      let allow = scene.allow(
        "events:PutEvents", on: "arn:aws:events:${AWS::Region}:${AWS::AccountId}:event-bus/company",
        where: [Statement.Condition(test: "StringEquals", key: "events:source", values: [Text("service-\(number)")])])
      let function = scene.function("F\(number)", may: [allow])
      let rule = scene.resource(.rule, "R\(number)")
      let pattern = scene.pattern(.leaf(name: "source", matchers: [.equals(.string(Text("service-\(number)")))]))
      scene.relate(.forward, bus, rule, .rulePattern, filter: .patterns([pattern]))
      scene.relate(.trigger, rule, function, .ruleTarget)
    }
    let flow = scene.flow()
    #expect(flow.loops().count == 20_000)
    #expect(flow.web.cuts.count <= 20_000)
  }
}
