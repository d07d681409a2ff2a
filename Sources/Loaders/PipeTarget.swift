import Infrastructure

/// How a pipe hands events to its target, in every format.
enum PipeTarget {
  /// Functions and state machines are waited for unless they are told not to answer; everything else just takes the event.
  ///
  /// Source: EventBridge Pipes API reference, "PipeTargetLambdaFunctionParameters", 2026-11.
  static func mode(_ target: Text?, invocation: String?) -> Relation.Mode {
    guard let kind = target.flatMap({ Locator.parse($0) })?.kind, kind == .function || kind == .stateMachine,
      invocation != "FIRE_AND_FORGET"
    else { return .async }
    return .sync
  }
}
