import Diagnostics
import Documents
import Infrastructure

/// Expands SAM policy templates such as `S3CrudPolicy: {BucketName: …}`, each taken apart once.
final class PolicyTemplates {
  /// One statement of a template; of a pattern's parameters the first is filled in and a second stands for anything.
  private struct Grant: Sendable {
    let actions: [String]
    let patterns: [Pattern]
  }

  /// A resource, as what stands before and behind the parameter in it.
  private struct Pattern: Sendable {
    let parameter: String?
    let head: String
    let tail: String

    init(_ text: Substring) {
      guard let open = String(text).range(of: "${@") else {
        (parameter, head, tail) = (nil, String(text), "")
        return
      }
      let text = String(text)
      let rest = text[open.upperBound...]
      let name = rest.prefix { $0 != "}" }
      parameter = String(name)
      head = String(text[..<open.lowerBound])
      let end = String(rest[name.endIndex...].dropFirst())
      tail = end.range(of: "${@").map { String(end[..<$0.lowerBound]) + "*" } ?? end
    }
  }

  /// The templates taken apart so far.
  private var known: [String: [Grant]] = [:]

  /// The grants of a template; empty for an unknown one.
  private func grants(of template: String) -> [Grant] {
    if let grants = known[template] { return grants }
    let lines = (PolicyTemplateTable.lines(of: template) ?? "").split(separator: "\n")
    let grants = lines.map { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      return Grant(
        actions: parts[0].split(separator: ",").map(String.init),
        patterns: parts.count > 1 ? parts[1].split(separator: " ").map(Pattern.init) : [])
    }
    known[template] = grants
    return grants
  }

  /// The statements that a template stands for; none for one that SAM does not know.
  ///
  /// - Parameters:
  ///   - entry: the template's name and its parameters.
  ///   - template: evaluates the parameters, which are names of resources.
  func statements(_ entry: Node.Entry, in template: Template) -> [Statement] {
    grants(of: entry.key).map { grant in
      var resources: [Spanned<Text>] = []
      resources.reserveCapacity(grant.patterns.count)
      for pattern in grant.patterns { PolicyTemplates.add(pattern, entry.value, in: template, to: &resources) }
      return Statement(
        effect: .allow, actions: .only(grant.actions.map { Spanned($0, entry.keySpan) }), resources: .only(resources),
        span: entry.keySpan, source: entry.key)
    }
  }

  /// A pattern with its parameter filled in, at the value that filled it; once for each branch of a condition.
  private static func add(
    _ pattern: Pattern, _ values: Node, in template: Template, to resources: inout [Spanned<Text>]
  ) {
    guard let parameter = pattern.parameter else { return resources.append(Spanned(Text(pattern.head), values.span)) }
    guard let value = template.mapping(values)?[parameter] else {
      return resources.append(Spanned(Text(pattern.head, "*", pattern.tail), values.span))
    }
    for branch in template.branches(value) {
      let name = template.text(branch).map(name) ?? "*"
      resources.append(Spanned(Text(pattern.head, name, pattern.tail), branch.span))
    }
  }

  /// The name in what was given as one: templates take names, but a queue's URL or a topic's ARN still says which.
  private static func name(_ given: Text) -> Text {
    guard let locator = Locator.parse(given), locator.rest == nil else { return given }
    return locator.name
  }
}
