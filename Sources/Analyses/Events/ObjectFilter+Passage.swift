import Diagnostics
import Infrastructure

extension ObjectFilter {
  /// Whether a change to an object gets past the filter of an S3 notification.
  func passage(_ event: ObjectEvent) -> Passage {
    let changes = event.actions.objectChanges
    guard events.isEmpty || events.contains(where: { ObjectFilter.matches($0.value, changes) }) else {
      let wanted = events.map(\.value.description).joined(separator: ", ")
      return .cut("nothing that it may do causes \(wanted)")
    }
    if prefix.isUnset, suffix.isUnset { return .passes }
    if prefix.isUnresolved || suffix.isUnresolved {
      let span = prefix.isUnresolved ? prefix.span : suffix.span
      return .narrowed(Loop.Doubt(span: span, sentence: "loops only if the keys that it writes pass this filter"))
    }
    return keyPassage(event)
  }

  private func keyPassage(_ event: ObjectEvent) -> Passage {
    let raw = KeyLanguage(prefix: prefix.value ?? "", suffix: suffix.value ?? "")
    let readings = [raw, raw.decoded]
    let isReachable = readings.contains { reading in event.keys.contains { reading.intersects($0) } }
    guard isReachable else { return .cut("the keys that it may write never match \(raw)") }
    if readings.allSatisfy({ $0.isCovered(by: event.exceptions) }) {
      return .cut("writing keys that match \(raw) is denied")
    }
    if readings.contains(where: { reading in event.keys.contains { reading.covers($0) } }) { return .passes }
    let deciding = prefix.isUnset ? suffix.span : prefix.span
    return .narrowed(Loop.Doubt(span: deciding, sentence: "loops only if it also writes \(raw)"))
  }

  /// Whether one of the changes makes an event of a type such as `s3:ObjectCreated:*`.
  ///
  /// Source: S3 User Guide, "Event notification types and destinations", 2026-11. Which call created an object can't be
  /// told from a permission, so all kinds of creation count as one.
  static func matches(_ type: Text, _ changes: ObjectChanges) -> Bool {
    guard let name = type.known else { return true }
    let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2 else { return true }
    let isAny = parts.count < 3 || parts[2] == "*"
    switch parts[1] {
    case "ObjectCreated": return changes.contains(.created)
    case "ObjectRemoved":
      if isAny { return !changes.isDisjoint(with: [.deleted, .markedDeleted]) }
      return changes.contains(parts[2] == "DeleteMarkerCreated" ? .markedDeleted : .deleted)
    case "ObjectTagging":
      if isAny { return !changes.isDisjoint(with: [.tagged, .untagged]) }
      return changes.contains(parts[2] == "Delete" ? .untagged : .tagged)
    case "ObjectAcl": return changes.contains(.accessChanged)
    case "ObjectRestore": return changes.contains(.restored)
    case "ObjectRetention": return changes.contains(.retained)
    case "ReducedRedundancyLostObject", "Replication", "LifecycleExpiration", "LifecycleTransition",
      "IntelligentTiering", "TestEvent":
      return false
    case "*": return true
    default: return true
    }
  }
}

/// The keys that begin with a prefix and end with a suffix.
struct KeyLanguage: CustomStringConvertible {
  let prefix: Text
  let suffix: Text

  /// The values are URL-encoded: a space is `+`, other special characters are `%XX`.
  var decoded: KeyLanguage {
    KeyLanguage(prefix: KeyLanguage.decode(prefix), suffix: KeyLanguage.decode(suffix))
  }

  var description: String { suffix.isEmpty ? "\(prefix)*" : "\(prefix)*\(suffix)" }

  /// Whether some key that a pattern allows is one of these; only a no is certain where parts are unknown.
  func intersects(_ keys: Glob) -> Bool {
    guard Glob.prefix(prefix).intersects(keys), Glob.suffix(suffix).intersects(keys) else { return false }
    return fits(keys)
  }

  /// Prefix and suffix may meet in a key of fixed length: there, both are held against it at once.
  private func fits(_ keys: Glob) -> Bool {
    let head = Glob(literal: prefix).items
    let tail = Glob(literal: suffix).items
    func isFixed(_ item: Glob.Item) -> Bool {
      switch item {
      case .byte, .anyByte: true
      case .run, .symbol: false
      }
    }
    guard keys.items.allSatisfy(isFixed), head.allSatisfy(isFixed), tail.allSatisfy(isFixed) else { return true }
    guard keys.items.count >= max(head.count, tail.count) else { return false }
    let start = keys.items.count - tail.count
    return head.indices.allSatisfy { $0 < start || head[$0] == tail[$0 - start] }
  }

  /// Whether every key that a pattern allows is one of these.
  func covers(_ keys: Glob) -> Bool { Glob.prefix(prefix).covers(keys) && Glob.suffix(suffix).covers(keys) }

  /// Whether some pattern has all of these keys.
  func isCovered(by patterns: [Glob]) -> Bool {
    patterns.contains { pattern in
      pattern.covers(Glob.prefix(prefix)) || pattern.covers(Glob.suffix(suffix))
        || pattern.covers(Glob(items: Glob(literal: prefix).items + [.run] + Glob(literal: suffix).items))
    }
  }

  private static func decode(_ text: Text) -> Text {
    guard text.raw.utf8.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "%") }) else { return text }
    return text.pieces.reduce(Text("")) { result, piece in
      switch piece {
      case .symbol(let symbol): result + .symbol(symbol)
      case .literal(let literal): result + Text(decode(literal))
      }
    }
  }

  private static func decode(_ literal: String) -> String {
    var bytes: [UInt8] = []
    var rest = literal.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(Substring(rest.prefix(2))), radix: 16), rest.count >= 2 {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
