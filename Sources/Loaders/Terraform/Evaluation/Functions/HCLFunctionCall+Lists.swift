import Diagnostics
import Infrastructure
import OrderedCollections

extension HCLFunctionCall {
  /// Functions on lists.
  var lists: HCLValue? {
    switch name {
    case "length": length
    case "concat": list(arguments.flatMap { evaluator.expanded($0).list ?? ($0.isNull ? [] : [$0]) })
    case "flatten": items(0).map { list(flattened($0, depth: 0)) }
    case "compact": items(0).map { list($0.filter { !$0.isNull && $0.string != "" }) }
    case "element": element
    case "contains": contains
    case "index": position
    case "one": one
    case "reverse": items(0).map { list($0.reversed()) }
    case "slice": slice
    case "sort": sorted
    case "range": range
    case "coalescelist": arguments.first { evaluator.expanded($0).list?.isEmpty != true && !$0.isNull } ?? error
    case "coalesce": arguments.first { !$0.isNull && $0.string != "" && !$0.isError } ?? error
    case "alltrue": decision(decisive: false)
    case "anytrue": decision(decisive: true)
    case "chunklist": chunks
    default: nil
    }
  }

  /// The items of an argument that is a list; those of an object for functions that take its values.
  func items(_ index: Int) -> [HCLValue]? { evaluator.expanded(self[index]).list }

  private var length: HCLValue? {
    let value = evaluator.expanded(self[0])
    if let count = value.list?.count ?? value.object?.count { return number(Double(count)) }
    if case .text(let text) = value.kind, let known = text.known { return number(Double(known.count)) }
    return nil
  }

  private func flattened(_ items: [HCLValue], depth: Int) -> [HCLValue] {
    guard depth < 50 else { return items }
    return items.flatMap { item in
      evaluator.expanded(item).list.map { flattened($0, depth: depth + 1) } ?? [item]
    }
  }

  private var element: HCLValue? {
    guard let items = items(0) else { return nil }
    guard !items.isEmpty else { return error }
    guard let index = self[1].integer else { return items.count == 1 ? items[0] : nil }
    let position = index % items.count
    return items[position < 0 ? position + items.count : position]
  }

  private var contains: HCLValue? {
    guard let items = items(0) else { return nil }
    let answers = items.map { evaluator.equality($0, self[1]) }
    if answers.contains(true) { return bool(true) }
    return answers.contains(nil) ? nil : bool(false)
  }

  private var position: HCLValue? {
    guard let items = items(0) else { return nil }
    let found = items.firstIndex { evaluator.equality($0, self[1]) == true }
    return found.map { number(Double($0)) } ?? (items.allSatisfy(\.isKnown) ? error : nil)
  }

  private var one: HCLValue? {
    guard let items = items(0) else { return nil }
    return items.isEmpty ? .null(span) : items.count == 1 ? items[0] : error
  }

  private var slice: HCLValue? {
    guard let items = items(0), let start = self[1].integer, let end = self[2].integer else { return nil }
    guard start >= 0, start <= end, end <= items.count else { return error }
    return list(Array(items[start..<end]))
  }

  private var sorted: HCLValue? {
    guard let items = items(0), items.allSatisfy({ $0.string != nil }) else { return nil }
    return list(items.sorted { ($0.string ?? "") < ($1.string ?? "") })
  }

  /// Terraform makes at most 1,024 numbers.
  private var range: HCLValue? {
    let numbers = arguments.compactMap(\.number)
    guard numbers.count == arguments.count, (1...3).contains(numbers.count) else { return nil }
    let start = numbers.count == 1 ? 0 : numbers[0]
    let end = numbers.count == 1 ? numbers[0] : numbers[1]
    let step = numbers.count == 3 ? numbers[2] : end < start ? -1 : 1
    guard step != 0, step.isFinite, start.isFinite else { return error }
    var items: [HCLValue] = []
    var value = start
    while step > 0 ? value < end : value > end {
      guard items.count < 1024 else { return error }
      items.append(number(value))
      value += step
    }
    return list(items)
  }

  private func decision(decisive: Bool) -> HCLValue? {
    guard let items = items(0) else { return nil }
    if items.contains(where: { $0.bool == decisive }) { return bool(decisive) }
    return items.allSatisfy { $0.bool != nil } ? bool(!decisive) : nil
  }

  private var chunks: HCLValue? {
    guard let items = items(0), let size = self[1].integer, size > 0 else { return nil }
    return list(
      stride(from: 0, to: items.count, by: size).map { list(Array(items[$0..<min(items.count, $0 + size)])) })
  }
}
