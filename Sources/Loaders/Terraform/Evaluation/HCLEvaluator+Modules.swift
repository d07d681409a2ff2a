import Diagnostics
import Infrastructure
import OrderedCollections

extension HCLEvaluator {
  func variable(_ name: String, in module: TerraformModule, at span: Span) -> HCLValue {
    let symbol = module.qualified("var." + name)
    return memoized(module.variables[name], symbol, at: span, store: { module.variables[name] = $0 }) {
      guard let declaration = module.configuration.variables[name] else { return .unknown(symbol, span) }
      return self.value(of: declaration, name: name, in: module)
    }
  }

  private func value(of declaration: HCLBlock, name: String, in module: TerraformModule) -> HCLValue {
    let body = declaration.body
    let type = body.attribute("type")?.value
    let fallback = body.attribute("default").map { evaluate($0.value, in: HCLScope(module)) }
    var value: HCLValue?
    var origin: EnvironmentVariable.Origin?
    switch module.inputs {
    case .given(let values):
      value = values[name]
      let isSensitive = body.attribute("sensitive").flatMap { evaluate($0.value, in: HCLScope(module)).bool } == true
      origin = .variable(name: name, isSensitive: isSensitive)
    case .call(let block, let scope): value = block.body.attribute(name).map { evaluate($0.value, in: scope) }
    }
    let isNullable = body.attribute("nullable").flatMap { evaluate($0.value, in: HCLScope(module)).bool } ?? true
    if value?.isNull == true, !isNullable, let fallback { value = fallback }
    guard let result = value ?? fallback else {
      return .unknown(module.qualified("var." + name), declaration.header).from(origin)
    }
    return (type.map { converted(result, to: $0, in: module) } ?? result).from(origin)
  }

  func local(_ name: String, in module: TerraformModule, at span: Span) -> HCLValue {
    let symbol = module.qualified("local." + name)
    return memoized(module.locals[name], symbol, at: span, store: { module.locals[name] = $0 }) {
      guard let attribute = module.configuration.locals[name] else { return .unknown(symbol, span) }
      return self.evaluate(attribute.value, in: HCLScope(module))
    }
  }

  func output(_ name: String, of module: TerraformModule, at span: Span) -> HCLValue {
    let symbol = module.qualified(name)
    return memoized(module.outputs[name], symbol, at: span, store: { module.outputs[name] = $0 }) {
      guard let value = module.configuration.outputs[name]?.body.attribute("value") else {
        return .unknown(symbol, span)
      }
      return self.evaluate(value.value, in: HCLScope(module))
    }
  }

  /// Works a value out once; one that depends on itself is unknown.
  func memoized(
    _ memo: TerraformModule.Memo?, _ symbol: String, at span: Span, store: (TerraformModule.Memo) -> Void,
    _ compute: () -> HCLValue
  ) -> HCLValue {
    switch memo {
    case .done(let value): return value
    case .evaluating: return .unknown(symbol, span)
    case nil:
      guard depth < HCLEvaluator.depthLimit - 2 else { return .unknown(symbol, span) }
      store(.evaluating)
      let value = compute()
      store(.done(value))
      return value
    }
  }

  /// What `module.name` means.
  func call(_ name: String, in module: TerraformModule, at span: Span) -> HCLValue {
    let symbol = module.qualified("module." + name)
    guard module.configuration.calls[name] != nil else { return .unknown(symbol, span) }
    let children = children(name, in: module)
    guard children.isFound, !children.isEvaluating else { return .unknown(symbol, span) }
    if children.isSingle { return HCLValue(.reference(.module(children.all[0].module)), span) }
    return HCLValue(.reference(.call(name, module)), span)
  }

  /// The instances of a module call.
  func children(_ name: String, in module: TerraformModule) -> ModuleInstances {
    if let known = module.children[name] { return known }
    guard let block = module.configuration.calls[name] else { return ModuleInstances(isFound: false) }
    module.children[name] = ModuleInstances(isEvaluating: true)
    var result = ModuleInstances()
    if let found = configuration(of: block, name: name, in: module), module.level < HCLEvaluator.moduleLevelLimit {
      for (key, scope) in expansion(of: block, named: "module." + name, in: module) {
        let child = TerraformModule(
          found.configuration, directory: found.directory,
          address: module.qualified("module." + name) + key.suffix, inputs: .call(block, scope),
          isStandIn: found.isStandIn, level: module.level + 1)
        result.all.append((key, child))
      }
    } else {
      result.isFound = false
    }
    module.children[name] = result
    return result
  }

  /// The files that a module call means, or what stands in for a module of the registry.
  private func configuration(
    of block: HCLBlock, name: String, in module: TerraformModule
  ) -> (configuration: ModuleConfiguration, directory: String, isStandIn: Bool)? {
    guard let source = block.body.attribute("source")?.value.literal else { return nil }
    if source.hasPrefix("./") || source.hasPrefix("../") {
      let directory = Path.resolve(source, from: Path.join(module.directory, "main.tf"))
      guard directory != module.directory, context.files.isInside(directory) else { return nil }
      return reader.module(directory, into: &context).map { ($0, directory, false) }
    }
    guard let text = RegistryModule.standIn(for: source) else { return downloaded(name, in: module) }
    var parser = HCLParser(Array(text.utf8), placement: .within(block.header))
    guard let body = try? parser.file() else { return nil }
    var configuration = ModuleConfiguration()
    configuration.add(body)
    return (configuration, module.directory, true)
  }

  /// The files of another module where `terraform init` has fetched them into the project.
  private func downloaded(
    _ name: String, in module: TerraformModule
  ) -> (configuration: ModuleConfiguration, directory: String, isStandIn: Bool)? {
    let calls = TerraformModulePath(module.address).calls + [name]
    guard let directory = manifest.directory(of: calls), directory != module.directory,
      context.files.isInside(directory)
    else { return nil }
    return reader.module(directory, into: &context).map { ($0, directory, false) }
  }
}
