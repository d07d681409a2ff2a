import Diagnostics
import OrderedCollections

/// What the files of one directory declare.
struct ModuleConfiguration {
  var variables: OrderedDictionary<String, HCLBlock> = [:]
  var locals: OrderedDictionary<String, HCLAttribute> = [:]
  /// By address inside the module, such as `aws_sqs_queue.q` and `data.aws_region.current`.
  var resources: OrderedDictionary<String, ResourceDeclaration> = [:]
  var calls: OrderedDictionary<String, HCLBlock> = [:]
  var outputs: OrderedDictionary<String, HCLBlock> = [:]
  var providers: [HCLBlock] = []
  /// The address of the first resource of each type with the `data.` of data sources: what names may begin with.
  private(set) var types: Set<String> = []

  /// Takes in one file's declarations; those of an override file change the ones that are there.
  mutating func add(_ body: HCLBody, isOverride: Bool = false) {
    for block in body.blocks { add(block, isOverride: isOverride) }
  }

  private mutating func add(_ block: HCLBlock, isOverride: Bool) {
    let name = block.labels.last ?? ""
    switch (block.type, block.labels.count) {
    case ("variable", 1): ModuleConfiguration.set(block, name, in: &variables, isOverride: isOverride)
    case ("output", 1): ModuleConfiguration.set(block, name, in: &outputs, isOverride: isOverride)
    case ("module", 1): ModuleConfiguration.set(block, name, in: &calls, isOverride: isOverride)
    case ("provider", 1): providers.append(block)
    case ("locals", 0):
      for attribute in block.body.attributes { locals[attribute.name] = attribute }
    case ("resource", 2), ("data", 2):
      let declaration = ResourceDeclaration(block: block, isData: block.type == "data")
      if isOverride, let old = resources[declaration.address] {
        resources[declaration.address]?.block = ModuleConfiguration.merge(old.block, with: block)
      } else if resources[declaration.address] == nil {
        resources[declaration.address] = declaration
      }
      types.insert(declaration.isData ? "data." + declaration.type : declaration.type)
    default: break
    }
  }

  private static func set(
    _ block: HCLBlock, _ name: String, in blocks: inout OrderedDictionary<String, HCLBlock>, isOverride: Bool
  ) {
    guard let old = blocks[name] else { return blocks[name] = block }
    if isOverride { blocks[name] = merge(old, with: block) }
  }

  /// An override replaces attributes one by one, and blocks by their types.
  private static func merge(_ old: HCLBlock, with new: HCLBlock) -> HCLBlock {
    var result = old
    result.body.attributes += new.body.attributes
    let replaced = Set(new.body.blocks.map { $0.type == "dynamic" ? $0.labels.first ?? "" : $0.type })
    result.body.blocks.removeAll { replaced.contains($0.type == "dynamic" ? $0.labels.first ?? "" : $0.type) }
    result.body.blocks += new.body.blocks
    return result
  }
}

/// A `resource` or `data` block.
struct ResourceDeclaration {
  var block: HCLBlock
  let isData: Bool

  var type: String { block.labels.first ?? "" }
  var name: String { block.labels.last ?? "" }
  /// Inside its module.
  var address: String { (isData ? "data." : "") + type + "." + name }
}
