import Diagnostics
import Documents
import Infrastructure

/// Expands SAM policy templates such as `S3CrudPolicy: {BucketName: …}`.
enum PolicyTemplates {
  private static let byName: [Substring: [Substring]] = {
    var result: [Substring: [Substring]] = [:]
    for line in PolicyTemplateTable.lines.split(separator: "\n") {
      guard let tab = line.firstIndex(of: "\t") else { continue }
      result[line[..<tab], default: []].append(line[line.index(after: tab)...])
    }
    return result
  }()

  /// Whether SAM knows a template of this name.
  static func isKnown(_ name: String) -> Bool { byName[name[...]] != nil }

  /// The statements that a template stands for; empty for an unknown one.
  ///
  /// - Parameters:
  ///   - entry: the template's name and its parameters.
  ///   - template: evaluates the parameters, which are names of resources.
  static func statements(_ entry: Node.Entry, in template: Template) -> [Statement] {
    (byName[entry.key[...]] ?? []).map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      let actions = parts[0].split(separator: ",").map { Spanned(String($0), entry.keySpan) }
      let patterns = (parts.count > 1 ? parts[1] : "").split(separator: " ").flatMap { pattern in
        PolicyTemplates.resources(String(pattern), entry.value, in: template)
      }
      return Statement(
        effect: .allow, actions: .only(actions), resources: .only(patterns), span: entry.keySpan, source: entry.key)
    }
  }

  /// A resource pattern with the template's parameter filled in, at the value that filled it; once for each branch of a
  /// condition.
  private static func resources(_ pattern: String, _ values: Node, in template: Template) -> [Spanned<Text>] {
    let text = Text(pattern)
    let parameter = text.pieces.lazy.compactMap { piece -> String? in
      if case .symbol(let symbol) = piece, symbol.hasPrefix("@") { String(symbol.dropFirst()) } else { nil }
    }.first
    guard let parameter else { return [Spanned(text, values.span)] }
    guard let value = template.mapping(values)?[parameter] else {
      return [Spanned(text.replacingSymbols { $0 == "@" + parameter ? "*" : nil }, values.span)]
    }
    return template.branches(value).map { branch in
      let filled = text.replacingSymbols { symbol in
        symbol == "@" + parameter ? template.text(branch).map(name) ?? "*" : nil
      }
      return Spanned(filled, branch.span)
    }
  }

  /// The name in what was given as one: templates take names, but a queue's URL or a topic's ARN still says which.
  private static func name(_ given: Text) -> String {
    guard let locator = Locator.parse(given), locator.rest == nil else { return given.raw }
    return locator.name.raw
  }
}
