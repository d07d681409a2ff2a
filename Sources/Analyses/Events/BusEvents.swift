import Diagnostics
import Infrastructure

/// Whether an event on a bus matches a rule's pattern.
struct BusEvents {
  let graph: ResourceGraph

  /// Whether what is known of an event on a bus gets past a rule.
  func passage(_ event: EventClass, through patterns: [EventPattern]) -> Passage {
    var reason: String?
    var doubt: Loop.Doubt?
    for pattern in patterns {
      let (answer, why) = answer(event, pattern.fields, pattern)
      switch answer {
      case .yes: return .passes(event, doubt: nil)
      case .no: reason = why
      case .maybe:
        doubt = Loop.Doubt(
          span: pattern.span, sentence: "loops only if it also sends events that match \(BusEvents.shape(pattern))")
      }
    }
    guard let doubt else { return .cut(reason ?? "no pattern lets it through") }
    return .passes(event, doubt: doubt)
  }

  /// The answer for fields that must all match, and why not where it is no.
  private func answer(_ event: EventClass, _ fields: [EventPattern.Field], _ pattern: EventPattern) -> (Answer, String?)
  {
    var result = Answer.yes
    for field in fields {
      let (answer, why) = answer(event, field, pattern)
      if answer == .no { return (.no, why) }
      result = result && answer
    }
    return (result, nil)
  }

  private func answer(_ event: EventClass, _ field: EventPattern.Field, _ pattern: EventPattern) -> (Answer, String?) {
    switch field {
    case .leaf("source", let matchers): return (source(event, matchers), "the rule asks for another source")
    case .leaf("detail-type", let matchers):
      let known = detailTypes(event)
      return (known.isEmpty ? .maybe : matchers.match(anyOf: known), "the rule asks for another detail type")
    case .leaf("resources", let matchers): return (resources(event, matchers), "the rule asks for another resource")
    case .object("detail", let fields): return detail(event, fields)
    case .leaf("account", _), .leaf("region", _), .leaf("version", _), .leaf("id", _), .leaf("time", _):
      return (.yes, nil)
    case .anyOf(let alternatives):
      let answers = alternatives.map { answer(event, $0, pattern).0 }
      return (answers.reduce(Answer.no) { $0 || $1 }, "no alternative lets it through")
    case .leaf, .object, .unresolved: return (.maybe, nil)
    }
  }

  /// Code can send any source but those that begin with `aws.`, which EventBridge refuses from it.
  private func source(_ event: EventClass, _ matchers: [EventPattern.Matcher]) -> Answer {
    switch event.origin {
    case .object: return matchers.match("aws.s3")
    case .invocationResult: return matchers.match("lambda")
    case .executionStatus: return matchers.match("aws.states")
    case .record: return .maybe
    case .written:
      if let sources = event.emission?.sources, !sources.isEmpty {
        return matchers.match(anyOf: sources.map { Text($0) })
      }
      return matchers.allSatisfy(BusEvents.asksForService) ? .no : .maybe
    }
  }

  private static func asksForService(_ matcher: EventPattern.Matcher) -> Bool {
    switch matcher {
    case .equals(.string(let text)): text.raw.hasPrefix("aws.")
    case .prefix(let text, _): text.raw.hasPrefix("aws.")
    case .equals, .suffix, .equalsIgnoringCase, .wildcard, .anythingBut, .anythingButMatching, .exists, .numeric, .cidr,
      .unresolved:
      false
    }
  }

  private func detailTypes(_ event: EventClass) -> [Text] {
    switch event.origin {
    case .object: return (event.emission?.actions ?? []).flatMap(ObjectEvents.detailTypes).map { Text($0) }
    case .invocationResult(let succeeded):
      return [Text("Lambda Function Invocation Result - " + (succeeded ? "Success" : "Failure"))]
    case .executionStatus: return ["Step Functions Execution Status Change"]
    case .record, .written: return (event.emission?.detailTypes ?? []).map { Text($0) }
    }
  }

  private func resources(_ event: EventClass, _ matchers: [EventPattern.Matcher]) -> Answer {
    guard case .object(let bucket) = event.origin else { return .maybe }
    return matchers.reduce(Answer.no) { answer, matcher in
      guard case .equals(.string(let text)) = matcher,
        let named = graph.resource(text, expecting: .bucket, scope: graph[bucket].scope)
      else { return answer || matcher.matches(Text("arn:aws:s3:::" + graph[bucket].physicalName.raw)) }
      return answer || (named == bucket ? .yes : .no)
    }
  }

