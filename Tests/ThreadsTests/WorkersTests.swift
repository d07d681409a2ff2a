#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

import Testing
import Threads

@Suite struct WorkersTests {
  @Test(arguments: 0...7) func resultsComeInTheOrderOfThePieces(_ pieces: Int) {
    #expect(Workers.map(pieces) { $0 * $0 } == (0..<pieces).map { $0 * $0 })
  }

  @Test(arguments: [0, 1, 2, 3, 10, 1_001], 1...4) func everyItemIsInOnePiece(_ count: Int, _ pieces: Int) {
    let ranges = Workers.ranges(of: count, pieces: pieces)
    #expect(ranges.count == pieces)
    #expect(ranges.flatMap { Array($0) } == Array(0..<count))
    let sizes = ranges.map(\.count)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
  }

  @Test func littleWorkIsOnePiece() {
    #expect(Workers.pieces(of: 0, atLeast: 10) == 1)
    #expect(Workers.pieces(of: 19, atLeast: 10) == 1)
    #expect(Workers.pieces(of: 20, atLeast: 10) <= 2)
    #expect(Workers.pieces(of: 1_000_000, atLeast: 0) <= 4)
  }

  @Test func eachPieceHasItsOwnThread() {
    let threads = Workers.map(4) { _ in "\(pthread_self())" }
    #expect(threads[0] == "\(pthread_self())")
    #expect(!threads.dropFirst().contains(threads[0]))
  }

  @Test func sumsOfRangesAddUp() {
    let sums = Workers.map(10_000, atLeast: 100) { $0.reduce(0, +) }
    #expect(sums.reduce(0, +) == 49_995_000)
  }

  @Test func aThreadHasRoomForDeepRecursion() {
    @Sendable func depth(_ left: Int) -> Int { left == 0 ? 0 : depth(left - 1) + 1 }
    #expect(Workers.map(2) { _ in depth(20_000) } == [20_000, 20_000])
  }

  @Test(arguments: [Int.min, -1, 0, 1, 3 << 20, Int.max]) func anyAmountOfMemoryMayBeAskedFor(_ size: Int) {
    Heap.reserve(size)
    #expect([UInt8](repeating: 7, count: 5 << 20).allSatisfy { $0 == 7 })
  }
}
