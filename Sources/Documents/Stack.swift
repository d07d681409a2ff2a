/// What is open or not put into a collection yet, innermost last.
struct Stack<Element: BitwiseCopyable>: ~Copyable {
  private static var smallest: Int { 64 }

  private var base: UnsafeMutablePointer<Element>?
  private var capacity = 0
  private(set) var count = 0

  deinit { base?.deallocate() }

  /// Where the innermost element is, until another one is pushed; nil where there is none.
  @inline(__always)
  var top: UnsafeMutablePointer<Element>? { count > 0 ? base.map { $0 + (count - 1) } : nil }

  @inline(__always)
  mutating func push(_ element: Element) {
    if count == capacity { grow() }
    base?[count] = element
    count += 1
  }

  @inline(__always)
  mutating func pop() -> Element? {
    guard let top else { return nil }
    count -= 1
    return top.pointee
  }

  /// The innermost element that meets a condition.
  func last(where condition: (Element) -> Bool) -> Element? {
    UnsafeBufferPointer(start: base, count: count).last(where: condition)
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: max(capacity * 2, Self.smallest))
    if let base { larger.initialize(from: base, count: count) }
    base?.deallocate()
    base = larger
    capacity = max(capacity * 2, Self.smallest)
  }
}

extension Stack where Element: TreePart {
  /// Takes out everything above the first `kept` elements.
  mutating func take(above kept: Int, into arena: inout Arena) -> Children<Element> {
    guard let base, kept >= 0, kept < count else { return Children() }
    defer { count = kept }
    return arena.keep(base + kept, count: count - kept)
  }
}
