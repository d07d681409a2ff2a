import Diagnostics
import Documents
import Infrastructure

/// Looks for references to names that a template does not declare, and for intrinsics that do not exist.
struct ReferenceCheck {
  private let template: Template
  /// The logical ids of SAM's own resources, which generate others.
  private let serverless: Set<String>
  private static let maximumDepth = 100

  /// Every intrinsic of CloudFormation, its rules and its language extensions.
  private static let intrinsics: Set<String> = [
    "Fn::And", "Fn::Base64", "Fn::Cidr", "Fn::Contains", "Fn::EachMemberEquals", "Fn::EachMemberIn", "Fn::Equals",
    "Fn::FindInMap", "Fn::GetAZs", "Fn::GetAtt", "Fn::GetStackOutput", "Fn::If", "Fn::ImportValue", "Fn::Join",
    "Fn::Length", "Fn::Not", "Fn::Or", "Fn::RefAll", "Fn::Select", "Fn::Split", "Fn::Sub", "Fn::ToJsonString",
    "Fn::Transform", "Fn::ValueOf", "Fn::ValueOfAll",
  ]

  init(template: Template) {
    self.template = template
    serverless = Set(template.declarations.lazy.filter { $0.type.hasPrefix("AWS::Serverless::") }.map(\.id))
  }

  /// Notes each dangling reference and unknown intrinsic; silent where macros or loops may add names.
  func run(into problems: inout Problems) {
    let mayHideNames = template.root["Resources"]?.entries.contains { $0.key.hasPrefix("Fn::") } ?? false
    for declaration in template.declarations {
      guard let properties = declaration.node["Properties"] else { continue }
      visit(properties, in: declaration.id, checksNames: !mayHideNames, depth: 0, into: &problems)
    }
  }

  private func visit(_ node: Node, in id: String, checksNames: Bool, depth: Int, into problems: inout Problems) {
    guard depth < ReferenceCheck.maximumDepth else { return }
    switch node.content {
    case .null, .scalar: return
    case .sequence(let items):
      for index in items.indices {
        visit(items[index], in: id, checksNames: checksNames, depth: depth + 1, into: &problems)
      }
    case .mapping(let entries):
      if entries.count == 1 { check(entries[0], in: id, checksNames: checksNames, into: &problems) }
      for index in entries.indices {
        visit(entries[index].value, in: id, checksNames: checksNames, depth: depth + 1, into: &problems)
      }
    }
  }

  private func check(_ entry: Node.Entry, in id: String, checksNames: Bool, into problems: inout Problems) {
    if checksNames { check(entry, in: id, into: &problems) }
    guard entry.key.hasPrefix("Fn::"), !ReferenceCheck.intrinsics.contains(entry.key),
      !entry.key.hasPrefix("Fn::ForEach"), !entry.key.hasPrefix("Fn::Rain")
    else { return }
    problems.note(entry.keySpan, "'\(entry.key)' is no CloudFormation function")
  }

  private func check(_ entry: Node.Entry, in id: String, into problems: inout Problems) {
    switch entry.key {
    case "Ref":
      guard let name = entry.value.text, !isKnown(name) else { return }
      problems.note(entry.value.span, "'\(id)' refers to '\(name)', which the template does not declare")
    case "Fn::GetAtt":
      guard let name = entry.value.text ?? entry.value.items.first?.text else { return }
      let owner = name.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
      guard !owner.isEmpty, !isKnown(owner) else { return }
      problems.note(entry.value.span, "'\(id)' refers to '\(owner)', which the template does not declare")
    default: return
    }
  }

  private func isKnown(_ name: String) -> Bool {
    if template.positions[name] != nil || template.parameters[name] != nil || template.generated[name] != nil {
      return true
    }
    if name.hasPrefix("AWS::") || name.utf8.contains(UInt8(ascii: "$")) { return true }
    if let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) { return isKnown(String(name[..<dot])) }
    return isGenerated(name)
  }

  /// Whether SAM makes a resource of this name: it begins with the id of one of SAM's own.
  private func isGenerated(_ name: String) -> Bool {
    if name.hasPrefix("ServerlessRestApi") || name.hasPrefix("ServerlessHttpApi") { return true }
    guard !serverless.isEmpty else { return false }
    return name.unicodeScalars.indices.contains { serverless.contains(String(name[...$0])) }
  }
}
