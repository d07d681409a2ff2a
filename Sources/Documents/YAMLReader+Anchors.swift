import CLibYAML
import Diagnostics

extension YAMLReader {
  /// The anchored values of one document.
  struct Anchors {
    /// How many nodes the aliases of one document may stand for.
    static let budget = 1_000_000

    var values: [String: Anchored] = [:]
    /// How many nodes the aliases met so far stand for.
    var aliased = 0
  }

  struct Anchored {
    let node: Node
    /// How many nodes it consists of.
    let size: Int
    /// How many collections lie within each other.
    let depth: Int

    init(_ node: Node) {
      self.node = node
      (size, depth) = Anchored.measure(node)
    }

    /// Recursion ends with the depth limit, which holds for values made of aliases as well.
    private static func measure(_ node: Node) -> (size: Int, depth: Int) {
      var size = 1
      var depth = 0
      func count(_ child: Node) {
        let inner = measure(child)
        size += inner.size
        depth = max(depth, inner.depth)
      }
      switch node.content {
      case .null, .scalar: return (1, 0)
      case .sequence(let items): items.forEach(count)
      case .mapping(let entries): entries.forEach { count($0.value) }
      }
      return (size, depth + 1)
    }
  }

  /// The value that an alias stands for, with the span of the alias.
  mutating func alias(_ event: inout yaml_event_t) throws(Problem) -> Node {
    let place = span(byte(event.start_mark), byte(event.end_mark))
    outline.isPlain = false
    guard let pointer = event.data.alias.anchor else { return Node(.null, place) }
    let name = String(cString: UnsafePointer(pointer))
    if decorations.contains(where: { $0.anchor == name }) {
      throw Problem(place, "alias '*\(name)' stands inside its own anchor")
    }
    guard let anchored = anchors.values[name] else { throw Problem(place, "alias '*\(name)' has no anchor") }
    anchors.aliased += anchored.size
    guard anchors.aliased <= Anchors.budget else {
      throw Problem(place, "aliases stand for more than \(Anchors.budget) values, an alias bomb")
    }
    guard frames.count + anchored.depth <= DocumentReader.maximumDepth else {
      throw Problem(place, "nested more than \(DocumentReader.maximumDepth) levels deep")
    }
    return Node(anchored.node.content, place)
  }

  /// A mapping's own entries after those that merge keys bring in; own keys win, and earlier sources over later ones.
  func merge(_ merges: Node.Items, under own: Node.Entries) -> Node.Entries {
    var names = Set(own.map(\.key))
    var merged: [Node.Entry] = []
    for source in merges.flatMap({ $0.isSequence ? $0.items : [$0] }) {
      for entry in source.entries where names.insert(entry.key).inserted { merged.append(entry) }
    }
    return Node.Entries(merged + own)
  }
}
