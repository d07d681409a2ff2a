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
      let resources = (parts.count > 1 ? parts[1] : "").split(separator: " ").map { pattern in
        resource(String(pattern), entry.value, in: template)
      }
      return Statement(
        effect: .allow, actions: .only(actions), resources: .only(resources), span: entry.keySpan, source: entry.key)
    }
  }

  /// A resource pattern with the template's parameters filled in, at the value that filled it.
  private static func resource(_ pattern: String, _ values: Node, in template: Template) -> Spanned<Text> {
    var span = values.span
    let text = Text(pattern).replacingSymbols { symbol in
      guard symbol.hasPrefix("@"), let value = template.mapping(values)?[String(symbol.dropFirst())] else { return nil }
      span = value.span
      return template.text(value).map(name) ?? "*"
    }
    return Spanned(text, span)
  }

  /// The name in what was given as one: templates take names, but a queue's URL or a topic's ARN still says which.
  private static func name(_ given: Text) -> String {
    guard let locator = Locator.parse(given), locator.rest == nil else { return given.raw }
    return locator.name.raw
  }
}
