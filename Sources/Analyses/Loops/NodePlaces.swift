import Infrastructure

/// Which node of a web is at which place, so that none is there twice.
struct NodePlaces: Sendable {
  /// By resource, those of which no more is known.
  ///
  /// That is what runs and was woken in the usual way, or else what holds some event; no resource is both.
  private var plain: [Int32]
  private var others: [EventWeb.Node: Int] = [:]

  init(resources count: Int) { plain = Array(repeating: -1, count: count) }

  /// The place of a node; of a new one, the place that it gets.
  mutating func place(of node: EventWeb.Node, orNew next: Int) -> Int {
    guard let resource = node.plainResource else { return others.place(of: node, orNew: next) }
    if plain[resource.index] < 0 { plain[resource.index] = Int32(clamping: next) }
    return Int(plain[resource.index])
  }
}

extension EventWeb.Node {
  /// The resource, where no more is known of the node.
  fileprivate var plainResource: ResourceID? {
    switch self {
    case .identity(let id, let waking): waking.isUsual ? id : nil
    case .holding(let id, .opaque): id
    case .holding, .permission: nil
    }
  }
}

extension Dictionary where Value == Int {
  /// The place of a key; of a new one, the place that it gets.
  mutating func place(of key: Key, orNew next: Int) -> Int {
    func read(_ place: inout Int) -> Int { place }
    return read(&self[key, default: next])
  }
}
