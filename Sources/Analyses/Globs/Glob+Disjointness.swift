extension Glob {
  /// Whether some text can match both; only a no is certain, as unknown parts may turn out to be anything.
  ///
  /// Unknown parts that both have in the same place are the same text and fall away first.
  func intersects(_ other: Glob) -> Bool {
    let shared = min(items.count, other.items.count)
    var start = 0
    while start < shared, items[start] == other.items[start], items[start] != .run { start += 1 }
    var (end, otherEnd) = (items.count, other.items.count)
    while min(end, otherEnd) > start, items[end - 1] == other.items[otherEnd - 1], items[end - 1] != .run {
      end -= 1
      otherEnd -= 1
    }
    let left = items[start..<end]
    let right = other.items[start..<otherEnd]
    if left.isEmpty, right.isEmpty { return true }
    if let a = left.first, let b = right.first, !Glob.canBeEqual(a, b) { return false }
    if let a = left.last, let b = right.last, !Glob.canBeEqual(a, b) { return false }
    return Glob.intersect(left.map(Glob.widened), right.map(Glob.widened))
  }

  private static func widened(_ item: Item) -> Item {
    switch item {
    case .symbol: .run
    case .byte, .anyByte, .run: item
    }
  }

  private static func canBeEqual(_ left: Item, _ right: Item) -> Bool {
    guard case .byte(let a) = left, case .byte(let b) = right else { return true }
    return a == b
  }

  /// Walks both patterns at once: whether their ends are reached together on some way.
  private static func intersect(_ left: [Item], _ right: [Item]) -> Bool {
    let width = right.count + 1
    var row = [Bool](repeating: false, count: width)
    row[0] = true
    for i in 0...left.count {
      var next = [Bool](repeating: false, count: width)
      for j in 0..<width where row[j] {
        let a = i < left.count ? left[i] : nil
        let b = j < right.count ? right[j] : nil
        // A run may end here or take in what the other pattern asks for next.
        if b == .run || (a == .run && b != nil) { row[j + 1] = true }
        if a == .run || (b == .run && a != nil) { next[j] = true }
        if let a, let b, a != .run, b != .run, canBeEqual(a, b) { next[j + 1] = true }
      }
      if i == left.count { break }
      row = next
    }
    return row[right.count]
  }
}
