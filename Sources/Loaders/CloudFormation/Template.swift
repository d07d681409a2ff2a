import Diagnostics
import Documents
import Infrastructure

/// One CloudFormation or SAM template: its sections, and what the names in it stand for.
///
/// Built once, then asked: evaluation is lazy and copies no trees.
struct Template: Sendable {
  /// A parameter as declared, and the value it was given.
  struct Parameter: Sendable {
    let name: String
    let type: String
    let isNoEcho: Bool
    let defaultNode: Node?
    /// From the command line or the parent stack.
    let given: Text?
    let span: Span

    /// A list type, whose values are separated by commas.
    var isList: Bool { type.hasPrefix("List<") || type == "CommaDelimitedList" || type.contains("<List<") }

    /// A type whose value is the name of an SSM parameter.
    var isSSM: Bool { type.hasPrefix("AWS::SSM::Parameter") }
  }

  /// A resource as declared; a class, as every pass over the template hands it on.
  final class Declaration: Sendable {
    let id: String
    let type: String
    let keySpan: Span
    let node: Node
    let properties: Node?
    /// What the type is in the graph and what references to it give.
    let resourceType: ResourceType?
    /// Its place among the template's declarations.
    let position: Int

    init(id: String, type: String, keySpan: Span, node: Node, properties: Node?, position: Int) {
      self.id = id
      self.type = type
      self.keySpan = keySpan
      self.node = node
      self.properties = properties
      self.position = position
      resourceType = ResourceType.table[type]
    }

    /// Whether SAM makes a role for it, as it names none.
    var hasGeneratedRole: Bool {
      (type == "AWS::Serverless::Function" || type == "AWS::Serverless::StateMachine") && properties?["Role"] == nil
    }

    /// Whether it is a template of its own.
    var isStack: Bool {
      switch Keyword(type) {
      case "AWS::CloudFormation::Stack", "AWS::Serverless::Application": true
      default: false
      }
    }
  }

  let path: String
  let file: FileID
  /// What symbols of this stack are scoped with: the path of the file, then the ids of nested stacks.
  let scope: String
  let root: Node
  var parameters: [String: Parameter] = [:]
  var declarations: [Declaration] = []
  /// Where a logical id stands in `declarations`.
  var positions = NameTable()
  /// The physical names of `declarations`, as far as they are known.
  var ownNames: [Text] = []
  /// Physical names by logical id that a framework gives, also to resources that it generates.
  var physicalNames: [String: Text] = [:]
  /// Logical ids that the template does not declare but that a framework makes, with their types.
  var generated: [String: String] = [:]
  /// Values of `Fn::GetAtt Stack.Outputs.Name` by stack and output.
  var stackOutputs: [String: [String: Text]] = [:]
  /// Exports of the run by name.
  var exports: [String: Text] = [:]
  /// What users call the resources that a framework names, by logical id.
  var names: [String: String] = [:]
  /// Logical ids of roles that all functions of a service share.
  var sharedRoles: Set<String> = []
  /// The name of the stack, where it is known.
  var stackName: Text?
  /// Whether every name that may be referred to is declared.
  var checksReferences = true
  var mappings: Node?
  var conditions: Node?
  /// The conditions that can be decided.
  var truths: [String: Bool] = [:]
  var globals: Node?

  init(path: String, file: FileID, scope: String, root: Node) {
    self.path = path
    self.file = file
    self.scope = scope
    self.root = root
    mappings = root["Mappings"]
    conditions = root["Conditions"]
    globals = root["Globals"]
  }

  func declaration(_ id: String) -> Declaration? { positions[id].map { declarations[$0] } }

  /// The type of a logical id, declared or generated.
  func type(of id: String) -> String? { declaration(id)?.type ?? generatedType(id) }

  /// The type of what a framework makes under a logical id.
  func generatedType(_ id: String) -> String? {
    if let type = generated[id] { return type }
    guard id.hasSuffix("Role"), let owner = declaration(String(id.dropLast("Role".count))), owner.hasGeneratedRole
    else { return nil }
    return "AWS::IAM::Role"
  }

  func physicalName(of declaration: Declaration) -> Text { ownNames[declaration.position] }

  /// The physical name of a logical id as far as it is known.
  func physicalName(_ id: String) -> Text {
    positions[id].map { ownNames[$0] } ?? physicalNames[id] ?? .symbol(id, scope: scope)
  }
}
