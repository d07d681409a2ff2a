/// The finished children of the collections that are still open, innermost last.
///
/// A collection that ends takes its children out, into memory of exactly their size.
struct Stack<Element: TreePart>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 64) {
    self.capacity = max(capacity, 1)
    base = .allocate(capacity: self.capacity)
  }

  deinit {
    base.deallocate()
  }

  mutating func push(_ element: Element) {
    if count == capacity { grow() }
    (base + count).initialize(to: element)
    count += 1
  }

  /// Takes out everything above the first `kept` elements.
  mutating func take(above kept: Int, into arena: inout Arena) -> Children<Element> {
    let start = min(max(kept, 0), count)
    let taken = count - start
    count = start
    return arena.keep(base + start, count: taken)
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}
