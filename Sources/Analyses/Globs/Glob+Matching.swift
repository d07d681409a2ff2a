/// How a name's unknown parts are compared with a pattern.
enum SymbolReading: Sendable {
  /// An unknown part is equal to itself only.
  case strict
  /// An unknown part may be any text, so that a match is only possible.
  case loose
}

extension Glob {
  /// What may follow a text so that the whole matches: one remaining pattern for each way to match it.
  ///
  /// - Parameter name: bytes, symbols and, where it is a pattern itself, wildcards that this pattern must absorb.
  /// - Returns: empty when the pattern can't begin with the text.
  func residuals(after name: [Item], reading: SymbolReading = .strict) -> [Glob] {
    guard let reached = positions(after: name, reading: reading) else { return [] }
    var result: [Glob] = []
    for position in reached.indices where reached[position] {
      let rest = Glob(items: Array(items[position...]))
      if rest == .everything { return [rest] }
      // A position just behind a run is part of what the run itself leaves over.
      if position > 0, items[position - 1] == .run, reached[position - 1] { continue }
      result.append(rest)
    }
    return result
  }

  /// Whether the pattern matches all texts of another one; a name is a pattern of one text.
  ///
  /// A yes is certain; a no may be wrong where only several ways together would cover it.
  func covers(_ other: [Item], reading: SymbolReading = .strict) -> Bool {
    if reading == .strict, !hasWildcard { return items == other }
    return positions(after: other, reading: reading)?[items.count] ?? false
  }

  func covers(_ other: Glob) -> Bool { covers(other.items) }

  /// Which positions in the pattern are reached after a text, or nil when none is.
  private func positions(after name: [Item], reading: SymbolReading) -> [Bool]? {
    if reading == .strict, contradictsHead(name) { return nil }
    var current = [Bool](repeating: false, count: items.count + 1)
    current[0] = true
    passRuns(&current)
    for element in name {
      var next = [Bool](repeating: false, count: items.count + 1)
      var any = false
      for position in current.indices where current[position] {
        any = step(from: position, over: element, reading: reading, into: &next) || any
      }
      guard any else { return nil }
      passRuns(&next)
      current = next
    }
    return current
  }

  /// Whether text and pattern differ before any wildcard: the cheap answer to most questions.
  private func contradictsHead(_ name: [Item]) -> Bool {
    for (left, right) in zip(items, name) {
      switch left {
      case .run, .anyByte: return false
      case .byte, .symbol: if left != right { return true }
      }
    }
    return false
  }

  private func passRuns(_ reached: inout [Bool]) {
    for position in items.indices where reached[position] && items[position] == .run { reached[position + 1] = true }
  }

  /// Marks the positions that one element of a text leads to; returns whether there are any.
  private func step(from position: Int, over element: Item, reading: SymbolReading, into next: inout [Bool]) -> Bool {
    if reading == .loose, case .symbol = element {
      for later in position...items.count { next[later] = true }
      return true
    }
    guard position < items.count else { return false }
    switch items[position] {
    case .run: next[position] = true
    case .anyByte:
      switch element {
      case .byte, .anyByte: next[position + 1] = true
      case .run, .symbol: return false
      }
    case .byte, .symbol:
      guard items[position] == element else { return false }
      next[position + 1] = true
    }
    return true
  }
}
