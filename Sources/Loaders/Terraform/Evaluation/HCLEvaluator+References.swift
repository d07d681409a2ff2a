import Diagnostics
import Infrastructure
import OrderedCollections

extension HCLEvaluator {
  /// What the first name of a reference means.
  func root(_ name: String, at span: Span, in scope: HCLScope) -> HCLValue {
    if let value = scope.names[name] { return value }
    let module = scope.module
    switch name {
    case "var": return HCLValue(.reference(.variables(module)), span)
    case "local": return HCLValue(.reference(.locals(module)), span)
    case "module": return HCLValue(.reference(.calls(module)), span)
    case "data": return HCLValue(.reference(.data(module)), span)
    case "path":
      let directory = module.directory.isEmpty ? "." : module.directory
      let root = rootDirectory.isEmpty ? "." : rootDirectory
      return HCLValue(
        .object(["module": .string(directory, span), "root": .string(root, span), "cwd": .string(".", span)]), span)
    default:
      guard module.configuration.types.contains(name) else { return .unknown(module.qualified(name), span) }
      return HCLValue(.reference(.type(name, isData: false, module)), span)
    }
  }

  func attribute(_ name: String, of base: HCLValue, at span: Span) -> HCLValue {
    switch base.kind {
    case .object(let entries):
      return entries[name] ?? .unknown(describe(base) + "." + name, span, isError: true)
    case .unknown(let unknown): return .unknown(unknown.symbol + "." + name, span, isError: unknown.isError)
    case .reference(let reference): return attribute(name, of: reference, at: span)
    case .null, .bool, .number, .text, .list, .json: return .unknown(describe(base) + "." + name, span, isError: true)
    }
  }

  private func attribute(_ name: String, of reference: HCLReference, at span: Span) -> HCLValue {
    switch reference {
    case .variables(let module): return variable(name, in: module, at: span)
    case .locals(let module): return local(name, in: module, at: span)
    case .calls(let module): return call(name, in: module, at: span)
    case .data(let module):
      guard module.configuration.types.contains("data." + name) else {
        return .unknown(module.qualified("data." + name), span)
      }
      return HCLValue(.reference(.type(name, isData: true, module)), span)
    case .type(let type, let isData, let module):
      let address = (isData ? "data." : "") + type + "." + name
      guard let declaration = module.configuration.resources[address] else {
        return .unknown(module.qualified(address), span)
      }
      let instances = instances(of: declaration, in: module)
      if instances.isSingle { return HCLValue(.reference(.instance(instances.all[0])), span) }
      return HCLValue(.reference(.resource(declaration, module)), span)
    case .instance(let instance): return attribute(name, of: instance, at: span)
    case .module(let module): return output(name, of: module, at: span)
    case .resource(let declaration, let module):
      let instances = instances(of: declaration, in: module).all
      if instances.count == 1 { return attribute(name, of: instances[0], at: span) }
      return .unknown(module.qualified(declaration.address) + "." + name, span, isError: true)
    case .call(let call, let module):
      let children = children(call, in: module).all
      if children.count == 1 { return output(name, of: children[0].module, at: span) }
      return .unknown(module.qualified("module." + call) + "." + name, span, isError: true)
    }
  }

  /// What `base[index]` is.
  func element(_ index: HCLValue, of base: HCLValue, at span: Span) -> HCLValue {
    switch base.kind {
    case .list(let items):
      guard let position = index.integer else {
        if items.count == 1, index.string == nil { return items[0] }
        return unknown(describe(base) + "[" + describe(index) + "]", span, from: [index])
      }
      if items.indices.contains(position) { return items[position] }
      return .unknown(describe(base) + "[\(position)]", span, isError: true)
    case .object(let entries):
      guard let key = index.string else {
        if entries.count == 1, let only = entries.values.first { return only }
        return unknown(describe(base) + "[" + describe(index) + "]", span, from: [index])
      }
      return entries[key] ?? .unknown(describe(base) + "[" + key + "]", span, isError: true)
    case .unknown(let unknown):
      return .unknown(unknown.symbol + "[" + describe(index) + "]", span, isError: unknown.isError)
    case .reference(let reference): return element(index, of: reference, base: base, at: span)
    case .null, .bool, .number, .text, .json:
      return .unknown(describe(base) + "[" + describe(index) + "]", span, isError: true)
    }
  }

  private func element(
    _ index: HCLValue, of reference: HCLReference, base: HCLValue, at span: Span
  ) -> HCLValue {
    let members: [(key: InstanceKey, value: HCLReference)]
    switch reference {
    case .resource(let declaration, let module):
      members = instances(of: declaration, in: module).all.map { ($0.key, .instance($0)) }
    case .call(let name, let module):
      members = children(name, in: module).all.map { ($0.key, .module($0.module)) }
    case .instance, .module, .variables, .locals, .calls, .data, .type:
      guard let name = index.string, index.integer == nil else { return base.at(span) }
      return attribute(name, of: reference, at: span)
    }
    if let found = members.first(where: { $0.key.matches(index) }) {
      return HCLValue(.reference(found.value), span)
    }
    let isKnown = index.string != nil
    if !isKnown, members.count == 1 { return HCLValue(.reference(members[0].value), span) }
    return .unknown(describe(reference) + "[" + describe(index) + "]", span, isError: isKnown)
  }

  private func describe(_ reference: HCLReference) -> String {
    describe(HCLValue(.reference(reference), Span.top(of: FileID(0))))
  }
}
