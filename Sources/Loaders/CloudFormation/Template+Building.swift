import Diagnostics
import Documents
import Infrastructure

extension Template {
  /// Reads a template's sections, so that names in it can be asked for.
  ///
  /// - Parameter given: values of parameters from the command line or the parent stack.
  init(
    _ root: Node, path: String, file: FileID, scope: String, given: [String: Text], problems: inout Problems
  ) {
    self.init(path: path, file: file, scope: scope, root: root)
    readSections(given: given, problems: &problems)
  }

  /// Reads the sections after what a framework makes was filled in.
  mutating func readSections(given: [String: Text], problems: inout Problems) {
    readParameters(given: given)
    truths = ConditionTruths.of(self)
    readDeclarations(problems: &problems)
    readGenerated()
    readPhysicalNames()
  }

  private mutating func readParameters(given: [String: Text]) {
    for entry in root["Parameters"]?.entries ?? [] {
      let node = entry.value
      parameters[entry.key] = Parameter(
        name: entry.key, type: node["Type"]?.text ?? "String", isNoEcho: node["NoEcho"]?.bool == true,
        defaultNode: node["Default"], given: given[entry.key], span: entry.keySpan)
    }
  }

  private mutating func readDeclarations(problems: inout Problems) {
    let resources = root["Resources"]?.entries ?? []
    positions.reserveCapacity(resources.count)
    declarations.reserveCapacity(resources.count)
    ownNames.reserveCapacity(resources.count)
    for entry in resources {
      if entry.key.hasPrefix("Fn::ForEach::") {
        for expanded in ForEach.expand(entry, in: self) { declare(expanded, problems: &problems) }
      } else if entry.key == "Fn::Transform" {
        problems.note(entry.keySpan, "a macro adds resources here that can't be seen before deployment")
      } else {
        declare(entry, problems: &problems)
      }
    }
  }

  private mutating func declare(_ entry: Node.Entry, problems: inout Problems) {
    guard entry.value.isMapping else {
      problems.note(entry.keySpan, "resource '\(entry.key)' is not a mapping")
      return
    }
    guard let type = entry.value["Type"]?.text else {
      problems.note(entry.keySpan, "resource '\(entry.key)' has no 'Type'")
      return
    }
    let properties = merged(entry.value, type: type)
    let (position, isNew) = positions.enter(entry.key)
    let declaration = Declaration(
      id: entry.key, type: type, keySpan: entry.keySpan, node: entry.value, properties: properties, position: position)
    if isNew {
      declarations.append(declaration)
      ownNames.append(physicalNames[entry.key] ?? .symbol(entry.key, scope: scope))
    } else {
      declarations[position] = declaration
    }
  }

  /// The properties of a resource with SAM's globals below them.
  private func merged(_ node: Node, type: String) -> Node? {
    let own = mapping(node["Properties"])
    guard let globals, let section = Globals.section(of: type), let shared = mapping(globals[section]) else {
      return own
    }
    return Globals.merge(shared, under: own, ignoring: node["IgnoreGlobals"], span: node.span)
  }

  /// Names that SAM makes and that templates may refer to, besides roles.
  private mutating func readGenerated() {
    for declaration in declarations where declaration.type.hasPrefix("AWS::Serverless::") {
      guard let alias = declaration.properties?["AutoPublishAlias"], let name = text(alias)?.known,
        declaration.type == "AWS::Serverless::Function" || declaration.type == "AWS::Serverless::StateMachine"
      else { continue }
      let id = "\(declaration.id)Alias\(name)"
      generated[id] = "AWS::Serverless::Function"
      physicalNames[id] = .symbol(declaration.id, scope: scope)
      if let position = positions[id] { ownNames[position] = .symbol(declaration.id, scope: scope) }
    }
    if positions["ServerlessRestApi"] == nil { generated["ServerlessRestApi"] = "AWS::Serverless::Api" }
    if positions["ServerlessHttpApi"] == nil { generated["ServerlessHttpApi"] = "AWS::Serverless::HttpApi" }
  }

  private mutating func readPhysicalNames() {
    for (position, declaration) in declarations.enumerated() {
      guard let property = declaration.resourceType?.nameProperty, let node = declaration.properties?[property],
        let name = text(node), !name.isEmpty
      else { continue }
      ownNames[position] = name
    }
  }

  /// The values of the template's outputs by name.
  var outputs: [String: Text] {
    var result: [String: Text] = [:]
    for entry in root["Outputs"]?.entries ?? [] {
      if let value = text(entry.value["Value"]) { result[entry.key] = value }
    }
    return result
  }
}

/// SAM's `Globals` section.
enum Globals {
  /// The name of the section that applies to a resource type.
  static func section(of type: String) -> String? {
    switch type {
    case "AWS::Serverless::Function": "Function"
    case "AWS::Serverless::Api": "Api"
    case "AWS::Serverless::HttpApi": "HttpApi"
    case "AWS::Serverless::SimpleTable": "SimpleTable"
    case "AWS::Serverless::StateMachine": "StateMachine"
    default: nil
    }
  }

  /// A resource's own properties over the shared ones, merged as SAM merges them.
  static func merge(_ shared: Node, under own: Node?, ignoring ignored: Node?, span: Span) -> Node {
    if ignored?.text == "*" { return own ?? Node(.mapping([]), span) }
    let dropped = Set(ignored?.items.compactMap(\.text) ?? [])
    let base =
      dropped.isEmpty ? shared : Node(entries: shared.entries.filter { !dropped.contains($0.key) }, shared.span)
    guard let own else { return base }
    return merge(base, own, depth: 0)
  }

  private static func merge(_ shared: Node, _ own: Node, depth: Int) -> Node {
    if shared.isSequence, own.isSequence { return Node(items: Array(shared.items) + own.items, own.span) }
    guard depth < 16, shared.isMapping, own.isMapping, !isIntrinsic(shared), !isIntrinsic(own) else { return own }
    var entries: [Node.Entry] = []
    for entry in shared.entries where own.entry(entry.key) == nil { entries.append(entry) }
    for entry in own.entries {
      guard let below = shared[entry.key] else {
        entries.append(entry)
        continue
      }
      entries.append(
        Node.Entry(key: entry.key, keySpan: entry.keySpan, value: merge(below, entry.value, depth: depth + 1)))
    }
    return Node(entries: entries, own.span)
  }

  private static func isIntrinsic(_ node: Node) -> Bool {
    guard let key = node.onlyEntry?.key else { return false }
    return key == "Ref" || key == "Condition" || key.hasPrefix("Fn::")
  }
}
