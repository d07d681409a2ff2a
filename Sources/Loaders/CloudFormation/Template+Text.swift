import Documents
import Infrastructure

extension Template: Evaluator {
  /// How deep intrinsics may nest before a value counts as unknown.
  private static let maximumDepth = 24

  package func text(_ node: Node) -> Text? { text(node, depth: 0) }

  func text(_ node: Node?) -> Text? { node.flatMap { text($0, depth: 0) } }

  func text(_ node: Node, depth: Int) -> Text? {
    guard depth < Template.maximumDepth else { return .symbol("…") }
    switch node.content {
    case .null, .sequence: return nil
    case .scalar(let scalar): return Template.dynamicReferences(in: scalar.text)
    case .mapping(let entries):
      guard entries.count == 1 else { return nil }
      return intrinsic(entries[0], depth: depth + 1)
    }
  }

  /// A literal with its `{{resolve:…}}` references as symbols.
  private static func dynamicReferences(in literal: String) -> Text {
    guard literal.holds(UInt8(ascii: "{")) else { return Text(literal: literal) }
    guard literal.range(of: "{{resolve:") != nil else { return Text(literal) }
    return Text(String(decoding: literal.withBytes(replacingReferences), as: UTF8.self))
  }

  private static func replacingReferences(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      guard bytes[place...].starts(with: "{{resolve:".utf8) else {
        result.append(bytes[place])
        place += 1
        continue
      }
      let body = place + 2
      guard let end = (body..<bytes.count).first(where: { bytes[$0...].starts(with: "}}".utf8) }) else {
        return result + bytes[place...]
      }
      result += "${".utf8
      result += bytes[body..<end]
      result += "}".utf8
      place = end + 2
    }
    return result
  }

  private func intrinsic(_ entry: Node.Entry, depth: Int) -> Text? {
    let value = entry.value
    switch entry.key {
    case "Ref": return value.text.flatMap { reference($0, depth: depth) }
    case "Fn::GetAtt": return attribute(value, depth: depth)
    case "Fn::Sub": return substitution(value, depth: depth)
    case "Fn::Join": return joined(value, depth: depth)
    case "Fn::If": return conditional(value, depth: depth)
    case "Fn::Select": return selected(value, depth: depth)
    case "Fn::FindInMap": return found(value, depth: depth)
    case "Fn::ImportValue": return imported(value, depth: depth)
    case "Fn::Base64": return text(value, depth: depth)
    case "Fn::ToJsonString", "Fn::Length", "Fn::Cidr", "Fn::GetAZs", "Fn::GetStackOutput", "Fn::Split", "Fn::Transform":
      return .symbol("\(entry.key):\(Template.fingerprint(value))", scope: scope)
    default: return nil
    }
  }

  private func substitution(_ node: Node, depth: Int) -> Text? {
    if let template = node.text { return substitute(template, with: nil, depth: depth) }
    guard case .sequence(let items) = node.content, let template = items.first?.text else {
      return .symbol("Fn::Sub:\(Template.fingerprint(node))", scope: scope)
    }
    return substitute(template, with: items.count > 1 ? items[1] : nil, depth: depth)
  }

  private func substitute(_ template: String, with values: Node?, depth: Int) -> Text {
    let text = Text(template)
    guard template.range(of: "{{resolve:") != nil else {
      return text.replacingSymbols { variable($0, values, depth: depth) }
    }
    var result = ""
    for piece in text.pieces {
      switch piece {
      case .literal(let literal): result += Template.dynamicReferences(in: literal).raw
      case .symbol(let raw): result += variable(raw, values, depth: depth) ?? Text.symbol(raw).raw
      }
    }
    return Text(result)
  }

  /// What `${…}` in a substitution gives; nil where it stays as it is written.
  private func variable(_ raw: String, _ values: Node?, depth: Int) -> String? {
    if raw.utf8.first == UInt8(ascii: "!") { return Text.symbol(String(raw.dropFirst())).raw }
    let name = Template.trimmed(raw)
    if let entry = values?.entry(name) {
      return text(entry.value, depth: depth + 1)?.raw ?? Text.symbol(name).raw
    }
    switch name {
    case "AWS::Region", "AWS::AccountId", "AWS::Partition":
      return name.utf8.count == raw.utf8.count ? nil : Text.symbol(name).raw
    default:
      let isAttribute = name.holds(UInt8(ascii: ".")) && !name.hasPrefix("AWS::")
      return (isAttribute ? attribute(name, depth: depth) : reference(name, depth: depth))?.raw ?? ""
    }
  }

  private func joined(_ node: Node, depth: Int) -> Text? {
    let parts = node.items
    guard parts.count == 2, let separator = text(parts[0], depth: depth) else { return nil }
    guard case .sequence(let items) = parts[1].content else {
      return .symbol("Fn::Join:\(Template.fingerprint(node))", scope: scope)
    }
    return Text(items.compactMap { text($0, depth: depth + 1)?.raw }.joined(separator: separator.raw))
  }

  private func conditional(_ node: Node, depth: Int) -> Text? {
    let parts = node.items
    guard parts.count == 3, let name = parts[0].text else { return nil }
    switch truth(ofCondition: name) {
    case true?: return text(parts[1], depth: depth + 1)
    case false?: return text(parts[2], depth: depth + 1)
    case nil: break
    }
    guard let yes = text(parts[1], depth: depth + 1) else { return text(parts[2], depth: depth + 1) }
    guard let no = text(parts[2], depth: depth + 1), no != yes else { return yes }
    return .symbol("If:\(name):\(yes.raw):\(no.raw)")
  }

  private func selected(_ node: Node, depth: Int) -> Text? {
    let parts = node.items
    guard parts.count == 2, let index = parts[0].int, index >= 0 else {
      return .symbol("Fn::Select:\(Template.fingerprint(node))", scope: scope)
    }
    if case .sequence(let items) = parts[1].content {
      return items.indices.contains(index) ? text(items[index], depth: depth + 1) : nil
    }
    if let split = parts[1]["Fn::Split"], let pieces = pieces(split, depth: depth), pieces.indices.contains(index) {
      return pieces[index]
    }
    return .symbol("Fn::Select:\(Template.fingerprint(node))", scope: scope)
  }

  private func pieces(_ split: Node, depth: Int) -> [Text]? {
    let parts = split.items
    guard parts.count == 2, let separator = text(parts[0], depth: depth + 1)?.raw.first,
      let whole = text(parts[1], depth: depth + 1)
    else { return nil }
    return whole.split(on: separator)
  }

  private func found(_ node: Node, depth: Int) -> Text? {
    let parts = node.items
    guard parts.count >= 3 else { return nil }
    let keys = parts[..<3].map { text($0, depth: depth + 1)?.raw ?? "" }
    guard let top = mappings?[keys[0]] else {
      return .symbol("Fn::FindInMap:\(keys.joined(separator: "."))", scope: scope)
    }
    if let value = top[keys[1]]?[keys[2]] { return text(value, depth: depth + 1) }
    let candidates = Set(top.entries.compactMap { $0.value[keys[2]].flatMap { text($0, depth: depth + 1) } })
    if candidates.count == 1 { return candidates.first }
    return .symbol("Fn::FindInMap:\(keys.joined(separator: "."))", scope: scope)
  }

  private func imported(_ node: Node, depth: Int) -> Text? {
    guard let name = text(node, depth: depth + 1) else { return nil }
    return exports[name.raw] ?? Text("${ImportValue:\(name.raw)}")
  }

  /// The source of an intrinsic that stays unknown, so that two equal ones are the same unknown.
  static func fingerprint(_ node: Node, depth: Int = 0) -> String {
    guard depth < maximumDepth else { return "…" }
    switch node.content {
    case .null: return "null"
    case .scalar(let scalar): return scalar.text
    case .sequence(let items): return "[" + items.map { fingerprint($0, depth: depth + 1) }.joined(separator: ",") + "]"
    case .mapping(let entries):
      return "{" + entries.map { $0.key + ":" + fingerprint($0.value, depth: depth + 1) }.joined(separator: ",") + "}"
    }
  }

  static func trimmed(_ text: String) -> String {
    let blank = UInt8(ascii: " ")
    guard text.utf8.first == blank || text.utf8.last == blank else { return text }
    var slice = text[...]
    while slice.first == " " { slice.removeFirst() }
    while slice.last == " " { slice.removeLast() }
    return String(slice)
  }
}
