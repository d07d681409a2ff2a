/// What collections of a tree consist of: values without references, so that nothing is counted when they are copied.
@usableFromInline package protocol TreePart: BitwiseCopyable, Sendable {
  /// What stands beyond the end of every collection.
  static var nothing: Self { get }

  /// Elements in memory of their own; here, as general code would not be specialised outside this module.
  static func children(_ elements: [Self]) -> Children<Self>
}

/// The items of a sequence or the entries of a mapping: a piece of memory that is never freed.
///
/// A run reads its files, says what it found and ends, so that nothing is gained by giving trees back; in exchange, to
/// pass collections and what is in them around costs no more than to pass numbers.
///
/// Sendable, as the memory is written before the first collection of it is handed out, and never again.
@usableFromInline
package struct Children<Element: TreePart>: RandomAccessCollection, BitwiseCopyable, @unchecked Sendable {
  @usableFromInline let memory: UnsafeBufferPointer<Element>

  @inlinable init(_ memory: UnsafeBufferPointer<Element>) { self.memory = memory }

  @inlinable package init() { memory = UnsafeBufferPointer(start: nil, count: 0) }

  /// The same elements in memory of their own.
  @inlinable package init(_ elements: some Sequence<Element>) { self = Element.children(Array(elements)) }

  /// The same elements in memory of their own.
  @inlinable package init(_ elements: [Element]) { self = Element.children(elements) }

  init(copying elements: [Element]) {
    guard !elements.isEmpty else {
      self.init()
      return
    }
    let own = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = own.initialize(from: elements)
    self.init(UnsafeBufferPointer(own))
  }

  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { memory.count }
  @inlinable package var indices: Range<Int> { 0..<memory.count }
  // The general ways to these would not be specialised outside this module.
  @inlinable package var count: Int { memory.count }
  @inlinable package var isEmpty: Bool { memory.isEmpty }
  @inlinable package var first: Element? { memory.first }
  @inlinable package var last: Element? { memory.last }

  @inlinable package subscript(index: Int) -> Element {
    index >= 0 && index < memory.count ? memory[index] : .nothing
  }

  @inlinable package func makeIterator() -> UnsafeBufferPointer<Element>.Iterator { memory.makeIterator() }

  @inlinable package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try body(memory)
  }
}

extension Children: ExpressibleByArrayLiteral {
  @inlinable package init(arrayLiteral elements: Element...) { self = Element.children(elements) }
}
