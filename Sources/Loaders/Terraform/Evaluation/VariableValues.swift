import Diagnostics
import Infrastructure
import OrderedCollections

/// The values that a root module's variables are given, later ones instead of earlier ones.
///
/// In Terraform's order: `terraform.tfvars`, `terraform.tfvars.json`, `*.auto.tfvars` and `*.auto.tfvars.json` by name,
/// `--var-file`, `--var`.
struct VariableValues {
  private(set) var values: [String: HCLValue] = [:]

  init(of configuration: ModuleConfiguration, in directory: String, with evaluator: HCLEvaluator) {
    let module = TerraformModule(
      ModuleConfiguration(), directory: directory, address: "", inputs: .given([:]))
    let names = evaluator.context.files.list(directory)
    let automatic = names.filter { $0.hasSuffix(".auto.tfvars") || $0.hasSuffix(".auto.tfvars.json") }.sorted()
    let standard = ["terraform.tfvars", "terraform.tfvars.json"].filter(names.contains)
    for name in standard + automatic { read(Path.join(directory, name), in: module, with: evaluator) }
    for path in evaluator.context.inputs.terraformVariableFiles {
      read(Path.resolve(path, from: ""), in: module, with: evaluator)
    }
    for (name, text) in evaluator.context.inputs.terraformVariables {
      guard let declaration = configuration.variables[name] else { continue }
      values[name] = value(text, of: declaration, in: module, with: evaluator)
    }
  }

  private mutating func read(_ path: String, in module: TerraformModule, with evaluator: HCLEvaluator) {
    guard let body = evaluator.reader.read(path, into: &evaluator.context) else { return }
    for attribute in body.attributes {
      values[attribute.name] = evaluator.evaluate(attribute.value, in: HCLScope(module))
    }
  }

  /// A value of the command line: text for a variable of type string or of none, an expression for every other.
  private func value(
    _ text: String, of declaration: HCLBlock, in module: TerraformModule, with evaluator: HCLEvaluator
  ) -> HCLValue {
    let type = declaration.body.attribute("type")?.value
    let plain = HCLValue.string(text, declaration.header)
    guard let type, type.literal != "string" else { return plain }
    if case .name("string") = type.kind { return plain }
    guard let expression = try? HCLParser.expression(text, at: declaration.header) else { return plain }
    let value = evaluator.evaluate(expression, in: HCLScope(module))
    return value.unknown == nil ? value : plain
  }
}
