import Diagnostics
import Infrastructure
import OrderedCollections

/// One instance of a module: the root, or what a `module` block calls, once for each of its keys.
///
/// Everything in it is evaluated when it is first asked for.
final class TerraformModule {
  /// A value that is asked for while it is being worked out depends on itself.
  enum Memo {
    case evaluating
    case done(HCLValue)
  }

  /// Where the values of the variables come from.
  enum Inputs {
    /// The root module's: files of variables and the command line.
    case given([String: HCLValue])
    /// A child's: the call's arguments, evaluated where they are written.
    case call(HCLBlock, HCLScope)
  }

  let configuration: ModuleConfiguration
  let directory: String
  /// As in addresses; empty for the root.
  let address: String
  let inputs: Inputs
  /// Whether the configuration stands in for a module of the registry: its values then lie where the arguments do.
  let isStandIn: Bool
  /// How many calls lead here.
  let level: Int

  var variables: [String: Memo] = [:]
  var locals: [String: Memo] = [:]
  var outputs: [String: Memo] = [:]
  var instances: [String: ResourceInstances] = [:]
  var children: [String: ModuleInstances] = [:]

  init(
    _ configuration: ModuleConfiguration, directory: String, address: String, inputs: Inputs, isStandIn: Bool = false,
    level: Int = 0
  ) {
    self.configuration = configuration
    self.directory = directory
    self.address = address
    self.inputs = inputs
    self.isStandIn = isStandIn
    self.level = level
  }

  /// An address inside the module as seen from the root.
  func qualified(_ local: String) -> String { address.isEmpty ? local : address + "." + local }
}

/// The key of one instance of a resource or a module.
enum InstanceKey: Hashable {
  case single
  case index(Int)
  case name(String)
  /// One instance that stands for any number, because `count` or `for_each` can't be known.
  case any

  /// As in addresses.
  var suffix: String {
    switch self {
    case .single, .any: ""
    case .index(let index): "[\(index)]"
    case .name(let name): "[\"\(InstanceKey.escaped(name))\"]"
    }
  }

  private static func escaped(_ name: String) -> String {
    var result = ""
    for character in name {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.append(character)
      }
    }
    return result
  }

  /// Whether an index means this key.
  func matches(_ index: HCLValue) -> Bool {
    switch self {
    case .single: index.integer == 0
    case .any: true
    case .index(let position): index.integer == position
    case .name(let name): index.string == name
    }
  }

  /// What `each.key` or `count.index` is.
  func value(at span: Span) -> HCLValue {
    switch self {
    case .single, .any: .null(span)
    case .index(let index): HCLValue(.number(Double(index)), span)
    case .name(let name): .string(name, span)
    }
  }
}

/// The instances of a resource, or that they are being worked out.
struct ResourceInstances {
  var all: [ResourceInstance] = []
  var isEvaluating = false
  /// Whether there is one without a key.
  var isSingle: Bool { all.count == 1 && all[0].key == .single }
}

/// The instances of a module call, or that they are being worked out.
struct ModuleInstances {
  var all: [(key: InstanceKey, module: TerraformModule)] = []
  var isEvaluating = false
  /// Whether the module's files or a stand-in were found.
  var isFound = true
  var isSingle: Bool { all.count == 1 && all[0].key == .single }
}

/// One instance of a resource or a data source.
final class ResourceInstance {
  let declaration: ResourceDeclaration
  let module: TerraformModule
  let key: InstanceKey
  let scope: HCLScope
  var attributes: [String: TerraformModule.Memo] = [:]

  init(_ declaration: ResourceDeclaration, in module: TerraformModule, key: InstanceKey, scope: HCLScope) {
    self.declaration = declaration
    self.module = module
    self.key = key
    self.scope = scope
  }

  var address: String { module.qualified(declaration.address) + key.suffix }

  /// The entry of the call's argument that makes it, where a stand-in's `for_each` goes through one.
  var argument: Span? {
    guard module.isStandIn, case .name = key, case .object(let each)? = scope.names["each"]?.kind else { return nil }
    return each["value"].map { $0.keySpan ?? $0.span }
  }
}

/// Where an expression is evaluated: its module, and the names that loops and instances bring in.
struct HCLScope {
  let module: TerraformModule
  var names: [String: HCLValue] = [:]

  init(_ module: TerraformModule) { self.module = module }

  func with(_ name: String?, _ value: HCLValue) -> HCLScope {
    guard let name else { return self }
    var result = self
    result.names[name] = value
    return result
  }
}
