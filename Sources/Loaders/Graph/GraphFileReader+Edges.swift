import Diagnostics
import Documents
import Infrastructure

extension GraphFileReader {
  private enum EdgeKind: String {
    case trigger
    case write
    case forward
  }

  /// A write as a file without roles draws it.
  struct DrawnWrite {
    let from: ResourceID
    let to: End
    let via: String
    let isFirm: Bool
    let span: Span
  }

  /// Relates what triggers and forwards; returns the writes, which are permissions.
  mutating func readEdges(of root: Node, into builder: inout GraphBuilder) throws(Problem) -> [DrawnWrite] {
    var writes: [DrawnWrite] = []
    for edge in try list("edges", of: root) {
      let kind: EdgeKind = try word("kind", of: edge)
      let (from, to) = (try end("from", of: edge), try end("to", of: edge))
      let mode: Relation.Mode = try word("mode", of: edge)
      let text = try string("via", of: edge)
      if let place = try place(of: edge) { builder.note(place: place, of: edge.span) }
      let isCut = edge["cut"].map { !$0.isNull } ?? false
      if kind == .write {
        guard !isComplete, !isCut, let source = from.resource else { continue }
        let isFirm = try string("confidence", of: edge) != Confidence.possible.name
        writes.append(DrawnWrite(from: source, to: to, via: text, isFirm: isFirm, span: edge.span))
        continue
      }
      // What a function logs follows from the names, and a file that tells no filters has judged them itself.
      guard text != Via.ownLogs.rawValue, isComplete || !isCut else { continue }
      var draft = try draft(edge, from, to, mode, via: Via(rawValue: text) ?? .other)
      draft.certainty = try certainty(of: edge)
      builder.relate(draft)
    }
    return writes
  }

  /// What the confidence of a trigger says about the link.
  private func certainty(of edge: Node) throws(Problem) -> Certainty {
    switch try string("confidence", of: edge) {
    case Confidence.likely.name: .inferred
    case Confidence.possible.name: .oneOfSeveral
    default: .exact
    }
  }

  private func end(_ key: String, of edge: Node) throws(Problem) -> End {
    let id = try string(key, of: edge)
    guard let end = ends[id] else {
      throw Problem(edge[key]?.span ?? edge.span, "no node has the id '\(id)'")
    }
    return end
  }

  private func draft(
    _ edge: Node, _ from: End, _ to: End, _ mode: Relation.Mode, via: Via
  ) throws(Problem) -> GraphBuilder.Draft {
    let scope = from.resource == nil && to.resource != nil ? to.scope : from.scope
    var draft = GraphBuilder.Draft(
      .forward, from: from.endpoint, to: to.endpoint, via: via, mode: mode, span: edge.span, scope: scope)
    draft.name = edge["name"]?.text
    draft.isEnabled = try setting("enabled", of: edge, \.bool)
    if let filter = edge["filter"] { draft.filter = try self.filter(filter, at: edge.span) }
    if edge["topics"] != nil || edge["ownClients"] != nil {
      var polling = Polling(near: edge.span)
      polling.topics = evaluator.texts(edge["topics"]).map(\.value)
      polling.hasOwnClients = edge["ownClients"]?.bool == true
      draft.polling = polling
    }
    if let emission = edge["emission"] {
      draft.emission = Emission(
        actions: evaluator.strings(emission["actions"]).map(\.value),
        keys: evaluator.texts(emission["keys"]).map(\.value),
        sources: evaluator.strings(emission["sources"]).map(\.value),
        detailTypes: evaluator.strings(emission["detailTypes"]).map(\.value))
    }
    return draft
  }

  /// - Parameter span: the whole edge, which is what a reader looks at.
  private func filter(_ filter: Node, at span: Span) throws(Problem) -> EventFilter {
    guard let entry = filter.onlyEntry else { throw Problem(filter.span, "a filter must be an object with one key") }
    switch entry.key {
    case "objects":
      return .objects(
        ObjectFilter(
          events: evaluator.texts(entry.value["events"]).map { Spanned($0.value, span) },
          prefix: try setting("prefix", of: entry.value, evaluator.text).moved(to: span),
          suffix: try setting("suffix", of: entry.value, evaluator.text).moved(to: span), span: span))
    case "patterns": return .patterns(entry.value.items.map { pattern($0, at: span) })
    case "attributes": return .message(pattern(entry.value, at: span), overBody: false)
    case "body": return .message(pattern(entry.value, at: span), overBody: true)
    case "logLines": return evaluator.text(entry.value).map { .logLines($0) } ?? .unresolved(span)
    case "calls": return .calls(evaluator.strings(entry.value).map(\.value))
    case "recipients": return .recipients(evaluator.texts(entry.value).map(\.value))
    default: return .unresolved(span)
    }
  }

  private func pattern(_ node: Node, at span: Span) -> EventPattern {
    EventPattern(fields: EventPatternReader.pattern(node, using: evaluator)?.fields ?? [], span: span)
  }
}

extension Setting {
  fileprivate func moved(to span: Span) -> Setting {
    switch self {
    case .unset: .unset(near: span)
    case .known(let value, _): .known(value, span)
    case .unresolved(_, let why): .unresolved(span, why: why)
    }
  }
}
