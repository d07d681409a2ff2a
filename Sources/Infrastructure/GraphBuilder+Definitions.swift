import Diagnostics

extension GraphBuilder {
  /// Puts what symbols stand for in their place, in every text that says which resource is meant.
  mutating func applyDefinitions() {
    for index in ends.indices {
      ends[index].from = defined(ends[index].from)
      ends[index].to = defined(ends[index].to)
    }
    for index in graph.functions.indices {
      graph.functions[index].roleReference = graph.functions[index].roleReference.map(defined)
      graph.functions[index].deadLetter = graph.functions[index].deadLetter.map(defined)
      graph.functions[index].onSuccess = graph.functions[index].onSuccess.map(defined)
      graph.functions[index].onFailure = graph.functions[index].onFailure.map(defined)
    }
    for index in graph.roles.indices { graph.roles[index].statements = graph.roles[index].statements.map(defined) }
    for index in attachments.indices {
      attachments[index].role = defined(attachments[index].role)
      attachments[index].statements = attachments[index].statements.map(defined)
    }
  }

  /// A text with the definitions of its symbols, which may hold others, filled in.
  private func defined(_ text: Text) -> Text {
    var result = text
    for _ in 0..<4 where result.hasSymbols {
      let next = result.replacingSymbols { graph.definitions[$0]?.raw }
      if next == result { break }
      result = next
    }
    return result
  }

  private func defined(_ endpoint: Endpoint) -> Endpoint {
    switch endpoint {
    case .resource: endpoint
    case .reference(let text, let span, let expected): .reference(defined(text), span, expecting: expected)
    case .conclusion(let text, let span, let expected, let certainty):
      .conclusion(defined(text), span, expecting: expected, certainty)
    }
  }

  private func defined(_ reference: Reference) -> Reference {
    Reference(defined(reference.text), reference.span, certainty: reference.certainty)
  }

  private func defined(_ statement: Statement) -> Statement {
    var result = statement
    switch statement.resources {
    case .only(let listed): result.resources = .only(listed.map { Spanned(defined($0.value), $0.span) })
    case .allBut(let excluded): result.resources = .allBut(excluded.map { Spanned(defined($0.value), $0.span) })
    }
    return result
  }
}
