import Diagnostics
import Infrastructure

/// Which S3 events an action causes, and whether a notification lets them through.
///
/// Source: Amazon S3 User Guide, "Event notification types and destinations" and "EventBridge", 2025-11.
enum ObjectEvents {
  /// The event families of an action, as in `s3:ObjectCreated:*`.
  static func families(of action: String) -> [String] {
    switch action {
    case "s3:PutObject", "s3:ReplicateObject": ["ObjectCreated"]
    case "s3:DeleteObject", "s3:DeleteObjectVersion": ["ObjectRemoved"]
    case "s3:PutObjectTagging", "s3:PutObjectVersionTagging": ["ObjectTagging:Put"]
    case "s3:DeleteObjectTagging", "s3:DeleteObjectVersionTagging": ["ObjectTagging:Delete"]
    case "s3:PutObjectAcl", "s3:PutObjectVersionAcl": ["ObjectAcl"]
    case "s3:RestoreObject": ["ObjectRestore"]
    case "s3:PutObjectRetention": ["ObjectRetention"]
    default: []
    }
  }

  /// The detail types that EventBridge gets for an action.
  static func detailTypes(of action: String) -> [String] {
    families(of: action).flatMap { family -> [String] in
      switch family {
      case "ObjectCreated": ["Object Created"]
      case "ObjectRemoved": ["Object Deleted"]
      case "ObjectTagging:Put": ["Object Tags Added"]
      case "ObjectTagging:Delete": ["Object Tags Deleted"]
      case "ObjectAcl": ["Object ACL Updated"]
      case "ObjectRestore": ["Object Restore Initiated", "Object Restore Completed", "Object Restore Expired"]
      default: []
      }
    }
  }

  /// Whether what an emission puts into a bucket gets past a notification's event types and key filter.
  static func passage(_ event: EventClass, through filter: ObjectFilter, of bucket: ResourceID) -> Passage {
    let next = EventClass(origin: .object(bucket), emission: event.emission)
    guard let emission = event.emission else {
      return .passes(next, doubt: doubt(filter))
    }
    let families = emission.actions.flatMap(families)
    guard filter.events.isEmpty || filter.events.contains(where: { accepts($0.value, families) }) else {
      let listed = filter.events.map(\.value.description).joined(separator: ", ")
      return .cut("the write causes no \(listed) event")
    }
    return keys(emission.keys, through: filter, next)
  }

  private static func accepts(_ event: Text, _ families: [String]) -> Bool {
    guard let known = event.known else { return true }
    let name = known.hasPrefix("s3:") ? String(known.dropFirst(3)) : known
    return families.contains { family in
      name == "*" || name.hasPrefix(family)
        || family.hasPrefix(name.split(separator: ":").first.map(String.init) ?? name)
          && (name.hasSuffix("*") || !name.contains(":"))
    }
  }

  private static func keys(_ keys: [Text], through filter: ObjectFilter, _ next: EventClass) -> Passage {
    if filter.prefix.isUnset, filter.suffix.isUnset { return .passes(next, doubt: nil) }
    if filter.prefix.isUnresolved || filter.suffix.isUnresolved { return .passes(next, doubt: doubt(filter)) }
    var overlap = KeyLanguage.Overlap.none
    for key in keys.isEmpty ? ["*"] : keys {
      for decode in [false, true] {
        let prefix = filter.prefix.value.map { decode ? KeyLanguage.decoded($0) : $0 }
        let suffix = filter.suffix.value.map { decode ? KeyLanguage.decoded($0) : $0 }
        switch KeyLanguage.overlap(of: key, prefix: prefix, suffix: suffix) {
        case .all: return .passes(next, doubt: nil)
        case .some: overlap = .some
        case .none: break
        }
      }
    }
    if overlap == .none { return .cut("the write can't make a key that matches \(shape(filter))") }
    return .passes(next, doubt: doubt(filter))
  }

  /// What a filter asks of a key, such as `in/*.csv`.
  static func shape(_ filter: ObjectFilter) -> String {
    "\(filter.prefix.value?.description ?? "")*\(filter.suffix.value?.description ?? "")"
  }

  private static func doubt(_ filter: ObjectFilter) -> Loop.Doubt? {
    if filter.prefix.isUnset, filter.suffix.isUnset { return nil }
    let span = filter.prefix.isUnset ? filter.suffix.span : filter.prefix.span
    return Loop.Doubt(span: span, sentence: "loops only if it also writes \(shape(filter))")
  }
}
