package import Documents

/// Some nodes in a row: those of a list, or a single one, for which no memory is asked.
package struct NodeList: RandomAccessCollection, Sendable {
  private let items: Node.Items
  private let single: Node?

  init(_ items: Node.Items = Node.Items()) {
    self.items = items
    single = nil
  }

  init(_ single: Node) {
    items = Node.Items()
    self.single = single
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { single == nil ? items.count : 1 }

  package subscript(index: Int) -> Node { single ?? items[index] }
}
