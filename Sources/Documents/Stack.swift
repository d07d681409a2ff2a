/// The finished children of the collections that are still open, innermost last.
///
/// A collection that ends takes its children out, into memory of exactly their size.
struct Stack<Element: TreePart>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>?
  private var capacity = 0
  private(set) var count = 0

  deinit { base?.deallocate() }

  mutating func push(_ element: Element) {
    if count == capacity { grow() }
    base?[count] = element
    count += 1
  }

  /// Takes out everything above the first `kept` elements.
  mutating func take(above kept: Int, into arena: inout Arena) -> Children<Element> {
    guard let base, kept >= 0, kept < count else { return Children() }
    defer { count = kept }
    return arena.keep(base + kept, count: count - kept)
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: max(capacity * 2, 64))
    if let base { larger.update(from: base, count: count) }
    base?.deallocate()
    base = larger
    capacity = max(capacity * 2, 64)
  }
}
