/// Memory for the collections of one tree, taken in large chunks of which nothing is given back.
struct Arena: ~Copyable {
  private static let largest = 2 << 20

  private var next: UnsafeMutableRawPointer?
  private var left = 0
  private var chunk: Int

  /// - Parameter chunk: the size of the first chunk; where it is 0, each collection gets memory of its own.
  init(chunk: Int) { self.chunk = chunk }

  /// For the tree of a text of some length.
  init(for text: Int) { chunk = min(text, 64 << 10) }

  /// Elements in memory of their own.
  mutating func keep<Element>(_ elements: UnsafePointer<Element>, count: Int) -> Children<Element> {
    guard count > 0 else { return Children() }
    let memory: UnsafeMutablePointer<Element> = room(for: count)
    memory.initialize(from: elements, count: count)
    return Children(UnsafeBufferPointer(start: memory, count: count))
  }

  /// One element; by its value, as a pointer to a variable would be read beyond its end, where only elements have padding.
  mutating func keep<Element>(_ element: Element) -> Children<Element> {
    let memory: UnsafeMutablePointer<Element> = room(for: 1)
    memory.initialize(to: element)
    return Children(UnsafeBufferPointer(start: memory, count: 1))
  }

  private mutating func room<Element>(for count: Int) -> UnsafeMutablePointer<Element> {
    piece(count * MemoryLayout<Element>.stride).bindMemory(to: Element.self, capacity: count)
  }

  /// The next so many bytes, where any value may begin.
  private mutating func piece(_ size: Int) -> UnsafeMutableRawPointer {
    let size = (size + 15) & ~15
    if size <= left, let start = next {
      next = start + size
      left -= size
      return start
    }
    guard size * 2 < chunk else { return .allocate(byteCount: size, alignment: 16) }
    let start = UnsafeMutableRawPointer.allocate(byteCount: chunk, alignment: 16)
    next = start + size
    left = chunk - size
    chunk = min(chunk * 2, Arena.largest)
    return start
  }
}
