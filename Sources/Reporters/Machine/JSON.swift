/// A JSON value on its way out; members keep their order.
package indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

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
  private func write(to out: inout [UInt8], indentation: Int) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .int(let value): out += String(value).utf8
    case .string(let text): JSON.write(text, to: &out)
    case .array(let items):
      JSON.write(items.map { (nil, $0) }, "[", "]", isFlat: isFlat, to: &out, indentation)
    case .object(let members):
      JSON.write(members.map { ($0.0, $0.1) }, "{", "}", isFlat: isFlat, to: &out, indentation)
    }
  }

  /// Whether it is written on one line: it holds no collections that hold something.
  private var isFlat: Bool {
    switch self {
    case .null, .bool, .int, .string: true
    case .array(let items): items.allSatisfy(\.isLeaf)
    case .object(let members): members.allSatisfy(\.1.isLeaf)
    }
  }

  private var isLeaf: Bool {
    switch self {
    case .null, .bool, .int, .string: true
    case .array(let items): items.isEmpty
    case .object(let members): members.isEmpty
    }
  }

  private static func write(
    _ members: [(String?, JSON)], _ open: Unicode.Scalar, _ close: Unicode.Scalar, isFlat: Bool,
    to out: inout [UInt8], _ indentation: Int
  ) {
    out.append(UInt8(ascii: open))
    for (index, member) in members.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      if !isFlat {
        newLine(to: &out, indentation + 1)
      } else if index > 0 {
        out.append(0x20)
      }
      if let key = member.0 {
        write(key, to: &out)
        out += ": ".utf8
      }
      member.1.write(to: &out, indentation: indentation + 1)
    }
    if !isFlat, !members.isEmpty { newLine(to: &out, indentation) }
    out.append(UInt8(ascii: close))
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
