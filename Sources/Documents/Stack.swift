/// The finished children of the collections that are still open, innermost last.
///
/// A collection that ends takes its children out as an array of exactly their number: one allocation each, and no child
/// is copied.
struct Stack<Element>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 64) {
    self.capacity = max(capacity, 1)
    base = .allocate(capacity: self.capacity)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  mutating func push(_ element: consuming Element) {
    if count == capacity { grow() }
    (base + count).initialize(to: element)
    count += 1
  }

  /// Takes out everything above the first `kept` elements.
  mutating func take(above kept: Int) -> [Element] {
    let start = min(max(kept, 0), count)
    let taken = count - start
    guard taken > 0 else { return [] }
    count = start
    return Array(unsafeUninitializedCapacity: taken) { buffer, initialized in
      buffer.baseAddress?.moveInitialize(from: base + start, count: taken)
      initialized = taken
    }
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}
