import Diagnostics
import Documents
import Infrastructure

/// The configuration that a plan was made from: what its expressions say, where the plan itself has lost it.
enum PlanSources {
  /// Evaluates the files of a directory with the variables of the plan.
  ///
  /// - Returns: the instances by address, in the plan's scope and with the names that the plan knows.
  static func read(
    _ directory: String, for plan: Plan, variables: Node?, scope: String, into context: inout LoadContext
  ) -> [String: TerraformInstance] {
    let files = context.files.list(directory).filter { $0.hasSuffix(".tf") || $0.hasSuffix(".tf.json") }
      .map { Path.join(directory, $0) }
    guard !files.isEmpty else { return [:] }
    let given = context.inputs
    for variable in variables?.entries ?? [] {
      guard given.terraformVariables[variable.key] == nil, let value = variable.value["value"] else { continue }
      context.inputs.terraformVariables[variable.key] =
        value.text ?? (value.isNull ? nil : context.sources[value.span.file].text(of: value.span))
    }
    let stack = TerraformConfigurationLoader.evaluate(directory: directory, files: files, into: &context)
    context.inputs = given
    let names = PlanNames(plan, from: stack.scope, to: scope)
    var result: [String: TerraformInstance] = [:]
    for var instance in stack.instances {
      instance.attributes = names.renamed(instance.attributes)
      result[instance.address] = instance
    }
    return result
  }
}

/// Turns the symbols of the sources into those of the plan, or into names that the plan knows.
private struct PlanNames {
  private var known: [String: String] = [:]
  private let old: String
  private let new: String

  init(_ plan: Plan, from old: String, to new: String) {
    self.old = old + "#"
    self.new = new + "#"
    for instance in plan.instances {
      guard let names = TerraformIdentityTable.rows[instance.type]?.names,
        let name = names.lazy.compactMap({ instance.values?[$0]?.text }).first(where: { !$0.isEmpty }),
        case .symbol(let symbol)? = TerraformIdentity.symbol(instance.address, scope: old).pieces.first
      else { continue }
      known[symbol] = name
    }
  }

  private func renamed(_ symbol: String) -> String? {
    if let name = known[symbol] { return name }
    return symbol.hasPrefix(old) ? "${" + new + symbol.dropFirst(old.count) + "}" : nil
  }

  func renamed(_ value: TerraformValue) -> TerraformValue {
    var result = value
    switch value.content {
    case .string(let text): result.content = .string(text.replacingSymbols(renamed))
    case .list(let items): result.content = .list(items.map(renamed))
    case .object(let entries):
      result.content = .object(entries.map { TerraformValue.Entry($0.key, $0.keySpan, renamed($0.value)) })
    case .null, .unknown, .bool, .number: break
    }
    return result
  }
}
