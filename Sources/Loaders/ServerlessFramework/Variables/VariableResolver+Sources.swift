import Diagnostics
import Documents
import Infrastructure

extension VariableResolver {
  /// The value of one source.
  mutating func value(of source: VariableSource, in context: inout LoadContext) -> Value {
    let address = source.address ?? ""
    switch source.provider {
    case "self": return configured(address, in: &context)
    case "opt": return option(address, in: context)
    case "env": return environment(address, in: context)
    case "param": return parameter(address, in: &context)
    case "file": return file(source.parameters ?? "", key: address, in: &context)
    case "sls": return address == "stage" ? literal(stage) : .unknown(source.symbol)
    case "aws": return account(address)
    case "strToBool": return truth(source)
    case "construct": return constructs[address].map { .node($0, addresses: []) } ?? .unknown(source.symbol)
    default: return .unknown(source.symbol)
    }
  }

  private func literal(_ text: String?) -> Value {
    text.map { .node(Node(.scalar(Node.Scalar($0, .quoted)), use), addresses: []) } ?? .missing
  }

  private mutating func configured(_ address: String, in context: inout LoadContext) -> Value {
    once("self:\(address)", in: &context) { resolver, context in
      let keys = VariableText.path(address)
      let value = resolver.look(up: keys, below: resolver.root, address: "self:\(address)", in: &context)
      guard case .missing = value else { return value }
      return resolver.implied(keys)
    }
  }

  /// What the Framework puts into the configuration itself.
  private func implied(_ keys: [String]) -> Value {
    switch keys {
    case ["provider", "stage"]: literal(stage)
    case ["provider", "region"]: literal(region)
    case ["service", "name"]: literal(root["service"]?.text)
    default: .missing
    }
  }

  /// Walks down a path of keys and list indexes, through variables on the way.
  mutating func look(
    up keys: [String], below start: Node, address: String, in context: inout LoadContext
  ) -> Value {
    var node = start
    var addresses = [address]
    for key in keys {
      switch shallow(node, addresses: [], in: &context) {
      case .missing: return .missing
      case .unknown(let symbol): return .unknown("\(symbol).\(key)")
      case .node(let found, let more):
        addresses += more
        guard let next = found[key] ?? Int(key).flatMap({ found.items.indices.contains($0) ? found.items[$0] : nil })
        else { return .missing }
        node = next
      }
    }
    switch shallow(node, addresses: [], in: &context) {
    case .node(let found, let more): return .node(found, addresses: addresses + more)
    case .missing: return .missing
    case .unknown(let symbol): return .unknown(symbol)
    }
  }

  private func option(_ name: String, in context: LoadContext) -> Value {
    switch name {
    case "stage", "s": literal(context.inputs.stage)
    case "region", "r": literal(context.inputs.region)
    default: .missing
    }
  }

  /// A variable of the deployer.
  ///
  /// That it isn't given to the audit proves nothing about the deployment, where its value
  /// may go into a function's environment; for everything else the next alternative is the best guess.
  private func environment(_ name: String, in context: LoadContext) -> Value {
    if let given = context.inputs.environment[name] { return literal(given) }
    if isInEnvironment { return .unknown("env:\(name)") }
    return dotenv[name].map { .node($0, addresses: []) } ?? .missing
  }

  /// A parameter of the command line, of the stage, or of all stages.
  private mutating func parameter(_ name: String, in context: inout LoadContext) -> Value {
    if let given = context.inputs.serverlessParameters[name] { return literal(given) }
    if let given = composed[name] { return .node(given, addresses: []) }
    return once("param:\(name)", in: &context) { resolver, context in
      for stage in [resolver.stage, "default"] {
        guard let stage else { continue }
        for keys in [["stages", stage, "params", name], ["params", stage, name]] {
          let value = resolver.look(up: keys, below: resolver.root, address: "param:\(name)", in: &context)
          if case .missing = value { continue }
          return value
        }
      }
      return .missing
    }
  }

  private func account(_ name: String) -> Value {
    switch name {
    case "accountId": .unknown("AWS::AccountId")
    case "region": region.map { literal($0) } ?? .unknown("AWS::Region")
    case "partition": .unknown("AWS::Partition")
    default: .unknown("aws:\(name)")
    }
  }

