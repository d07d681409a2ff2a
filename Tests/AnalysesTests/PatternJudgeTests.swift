import Diagnostics
import Infrastructure
import Testing

@testable import Analyses

/// Verdicts on patterns against enumeration of all texts that a field may hold.
struct PatternJudgeTests {
  private static let letters: [Character] = ["a", "b"]

  private static func matcher(_ numbers: inout FixedRandom) -> EventPattern.Matcher {
    let text = Text(GlobTests.random(letters, upTo: 2, &numbers))
    switch Int.random(in: 0..<7, using: &numbers) {
    case 0: return .equals(.string(text))
    case 1: return .prefix(text, ignoringCase: false)
    case 2: return .suffix(text, ignoringCase: true)
    case 3: return .wildcard(Text(GlobTests.random(["a", "b", "*"], upTo: 3, &numbers)))
    case 4: return .anythingBut([.string(text), .string("ab")])
    case 5: return .anythingButMatching([.prefix(text, ignoringCase: false)])
    default: return .exists(Bool.random(using: &numbers))
    }
  }

  private static func accepts(_ matcher: EventPattern.Matcher, _ text: String) -> Bool {
    switch matcher {
    case .equals(.string(let wanted)): text == wanted.raw
    case .prefix(let wanted, _): text.hasPrefix(wanted.raw)
    case .suffix(let wanted, _): text.hasSuffix(wanted.raw)
    case .wildcard(let pattern): GlobTests.matches(pattern.raw[...], text[...])
    case .anythingBut(let scalars): !scalars.contains { $0 == .string(Text(text)) }
    case .anythingButMatching(let matchers): !matchers.contains { accepts($0, text) }
    case .exists(let exists): exists
    case .equals, .equalsIgnoringCase, .numeric, .cidr, .unresolved: false
    }
  }

  @Test func aVerdictHoldsForEveryTextTheFieldMayHold() {
    let judge = PatternJudge(graph: GraphBuilder().finish())
    var numbers = FixedRandom(seed: 7)
    var verdicts: [Verdict: Int] = [:]
    for _ in 0..<3_000 {
      let matchers = (0...1).map { _ in PatternJudgeTests.matcher(&numbers) }
      let globs = (0...1).map { _ in GlobTests.random(["a", "b", "*"], upTo: 3, &numbers) }
      let value = EventValue.object(["source": .texts(globs.map { Glob(pattern: Text($0)) })], othersUnknown: true)
      let verdict = judge.verdict([.leaf(name: "source", matchers: matchers)], value)
      verdicts[verdict, default: 0] += 1
      let possible = GlobTests.texts.filter { text in globs.contains { GlobTests.matches($0[...], text[...]) } }
      let accepted = possible.filter { text in matchers.contains { PatternJudgeTests.accepts($0, text) } }
      switch verdict {
      case .never: #expect(accepted.isEmpty, "\(matchers) on \(globs)")
      case .surely: #expect(accepted.count == possible.count, "\(matchers) on \(globs)")
      case .maybe: break
      }
      // Whatever can be told apart by plain texts is told apart.
      if !globs.contains(where: { $0.contains("*") }), matchers.count == 2, globs[0] == globs[1] {
        #expect((verdict == .never) == accepted.isEmpty)
      }
    }
    #expect(verdicts.count == 3)
  }

  @Test func siblingFieldsMustAllMatchAndAlternativesNeedOne() {
    let judge = PatternJudge(graph: GraphBuilder().finish())
    let value = EventValue.object(["a": .texts([Glob(literal: "x")]), "b": .absent], othersUnknown: false)
    #expect(judge.verdict([leaf("a", "x"), leaf("b", "y")], value) == .never)
    #expect(judge.verdict([.anyOf([[leaf("a", "x")], [leaf("b", "y")]])], value) == .surely)
    #expect(judge.verdict([.leaf(name: "b", matchers: [.exists(false)])], value) == .surely)
    #expect(judge.verdict([.leaf(name: "c", matchers: [.exists(true)])], value) == .never)
    #expect(judge.verdict([.unresolved(name: "a")], value) == .maybe)
  }
}
