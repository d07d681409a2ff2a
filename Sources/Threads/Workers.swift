/// Work in pieces that are done at the same time, one on each thread.
///
/// Most inputs are far too small for that: whoever has work to do asks first into how many pieces it should fall. What
/// comes out must not depend on that number.
package enum Workers {
  /// The work is bound by memory, which more threads than this do not make faster.
  private static let mostPieces = 4

  /// Into how many pieces a number of items should fall.
  ///
  /// - Parameters:
  ///   - count: how many items there are.
  ///   - smallest: how many items are worth a thread, which takes about 0.1 ms to start and end.
  package static func pieces(of count: Int, atLeast smallest: Int) -> Int {
    let wanted = count / max(smallest, 1)
    return wanted < 2 ? 1 : min(wanted, mostPieces, WorkerThread.processors)
  }

  /// The items of each piece, in order; the same number in each, give or take one.
  package static func ranges(of count: Int, pieces: Int) -> [Range<Int>] {
    (0..<pieces).map { count * $0 / pieces..<count * ($0 + 1) / pieces }
  }

  /// Does each piece of work on a thread of its own, the first on the caller's.
  ///
  /// - Returns: the results in the order of the pieces.
  package static func map<Result: Sendable>(_ pieces: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
    guard pieces > 1 else { return pieces == 1 ? [work(0)] : [] }
    return withoutActuallyEscaping(work) { work in
      let others = (1..<pieces).map { piece in Piece { work(piece) } }
      let first = work(0)
      return [first] + others.map { $0.result() }
    }
  }

  /// The pieces of so many items, and what each made of its own, in order.
  package static func map<Result: Sendable>(
    _ count: Int, atLeast smallest: Int, _ work: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let ranges = ranges(of: count, pieces: pieces(of: count, atLeast: smallest))
    return map(ranges.count) { work(ranges[$0]) }
  }
}

/// A piece of work and what came out of it.
///
/// `value` is written on the thread alone, and read only after that has ended: that is why it may be shared.
private final class Piece<Result: Sendable>: @unchecked Sendable {
  private let work: @Sendable () -> Result
  private var value: Result?
  private var thread: WorkerThread?

  init(_ work: @escaping @Sendable () -> Result) {
    self.work = work
    thread = WorkerThread { self.value = work() }
  }

  /// Waits for the result; where there was no thread to be had, the work is done now.
  func result() -> Result {
    thread?.join()
    return value ?? work()
  }
}
