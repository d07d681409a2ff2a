import Diagnostics
import Documents
import Infrastructure

/// Looks for references to names that a template does not declare, and for intrinsics that do not exist.
struct ReferenceCheck {
  private let template: Template
  /// Whether every name is in sight: no macro or loop may add others.
  private let checksNames: Bool
  private static let maximumDepth = 100
  /// Logical ids are no longer (CloudFormation quotas, 2025-11).
  private static let longestID = 255

  /// Every intrinsic of CloudFormation, its rules and its language extensions.
  private static let intrinsics: Set<String> = [
    "Fn::And", "Fn::Base64", "Fn::Cidr", "Fn::Contains", "Fn::EachMemberEquals", "Fn::EachMemberIn", "Fn::Equals",
    "Fn::FindInMap", "Fn::GetAZs", "Fn::GetAtt", "Fn::GetStackOutput", "Fn::If", "Fn::ImportValue", "Fn::Join",
    "Fn::Length", "Fn::Not", "Fn::Or", "Fn::RefAll", "Fn::Select", "Fn::Split", "Fn::Sub", "Fn::ToJsonString",
    "Fn::Transform", "Fn::ValueOf", "Fn::ValueOfAll",
  ]

  init(template: Template) {
    self.template = template
    checksNames = !(template.root["Resources"]?.entries.contains { $0.key.hasPrefix("Fn::") } ?? false)
  }

  /// Notes each dangling reference and unknown intrinsic.
  func run(into problems: inout Problems) {
    for declaration in template.declarations {
      guard let properties = declaration.node["Properties"] else { continue }
      visit(properties, in: declaration, depth: 0, into: &problems)
    }
  }

  private func visit(
    _ node: Node, in declaration: Template.Declaration, depth: Int, into problems: inout Problems
  ) {
    guard depth < ReferenceCheck.maximumDepth else { return }
    switch node.content {
    case .null, .scalar: return
    case .sequence(let items):
      for item in items { visit(item, in: declaration, depth: depth + 1, into: &problems) }
    case .mapping(let entries):
      if entries.count == 1 { check(entries[0], in: declaration, into: &problems) }
      for entry in entries { visit(entry.value, in: declaration, depth: depth + 1, into: &problems) }
    }
  }

  private func check(_ entry: Node.Entry, in declaration: Template.Declaration, into problems: inout Problems) {
    switch entry.key.utf8.first {
    case UInt8(ascii: "R") where entry.key == "Ref":
      guard let name = entry.value.text else { return }
      check(name, at: entry.value.span, in: declaration, into: &problems)
    case UInt8(ascii: "F") where entry.key == "Fn::GetAtt":
      guard let name = entry.value.text ?? entry.value.items.first?.text else { return }
      let owner = name.halves(around: UInt8(ascii: "."))?.head ?? name
      if !owner.isEmpty { check(owner, at: entry.value.span, in: declaration, into: &problems) }
    case UInt8(ascii: "F") where entry.key.hasPrefix("Fn::"):
      guard !ReferenceCheck.intrinsics.contains(entry.key), !entry.key.hasPrefix("Fn::ForEach"),
        !entry.key.hasPrefix("Fn::Rain")
      else { return }
      problems.note(entry.keySpan, "'\(entry.key)' is no CloudFormation function")
    default: return
    }
  }

  private func check(
    _ name: String, at span: Span, in declaration: Template.Declaration, into problems: inout Problems
  ) {
    guard checksNames, !isKnown(name) else { return }
    problems.note(span, "'\(declaration.id)' refers to '\(name)', which the template does not declare")
  }

  private func isKnown(_ name: String) -> Bool {
    if template.positions[name] != nil || template.parameters[name] != nil || template.generatedType(name) != nil {
      return true
    }
    if name.hasPrefix("AWS::") || name.holds(UInt8(ascii: "$")) { return true }
    if let owner = name.halves(around: UInt8(ascii: "."))?.head { return isKnown(owner) }
    return isGenerated(name)
  }

  /// Whether SAM makes a resource of this name: it begins with the id of one of SAM's own.
  private func isGenerated(_ name: String) -> Bool {
    if name.hasPrefix("ServerlessRestApi") || name.hasPrefix("ServerlessHttpApi") { return true }
    return name.unicodeScalars.indices.prefix(ReferenceCheck.longestID).contains { end in
      template.declaration(String(name[...end]))?.type.hasPrefix("AWS::Serverless::") ?? false
    }
  }
}