  private func detail(_ event: EventClass, _ fields: [EventPattern.Field]) -> (Answer, String?) {
    if case .executionStatus(let machine) = event.origin { return status(of: machine, fields) }
    guard case .object(let bucket) = event.origin else { return (.maybe, nil) }
    var result = Answer.yes
    for field in fields {
      switch field {
      case .object("bucket", let inner):
        let answer = name(of: bucket, inner)
        if answer == .no { return (.no, "the rule asks for another bucket") }
        result = result && answer
      case .object("object", let inner):
        let answer = key(event, inner)
        if answer == .no { return (.no, "the write can't make a key that the rule asks for") }
        result = result && answer
      case .object, .leaf, .anyOf, .unresolved: result = result && .maybe
      }
    }
    return (result, nil)
  }

  /// Whether a rule's detail means the executions of a state machine.
  private func status(of machine: ResourceID, _ fields: [EventPattern.Field]) -> (Answer, String?) {
    for case .leaf("stateMachineArn", let matchers) in fields {
      for case .equals(.string(let text)) in matchers {
        let named = graph.resource(text, expecting: .stateMachine, scope: graph[machine].scope)
        return named == machine
          ? (.maybe, nil) : named != nil ? (.no, "the rule asks for another state machine") : (.maybe, nil)
      }
    }
    return (.maybe, nil)
  }

  private func name(of bucket: ResourceID, _ fields: [EventPattern.Field]) -> Answer {
    for case .leaf("name", let matchers) in fields {
      let own = graph[bucket].physicalName
      return matchers.reduce(Answer.no) { answer, matcher in
        guard case .equals(.string(let text)) = matcher else { return answer || matcher.matches(own) }
        if text == own || graph.assumed(text) == graph.assumed(own) { return .yes }
        let other = graph.find(kind: .bucket, name: text, scope: graph[bucket].scope)
        return answer
          || (other != nil && other != bucket ? .no : EventPattern.Matcher.equals(.string(text)).matches(own))
      }
    }
    return .maybe
  }

  private func key(_ event: EventClass, _ fields: [EventPattern.Field]) -> Answer {
    let keys = event.emission?.keys ?? []
    for case .leaf("key", let matchers) in fields {
      return matchers.reduce(Answer.no) { $0 || key(keys.isEmpty ? ["*"] : keys, $1) }
    }
    return .maybe
  }

  private func key(_ keys: [Text], _ matcher: EventPattern.Matcher) -> Answer {
    keys.reduce(Answer.no) { answer, key in
      let overlap: KeyLanguage.Overlap
      switch matcher {
      case .prefix(let prefix, false): overlap = KeyLanguage.overlap(of: key, prefix: prefix, suffix: nil)
      case .suffix(let suffix, false): overlap = KeyLanguage.overlap(of: key, prefix: nil, suffix: suffix)
      case .wildcard(let pattern):
        let parts = pattern.split(on: "*")
        guard parts.count > 1 else { return answer || .maybe }
        let outer = KeyLanguage.overlap(of: key, prefix: parts.first, suffix: parts.last)
        overlap = outer == .all && parts.count > 2 ? .some : outer
      case .prefix, .suffix, .equals, .equalsIgnoringCase, .anythingBut, .anythingButMatching, .exists, .numeric, .cidr,
        .unresolved:
        overlap = .some
      }
      switch overlap {
      case .all: return .yes
      case .some: return answer || .maybe
      case .none: return answer
      }
    }
  }

  /// The pattern in few words, such as `source 'orders'`.
  static func shape(_ pattern: EventPattern) -> String {
    var parts: [String] = []
    for case .leaf(let name, let matchers) in pattern.fields {
      let values = matchers.compactMap { matcher -> String? in
        guard case .equals(.string(let text)) = matcher else { return nil }
        return "'\(text.description)'"
      }
      if !values.isEmpty { parts.append("\(name) \(values.joined(separator: " or "))") }
    }
    return parts.isEmpty ? "the rule's pattern" : parts.joined(separator: " and ")
  }
}
