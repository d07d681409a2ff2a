import Infrastructure

/// What is known of the events at one place of the flow.
struct EventClass: Hashable {
  enum Origin: Hashable {
    /// Made by code or by a service at its own choice; the emission tells what is known.
    case written
    /// An S3 notification about an object of this bucket.
    case object(ResourceID)
    /// A DynamoDB stream record of this table.
    case record(ResourceID)
    /// What Lambda reports about an asynchronous invocation.
    case invocationResult(succeeded: Bool)
    /// What Step Functions reports about an execution of this state machine.
    case executionStatus(ResourceID)
  }

  let origin: Origin
  /// What caused it first; nil where nothing is known.
  let emission: Emission?

  static let unknown = EventClass(origin: .written, emission: nil)
}

/// Whether an event gets past one step, and what it is on the other side.
enum Passage {
  case passes(EventClass, doubt: Loop.Doubt?)
  /// It can't, and why.
  case cut(String)

  /// The same with a doubt in place of none.
  func doubting(_ doubt: Loop.Doubt?) -> Passage {
    guard let doubt, case .passes(let event, nil) = self else { return self }
    return .passes(event, doubt: doubt)
  }
}
