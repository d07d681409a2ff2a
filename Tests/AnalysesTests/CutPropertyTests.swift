import Diagnostics
import Infrastructure
import Testing

@testable import Analyses

/// Systems of functions, buckets and topics with filters at random, against events sent through them one by one.
struct CutPropertyTests {
  /// Functions that may put some keys, and notifications of some keys that wake functions, directly or by a topic.
  private struct System: CustomStringConvertible {
    struct Trigger {
      let bucket: Int
      let function: Int
      let prefix: String
      let suffix: String
      let goesByTopic: Bool
    }

    /// What each function may put where, as keys with wildcards.
    let writes: [[(bucket: Int, keys: String)]]
    let triggers: [Trigger]
    let isOff: [Bool]

    init(_ numbers: inout FixedRandom) {
      func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }
      writes = (0..<3).map { _ in
        (0..<pick(3)).map { _ in (pick(2), GlobTests.random(["a", "b", "*"], upTo: 3, &numbers)) }
      }
      triggers = (0..<4).map { _ in
        Trigger(
          bucket: pick(2), function: pick(3), prefix: GlobTests.random(["a", "b"], upTo: 2, &numbers),
          suffix: GlobTests.random(["a", "b"], upTo: 1, &numbers), goesByTopic: pick(3) == 0)
      }
      isOff = (0..<3).map { _ in pick(6) == 0 }
    }

    var description: String { "\(writes) \(triggers) \(isOff)" }

    /// Whether some object that one function puts wakes another.
    func wakes(_ from: Int, _ to: Int) -> Bool {
      !isOff[to]
        && triggers.contains { trigger in
          trigger.function == to
            && writes[from].contains { write in
              write.bucket == trigger.bucket
                && GlobTests.texts.contains { key in
                  GlobTests.matches(write.keys[...], key[...]) && key.hasPrefix(trigger.prefix)
                    && key.hasSuffix(trigger.suffix)
                }
            }
        }
    }

    /// The functions that come back to themselves.
    var looping: Set<Int> {
      var reach = (0..<3).map { from in Set((0..<3).filter { wakes(from, $0) }) }
      for _ in 0..<3 { for from in 0..<3 { for middle in reach[from] { reach[from].formUnion(reach[middle]) } } }
      return Set((0..<3).filter { reach[$0].contains($0) })
    }

    func flow() -> EventFlow {
      var scene = Scene()
      let buckets = (0..<2).map { scene.resource(.bucket, "B\($0)", physical: Text("bucket-\($0)")) }
      let functions = writes.indices.map { index in
        let statements = writes[index].map { write in
          scene.allow("s3:PutObject", on: Text("arn:aws:s3:::bucket-\(write.bucket)/\(write.keys)"))
        }
        let role = scene.role(statements)
        let near = scene.span()
        return scene.function("F\(index)", role: role) { if isOff[index] { $0.reservedConcurrency = .known(0, near) } }
      }
      for (index, trigger) in triggers.enumerated() {
        let filter = scene.objects("s3:ObjectCreated:*", prefix: Text(trigger.prefix), suffix: Text(trigger.suffix))
        if trigger.goesByTopic {
          let topic = scene.resource(.topic, "T\(index)", physical: Text("topic-\(index)"))
          scene.relate(.forward, buckets[trigger.bucket], topic, .s3Notification, filter: filter)
          scene.relate(.trigger, topic, functions[trigger.function], .subscription)
        } else {
          scene.relate(
            .trigger, buckets[trigger.bucket], functions[trigger.function], .s3Notification, filter: filter)
        }
      }
      return scene.flow()
    }
  }

  @Test func aLoopIsFoundExactlyWhereSomeEventComesBack() {
    var numbers = FixedRandom(seed: 41)
    var (closed, cut) = (0, 0)
    for _ in 0..<2_500 {
      let system = System(&numbers)
      let flow = system.flow()
      let functions = flow.graph.functions.map(\.id)
      let found = Set(functions.indices.filter { flow.isInLoop(functions[$0]) })
      #expect(found == system.looping, "\(system)")
      let listed = Set(flow.loops().flatMap { loop in loop.hops.map(\.from) })
      for index in system.looping { #expect(listed.contains(functions[index]), "\(system)") }
      if found.isEmpty { cut += 1 } else { closed += 1 }
    }
    #expect(closed > 400 && cut > 400)
  }

  /// What is drawn as cut is cut: no event that the write may cause wakes anything.
  @Test func aDashedWriteWakesNothing() {
    var numbers = FixedRandom(seed: 42)
    var (dashed, drawn) = (0, 0)
    for _ in 0..<1_500 {
      let system = System(&numbers)
      let flow = system.flow()
      let functions = flow.graph.functions.map(\.id)
      for edge in flow.edges where edge.kind == .write {
        guard let from = functions.firstIndex(of: edge.from) else { continue }
        let bucket = flow.graph[edge.to].name == "B0" ? 0 : 1
        let wakes = system.triggers.contains { trigger in
          trigger.bucket == bucket && !system.isOff[trigger.function]
            && system.writes[from].contains { write in
              write.bucket == bucket
                && GlobTests.texts.contains {
                  GlobTests.matches(write.keys[...], $0[...]) && $0.hasPrefix(trigger.prefix)
                    && $0.hasSuffix(trigger.suffix)
                }
            }
        }
        #expect((edge.cut == nil) == wakes, "\(edge) of \(system)")
        if edge.cut == nil { drawn += 1 } else { dashed += 1 }
      }
    }
    #expect(dashed > 300 && drawn > 300)
  }
}
