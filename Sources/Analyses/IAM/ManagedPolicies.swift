import Diagnostics
import Infrastructure

/// AWS's managed policies as the statements they stand for.
enum ManagedPolicies {
  private static let byName: [Substring: [Substring]] = {
    var result: [Substring: [Substring]] = [:]
    for line in ManagedPolicyTable.lines.split(separator: "\n") {
      guard let tab = line.firstIndex(of: "\t") else { continue }
      result[line[..<tab], default: []].append(line[line.index(after: tab)...])
    }
    return result
  }()

  /// The statements of a policy that can cause events; empty for one that can't or that nobody knows.
  static func statements(_ policy: Spanned<String>) -> [Statement] {
    (byName[policy.value[...]] ?? []).map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      let actions = parts[0].split(separator: ",").map { Spanned(String($0), policy.span) }
      let resource = Spanned(Text(String(parts.count > 1 ? parts[1] : "*")), policy.span)
      return Statement(
        effect: .allow, actions: .only(actions), resources: .only([resource]), span: policy.span, source: policy.value)
    }
  }
}
