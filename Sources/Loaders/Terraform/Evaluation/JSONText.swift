import Diagnostics
import Documents
import Infrastructure
import OrderedCollections

/// `jsonencode` and `jsondecode`.
enum JSONText {
  /// The JSON text of a value; unknown parts are symbols inside strings.
  static func encode(_ value: HCLValue) -> Text {
    if case .json(let inner) = value.kind { return encode(inner) }
    var output = ""
    write(value, into: &output, depth: 0)
    return Text(output)
  }

  private static let depthLimit = 100

  private static func write(_ value: HCLValue, into output: inout String, depth: Int) {
    guard depth < depthLimit else { return output += "null" }
    switch value.kind {
    case .null: output += "null"
    case .bool(let bool): output += bool ? "true" : "false"
    case .number(let number): output += HCLValue.digits(number)
    case .text(let text): write(text.raw, into: &output)
    case .json(let inner): write(encode(inner).raw, into: &output)
    case .unknown(let unknown): write(Text.symbol(unknown.symbol).raw, into: &output)
    case .reference: output += "null"
    case .list(let items):
      output += "["
      for (index, item) in items.enumerated() {
        if index > 0 { output += "," }
        write(item, into: &output, depth: depth + 1)
      }
      output += "]"
    case .object(let entries):
      output += "{"
      for (index, key) in entries.keys.sorted().enumerated() {
        if index > 0 { output += "," }
        write(key, into: &output)
        output += ":"
        if let entry = entries[key] { write(entry, into: &output, depth: depth + 1) }
      }
      output += "}"
    }
  }

  private static func write(_ string: String, into output: inout String) {
    output += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      default:
        if scalar.value < 0x20 {
          let hex = String(scalar.value, radix: 16)
          output += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
        } else {
          output.unicodeScalars.append(scalar)
        }
      }
    }
    output += "\""
  }

  /// The value of a JSON or YAML text, every part of it at the place of the whole; nil when it is neither.
  static func decode(_ text: Text, at span: Span) -> HCLValue? {
    var problems = Problems()
    let file = SourceFile(path: "", bytes: Array(text.raw.utf8))
    guard let documents = try? DocumentReader.read(file, id: span.file, problems: &problems), let root = documents.first
    else { return nil }
    return value(root, at: span, depth: 0)
  }

  private static func value(_ node: Node, at span: Span, depth: Int) -> HCLValue {
    guard depth < depthLimit else { return .null(span) }
    switch node.content {
    case .null: return .null(span)
    case .sequence(let items): return HCLValue(.list(items.map { value($0, at: span, depth: depth + 1) }), span)
    case .mapping(let entries):
      var object: OrderedDictionary<String, HCLValue> = [:]
      for entry in entries { object[entry.key] = value(entry.value, at: span, depth: depth + 1) }
      return HCLValue(.object(object), span)
    case .scalar(let scalar):
      guard scalar.style == .plain else { return .string(scalar.text, span) }
      if scalar.text == "true" || scalar.text == "false" { return HCLValue(.bool(scalar.text == "true"), span) }
      if let number = Double(scalar.text) { return HCLValue(.number(number), span) }
      return .string(scalar.text, span)
    }
  }
}
