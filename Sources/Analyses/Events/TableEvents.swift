import Diagnostics
import Infrastructure

/// Which stream records a write causes, and whether a filter lets them through.
///
/// Source: Amazon DynamoDB Developer Guide, "Change data capture for DynamoDB Streams", 2025-11.
enum TableEvents {
  static func names(of action: String) -> Set<String> {
    switch action {
    case "dynamodb:PutItem", "dynamodb:UpdateItem": ["INSERT", "MODIFY"]
    case "dynamodb:PartiQLInsert": ["INSERT"]
    case "dynamodb:PartiQLUpdate": ["MODIFY"]
    case "dynamodb:DeleteItem", "dynamodb:PartiQLDelete": ["REMOVE"]
    default: ["INSERT", "MODIFY", "REMOVE"]
    }
  }

  /// Whether the records of a write get past the filters of a mapping or pipe.
  static func passage(
    _ event: EventClass, through patterns: [EventPattern], of table: ResourceID, settings: Table?
  ) -> Passage {
    let next = EventClass(origin: .record(table), emission: event.emission)
    guard !patterns.isEmpty else { return .passes(next, doubt: nil) }
    var produced = event.emission.map { Set($0.actions.flatMap(names)) } ?? ["INSERT", "MODIFY", "REMOVE"]
    if settings?.hasTimeToLive.isUnset == false, settings?.hasTimeToLive.value != false { produced.insert("REMOVE") }
    var reasons: [String] = []
    var doubt: Loop.Doubt?
    for pattern in patterns {
      if let wanted = eventNames(pattern), wanted.isDisjoint(with: produced) {
        reasons.append("the write causes no \(wanted.sorted().joined(separator: " or ")) record")
      } else if asksForImage(pattern), settings?.streamView.value == "KEYS_ONLY" {
        reasons.append("the stream carries keys only")
      } else if pattern.fields.allSatisfy({ name(of: $0) == "eventName" }) {
        return .passes(next, doubt: nil)
      } else {
        doubt = Loop.Doubt(span: pattern.span, sentence: "loops only if its writes match the filter of the mapping")
      }
    }
    guard let doubt else { return .cut(reasons.first ?? "no filter lets it through") }
    return .passes(next, doubt: doubt)
  }

  /// The event names that a pattern asks for; nil where it asks for none or one isn't known.
  private static func eventNames(_ pattern: EventPattern) -> Set<String>? {
    for case .leaf(let name, let matchers) in pattern.fields where name == "eventName" {
      var names: Set<String> = []
      for matcher in matchers {
        guard case .equals(.string(let text)) = matcher, let known = text.known else { return nil }
        names.insert(known)
      }
      return names
    }
    return nil
  }

  private static func asksForImage(_ pattern: EventPattern) -> Bool {
    pattern.fields.contains { field in
      guard case .object("dynamodb", let fields) = field else { return false }
      return fields.contains { name(of: $0) == "NewImage" || name(of: $0) == "OldImage" }
    }
  }

  private static func name(of field: EventPattern.Field) -> String {
    switch field {
    case .object(let name, _), .leaf(let name, _), .unresolved(let name): name
    case .anyOf: "$or"
    }
  }
}