  private func truth(_ source: VariableSource) -> Value {
    switch source.parameters?.lowercased() {
    case "true", "1", "yes": .node(Node(.scalar(Node.Scalar("true", .plain)), use), addresses: [])
    case "false", "0", "no", "null", "": .node(Node(.scalar(Node.Scalar("false", .plain)), use), addresses: [])
    default: .unknown(source.symbol)
    }
  }
}

extension VariableResolver {
  /// A file of the project, or a value inside it.
  private mutating func file(_ name: String, key: String, in context: inout LoadContext) -> Value {
    let symbol = VariableSource(provider: "file", parameters: name, address: key.isEmpty ? nil : key).symbol
    return once(symbol, in: &context) { resolver, context in
      let location = VariableText.unquoted(name) ?? name
      let full = Path.resolve(location, from: resolver.path)
      guard !location.hasPrefix("~"), context.files.isInside(full) else {
        if resolver.outside.insert(full).inserted {
          context.problems.note(
            Problem(resolver.use, "'\(location)' lies outside the project, so it is not read", severity: .info))
        }
        return .unknown(symbol)
      }
      guard let content = resolver.content(of: location, full: full, in: &context) else { return .unknown(symbol) }
      guard let content = content.node else {
        resolver.noteMissing(location, in: context)
        return .missing
      }
      let address = key.hasPrefix("#") ? String(key.dropFirst()) : key
      return resolver.look(up: VariableText.path(address), below: content, address: symbol, in: &context)
    }
  }

  /// Notes a missing file where it is used first, if no other alternative has a value.
  private mutating func noteMissing(_ location: String, in context: LoadContext) {
    guard !missing.contains(location) else { return }
    let message = "the file '\(location)' does not exist"
    guard context.inputs.stage == nil, let stage, location.range(of: stage) != nil else {
      return pending.append((location, Problem(use, message)))
    }
    pending.append((location, Problem(use, message + "; stage '\(stage)' is assumed", severity: .info)))
  }

  /// The tree in a file; a missing file has no node, and the tree of one that holds code can't be known.
  private func content(
    of location: String, full: String, in context: inout LoadContext
  ) -> (node: Node?, Void)? {
    let name = Path.name(full)
    let kind = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]).lowercased() } ?? ""
    switch kind {
    case "js", "cjs", "mjs", "ts", "mts", "cts", "py": return context.files.read(full) == nil ? (nil, ()) : nil
    case "yml", "yaml", "json", "tfstate":
      if let opened = context.open(location, from: path) {
        return (opened.documents.first ?? Node(.null, .top(of: opened.id)), ())
      }
      return context.files.read(full) == nil ? (nil, ()) : nil
    default:
      guard let bytes = context.files.read(full) else { return (nil, ()) }
      let text = String(decoding: bytes, as: UTF8.self)
      if name.hasPrefix(".env") { return (Dotenv.tree(text, at: use), ()) }
      return (Node(.scalar(Node.Scalar(text, .block)), use), ())
    }
  }
}

/// Files of `NAME=value` lines.
enum Dotenv {
  /// The variables in order, all at one span, since they are written where no configuration is.
  static func tree(_ text: String, at span: Span) -> Node {
    var entries: [Node.Entry] = []
    for line in text.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
      var line = VariableText.trimmed(String(line))
      if line.hasPrefix("export ") { line = VariableText.trimmed(String(line.dropFirst("export ".count))) }
      guard !line.hasPrefix("#"), let equals = line.firstIndex(of: "=") else { continue }
      let name = VariableText.trimmed(String(line[..<equals]))
      var value = VariableText.trimmed(String(line[line.index(after: equals)...]))
      if let quoted = VariableText.unquoted(value) {
        value = quoted
      } else if let comment = value.range(of: " #") {
        value = VariableText.trimmed(String(value[..<comment.lowerBound]))
      }
      entries.append(Node.Entry(key: name, keySpan: span, value: Node(.scalar(Node.Scalar(value, .quoted)), span)))
    }
    return Node(entries: entries, span)
  }
}
