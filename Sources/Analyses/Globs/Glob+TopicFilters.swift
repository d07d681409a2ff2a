/// One part of an MQTT topic filter (IoT developer guide, "MQTT topics"; 2026-11-25).
private enum TopicPart {
  case byte(UInt8)
  /// `+`: whatever one level holds.
  case level
  /// `#`, or a part that isn't known: anything, further levels included.
  case rest

  init(_ item: Glob.Item) {
    switch item {
    case .byte(UInt8(ascii: "+")): self = .level
    case .byte(UInt8(ascii: "#")), .symbol, .run, .anyByte: self = .rest
    case .byte(let byte): self = .byte(byte)
    }
  }

  var isOpen: Bool {
    switch self {
    case .byte: false
    case .level, .rest: true
    }
  }

  /// Whether a character of the topic may be one that the pattern's item stands for too.
  func shares(_ item: Glob.Item) -> Bool {
    guard case .byte(let wanted) = item else { return true }
    switch self {
    case .byte(let byte): return byte == wanted
    case .level: return wanted != UInt8(ascii: "/")
    case .rest: return true
    }
  }
}

extension Glob {
  /// Whether some topic that the pattern allows passes an MQTT topic filter; only a no is certain.
  func meets(topicFilter: [Item]) -> Bool {
    var pattern = items[...]
    var filter = topicFilter[...]
    while let item = pattern.first, item == filter.first, item != .run, !Glob.isTopicWildcard(item) {
      pattern.removeFirst()
      filter.removeFirst()
    }
    return Glob.meet(Array(pattern), filter.map(TopicPart.init))
  }

  private static func isTopicWildcard(_ item: Item) -> Bool {
    item == .byte(UInt8(ascii: "+")) || item == .byte(UInt8(ascii: "#"))
  }

  /// Walks pattern and filter at once: whether their ends are reached together on some way.
  private static func meet(_ pattern: [Item], _ filter: [TopicPart]) -> Bool {
    var row = [Bool](repeating: false, count: filter.count + 1)
    row[0] = true
    for position in 0...pattern.count {
      var next = [Bool](repeating: false, count: filter.count + 1)
      let item = position < pattern.count ? pattern[position] : nil
      let isRun = item.map(isRun) ?? false
      for place in row.indices where row[place] {
        let part = place < filter.count ? filter[place] : nil
        // What is open on either side may be empty.
        if let part, part.isOpen { row[place + 1] = true }
        if isRun { next[place] = true }
        guard let item, let part, part.shares(item) else { continue }
        if isRun, !part.isOpen { row[place + 1] = true }
        if !isRun { next[part.isOpen ? place : place + 1] = true }
      }
      if position == pattern.count { break }
      row = next
    }
    return row[filter.count]
  }

  private static func isRun(_ item: Item) -> Bool {
    switch item {
    case .run, .symbol: true
    case .byte, .anyByte: false
    }
  }
}
