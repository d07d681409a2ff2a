/// A JSON value on its way out; members keep their order.
package indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])
  /// A value that stays on one line, however much it holds.
  case line(JSON)

  package init(_ text: String?) { self = text.map(JSON.string) ?? .null }

  /// The text of the value with a line end: two spaces of indentation, small values on one line.
  package var bytes: [UInt8] {
    var out: [UInt8] = []
    write(to: &out, indentation: 0)
    out.append(0x0A)
    return out
  }
}

extension JSON {
  private func write(to out: inout [UInt8], indentation: Int, isLine: Bool = false) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .int(let value): out += String(value).utf8
    case .double(let value): out += (value.isFinite ? value.description : "null").utf8
    case .string(let text): JSON.write(text, to: &out)
    case .array(let items):
      out.append(UInt8(ascii: "["))
      let isFlat = isLine || isFlat
      for (index, item) in items.enumerated() {
        JSON.separate(index, isFlat: isFlat, to: &out, indentation)
        item.write(to: &out, indentation: indentation + 1, isLine: isLine)
      }
      if !isFlat, !items.isEmpty { JSON.newLine(to: &out, indentation) }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      let isFlat = isLine || isFlat
      for (index, (key, value)) in members.enumerated() {
        JSON.separate(index, isFlat: isFlat, to: &out, indentation)
        JSON.write(key, to: &out)
        out += ": ".utf8
        value.write(to: &out, indentation: indentation + 1, isLine: isLine)
      }
      if !isFlat, !members.isEmpty { JSON.newLine(to: &out, indentation) }
      out.append(UInt8(ascii: "}"))
    case .line(let value): value.write(to: &out, indentation: indentation, isLine: true)
    }
  }

  /// Whether it is written on one line: it holds no collections that hold something.
  private var isFlat: Bool {
    switch self {
    case .null, .bool, .int, .double, .string, .line: true
    case .array(let items): items.allSatisfy(\.isLeaf)
    case .object(let members): members.allSatisfy(\.1.isLeaf)
    }
  }

  private var isLeaf: Bool {
    switch self {
    case .null, .bool, .int, .double, .string: true
    case .array(let items): items.isEmpty
    case .object(let members): members.isEmpty
    case .line: false
    }
  }

  private static func separate(_ index: Int, isFlat: Bool, to out: inout [UInt8], _ indentation: Int) {
    if index > 0 { out.append(UInt8(ascii: ",")) }
    if !isFlat {
      newLine(to: &out, indentation + 1)
    } else if index > 0 {
      out.append(0x20)
    }
  }

  private static func newLine(to out: inout [UInt8], _ indentation: Int) {
    out.append(0x0A)
    for _ in 0..<indentation { out += "  ".utf8 }
  }

  /// A string in quotes, with the escapes that JSON asks for and those that keep it safe inside HTML and YAML.
  static func write(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): out += "\\\"".utf8
      case UInt8(ascii: "\\"): out += "\\\\".utf8
      case 0x0A: out += "\\n".utf8
      case 0x0D: out += "\\r".utf8
      case 0x09: out += "\\t".utf8
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        out += "\\u00".utf8
        if digits.utf8.count < 2 { out.append(UInt8(ascii: "0")) }
        out += digits.utf8
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
