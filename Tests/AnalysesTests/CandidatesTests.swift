import Infrastructure
import Testing

@testable import Analyses

struct CandidatesTests {
  @Test func aStackIsNearThoseThatHoldItAndThoseInIt() {
    let scopes = ["a", "a/b", "a", "a-b", "ab", "a/b/c", "a/d", "c", "a/b"]
    var candidates = Candidates(resources: scopes.count + 1)
    for (place, scope) in scopes.enumerated() { candidates.insert(ResourceID(place), .queue, beside: scope) }
    candidates.sort()
    func near(_ scope: String) -> [Int] {
      candidates.byKind[Int(ResourceKind.queue.rawValue)]?.near(scope).map(\.index) ?? []
    }
    #expect(near("a") == [0, 1, 2, 5, 6, 8])
    #expect(near("a/b") == [0, 1, 2, 5, 8])
    #expect(near("a/b/x") == [0, 1, 2, 8])
    #expect(near("ab") == [4])
    #expect(near("b") == [])
    #expect(candidates.byKind[Int(ResourceKind.topic.rawValue)] == nil)
    #expect(candidates.contains(ResourceID(8)))
    #expect(!candidates.contains(ResourceID(9)))
  }
}
