import Diagnostics
import Infrastructure
import Testing

@testable import Analyses

/// The loop search against plain enumeration, and on graphs of a size that forbids it.
struct RingSearchTests {
  /// Functions that may send to some queues, and queues that wake some functions.
  private struct System {
    var sends: [[Int]]
    var wakes: [[Int]]

    init(functions: Int, queues: Int, _ numbers: inout FixedRandom) {
      sends = (0..<functions).map { _ in (0..<queues).filter { _ in Int.random(in: 0..<4, using: &numbers) == 0 } }
      wakes = (0..<queues).map { _ in (0..<functions).filter { _ in Int.random(in: 0..<4, using: &numbers) == 0 } }
    }

    func loops() -> [Loop] {
      var scene = Scene()
      let queues = wakes.indices.map { scene.resource(.queue, "Q\($0)", physical: Text("q\($0)")) }
      let functions = sends.indices.map { index in
        let statements = sends[index].map { scene.allow("sqs:SendMessage", on: Text("arn:aws:sqs:*:*:q\($0)")) }
        return scene.function("F\(index)", may: statements)
      }
      for (queue, targets) in wakes.enumerated() {
        for target in targets { scene.relate(.trigger, queues[queue], functions[target], .eventSourceMapping, .poll) }
      }
      return scene.loops()
    }

    /// The sets of functions on simple ways round of at most three functions.
    func expected() -> Set<Set<Int>> {
      var found: Set<Set<Int>> = []
      func walk(_ path: [Int], _ used: Set<Int>) {
        guard let last = path.last, let first = path.first else { return }
        for queue in sends[last] where !used.contains(queue) {
          for next in wakes[queue] {
            if next == first { found.insert(Set(path)) }
            if !path.contains(next), path.count < 3 { walk(path + [next], used.union([queue])) }
          }
        }
      }
      for start in sends.indices { walk([start], []) }
      return found
    }
  }

  @Test func smallGraphsAsByEnumeration() {
    var numbers = FixedRandom(seed: 11)
    var cyclic = 0
    for _ in 0..<1_500 {
      let system = System(functions: 4, queues: 4, &numbers)
      let expected = system.expected()
      let loops = system.loops()
      let found = Set(
        loops.map { loop in Set(loop.hops.compactMap { $0.from.index >= 4 ? $0.from.index - 4 : nil }) })
      #expect(expected.isSubset(of: found))
      for set in found where set.count <= 3 { #expect(expected.contains(set)) }
      #expect(loops.isEmpty == expected.isEmpty || !found.filter { $0.count > 3 }.isEmpty)
      if !expected.isEmpty { cyclic += 1 }
    }
    #expect(cyclic > 300)
  }

  @Test func everyHopOfALoopFollowsFromTheOneBefore() {
    var numbers = FixedRandom(seed: 12)
    for _ in 0..<200 {
      for loop in System(functions: 5, queues: 5, &numbers).loops() {
        for (index, hop) in loop.hops.enumerated() {
          #expect(hop.to == loop.hops[(index + 1) % loop.hops.count].from)
        }
      }
    }
  }

  @Test func aRingOfTenThousand() {
    let count = 10_000
    var scene = Scene()
    let queues = (0..<count).map { scene.resource(.queue, "Q\($0)", physical: Text("q\($0)")) }
    for index in 0..<count {
      let next = (index + 1) % count
      let function = scene.function(
        "F\(index)", may: [scene.allow("sqs:SendMessage", on: Text("arn:aws:sqs:*:*:q\(next)"))])
      scene.relate(.trigger, queues[index], function, .eventSourceMapping, .poll)
    }
    let loops = scene.loops()
    #expect(loops.count == 1)
    #expect(loops.first?.hops.count == 2 * count)
  }

  @Test func twoThousandThatMayInvokeEachOther() {
    var scene = Scene()
    for index in 0..<2_000 { _ = scene.function("F\(index)", may: [scene.allow("lambda:*", on: "*")]) }
    let flow = scene.flow()
    #expect(flow.web.nodes.count == 2_001)
    #expect(flow.web.edges.reduce(0) { $0 + $1.count } == 4_000)
    #expect(flow.loops().count == 2_000)
  }

  @Test func aLoopWithoutDoubtIsPreferred() {
    var scene = Scene()
    let bucket = scene.resource(.bucket, "Uploads", physical: "uploads")
    let function = scene.function(
      "Resize",
      may: [
        scene.allow("s3:PutObject", on: "arn:aws:s3:::uploads/*"),
        scene.allow("s3:PutObject", on: "arn:aws:s3:::uploads/in/*"),
      ])
    let filter = scene.objects("s3:ObjectCreated:*", prefix: "in/")
    scene.relate(.trigger, bucket, function, .s3Notification, filter: filter)
    let loops = scene.loops()
    #expect(loops.count == 1)
    #expect(loops.first?.doubts.isEmpty == true)
    #expect(loops.first?.further == 1)
  }

  @Test func drawingsShowACutWrite() {
    var scene = Scene()
    let bucket = scene.resource(.bucket, "Uploads", physical: "uploads")
    let function = scene.function("Resize", may: [scene.allow("s3:PutObject", on: "arn:aws:s3:::uploads/out/*")])
    let filter = scene.objects("s3:ObjectCreated:*", prefix: "in/")
    scene.relate(.trigger, bucket, function, .s3Notification, filter: filter)
    let flow = scene.flow()
    #expect(flow.edges.map(\.kind) == [.trigger, .write])
    #expect(flow.edges.map(\.cut) == [nil, "the keys that it may write never match in/*"])
    #expect(!flow.isInLoop(bucket))
  }

  /// Six repositories in a ring, in each of which a function loops by itself as well: only the ring needs the join.
  @Test func loopsOfOneRepositoryDoNotHideThatOfSeveral() {
    var builder = GraphBuilder()
    let count = 6
    for number in 0..<count {
      let file = FileID(number)
      builder.noteGraphFile(file)
      let scope = "s\(number)"
      func span(_ start: UInt32) -> Span { Span(file: file, start: start, end: start + 1) }
      let queue = builder.declare(
        .queue, name: "Q\(number)", physicalName: Text("q\(number)"), span: span(1), scope: scope)
      let id = builder.declare(.function, name: "F\(number)", span: span(2), scope: scope)
      let role = builder.declareRole(name: "R", span: span(3), scope: scope)
      let targets = [number, (number + 1) % count].map { Spanned(Text("arn:aws:sqs:eu-west-1:1:q\($0)"), span(4)) }
      builder.update(role: role) {
        $0.statements = [
          Statement(
            effect: .allow, actions: .only([Spanned("sqs:SendMessage", span(5))]), resources: .only(targets),
            span: span(5))
        ]
      }
      var function = Function(id: id, span: span(2))
      function.role = role
      builder.add(function)
      builder.relate(
        GraphBuilder.Draft(
          .trigger, from: .resource(queue), to: .resource(id), via: .eventSourceMapping, mode: .poll, span: span(6),
          scope: scope))
    }
    let facts = Facts(builder.finish())
    #expect(facts.flow.loops().count == count + 1)
    #expect(facts.loops.map(\.hops.count) == [2 * count])
  }
}
