import Infrastructure

/// What is known about an event's content, as far as patterns ask for it.
indirect enum EventValue: Sendable {
  /// The event has no such field.
  case absent
  /// The field may hold anything or be missing.
  case unknown
  /// The field holds some text.
  case anyText
  /// The field holds a text that code chooses, which can't begin with `aws.`.
  case sourceOfCode
  /// The field holds a text that one of the patterns describes.
  case texts([Glob])
  /// The field holds the name or ARN of a resource.
  case resource(ResourceID, Text)
  /// An object; whether it may have fields besides those listed.
  case object([String: EventValue], othersUnknown: Bool)

  subscript(field: String) -> EventValue {
    switch self {
    case .object(let fields, let othersUnknown): fields[field] ?? (othersUnknown ? .unknown : .absent)
    case .absent, .anyText, .sourceOfCode, .texts, .resource: .absent
    case .unknown: .unknown
    }
  }
}

/// Whether something known in part meets a condition.
enum Verdict: Int, Sendable, Comparable {
  case never
  case maybe
  case surely

  static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }

  /// The verdict on the opposite condition.
  var opposite: Verdict {
    switch self {
    case .never: .surely
    case .maybe: .maybe
    case .surely: .never
    }
  }
}
