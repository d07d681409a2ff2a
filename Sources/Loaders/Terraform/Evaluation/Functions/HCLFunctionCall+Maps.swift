import Diagnostics
import Infrastructure
import OrderedCollections

extension HCLFunctionCall {
  /// Functions on maps and objects.
  var maps: HCLValue? {
    switch name {
    case "merge": merged
    case "lookup": looked
    case "keys": entries(0).map { list($0.keys.sorted().map(string)) }
    case "values": entries(0).map { entries in list(entries.keys.sorted().compactMap { entries[$0] }) }
    case "zipmap": zipped
    default: nil
    }
  }

  private func entries(_ index: Int) -> OrderedDictionary<String, HCLValue>? {
    let value = evaluator.expanded(self[index])
    if let list = value.list, list.isEmpty { return [:] }
    return value.object
  }

  /// What isn't known of the maps leaves out its entries; the others still count.
  private var merged: HCLValue? {
    var result: OrderedDictionary<String, HCLValue> = [:]
    var isKnown = arguments.isEmpty
    for index in arguments.indices {
      guard let entries = entries(index) else {
        isKnown = isKnown || self[index].isNull
        continue
      }
      isKnown = true
      for (key, value) in entries { result[key] = value }
    }
    let span = arguments.first { $0.object?.isEmpty == false }?.span ?? span
    return isKnown ? HCLValue(.object(result), span) : nil
  }

  private var looked: HCLValue? {
    guard let entries = entries(0), let key = self[1].string else { return nil }
    if let value = entries[key] { return value }
    return arguments.count > 2 ? self[2] : error
  }

  private var zipped: HCLValue? {
    guard let keys = items(0), let values = items(1) else { return nil }
    guard keys.count == values.count else { return error }
    var result: OrderedDictionary<String, HCLValue> = [:]
    for (key, value) in zip(keys, values) { result[key.string ?? evaluator.text(key).raw] = value }
    return HCLValue(.object(result), span)
  }
}

extension HCLFunctionCall {
  /// Functions on sets.
  var sets: HCLValue? {
    switch name {
    case "distinct": items(0).map { evaluator.distinct(list($0), sorts: false) }
    case "toset": items(0).map { evaluator.distinct(list($0)) }
    case "setunion": all.map { evaluator.distinct(list($0.flatMap { $0 })) }
    case "setintersection": all.map { sets in list((sets.first ?? []).filter { item in isIn(all: sets, item) }) }
    case "setsubtract": subtracted
    case "setproduct": product
    default: nil
    }
  }

  private var all: [[HCLValue]]? {
    let sets = arguments.indices.compactMap(items)
    return sets.count == arguments.count ? sets : nil
  }

  private func isIn(all sets: [[HCLValue]], _ item: HCLValue) -> Bool {
    sets.allSatisfy { $0.contains { evaluator.equality($0, item) == true } }
  }

  private var subtracted: HCLValue? {
    guard let from = items(0), let what = items(1) else { return nil }
    return list(from.filter { item in !what.contains { evaluator.equality($0, item) == true } })
  }

  private var product: HCLValue? {
    guard let sets = all else { return nil }
    var rows: [[HCLValue]] = [[]]
    for set in sets {
      guard rows.count.multipliedReportingOverflow(by: set.count).partialValue <= 10_000, set.count <= 10_000 else {
        return nil
      }
      rows = rows.flatMap { row in set.map { row + [$0] } }
    }
    return list(rows.map(list))
  }
}
