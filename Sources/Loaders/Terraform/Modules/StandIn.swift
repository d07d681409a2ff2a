/// Writes the parts that the stand-ins of registry modules have in common, as Terraform's own syntax.
enum StandIn {
  /// Variables without a default of their own, by names between spaces.
  static func variables(_ names: String) -> String { variables(words(names).map { ($0, "null") }) }

  /// Variables with their defaults.
  static func variables(_ defaults: [(name: String, value: String)]) -> String {
    defaults.map { "variable \"\($0.name)\" { default = \($0.value) }\n" }.joined()
  }

  /// Attributes that are variables of the same names.
  static func arguments(_ names: String) -> String { words(names).map { "  \($0) = var.\($0)\n" }.joined() }

  /// Attributes that are entries of the same names, where an object has them.
  static func entries(_ names: String, of object: String = "each.value") -> String {
    words(names).map { "  \($0) = try(\(object).\($0), null)\n" }.joined()
  }

  /// A block that is there where a variable is set.
  static func block(_ type: String, ifSet variable: String, _ attributes: [(name: String, value: String)]) -> String {
    block(type, if: "var.\(variable) != null", attributes)
  }

  /// A block that is there on a condition.
  static func block(_ type: String, if condition: String, _ attributes: [(name: String, value: String)]) -> String {
    """
      dynamic "\(type)" {
        for_each = \(condition) ? [true] : []
        content {
    \(attributes.map { "      \($0.name) = \($0.value)\n" }.joined())    }
      }

    """
  }

  /// Outputs by the references that they hand out, which are empty where nothing is made.
  static func outputs(_ references: [(name: String, reference: String)]) -> String {
    references.map { "output \"\($0.name)\" { value = try(\($0.reference), \"\") }\n" }.joined()
  }

  private static func words(_ text: String) -> [String] { text.split { $0 == " " || $0 == "\n" }.map(String.init) }
}
