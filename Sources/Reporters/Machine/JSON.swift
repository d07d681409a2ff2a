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
    var writer = JSONWriter()
    writer.write(self)
    return writer.finish()
  }

  /// Whether it is written on one line: it holds no collections that hold something.
  var isFlat: Bool {
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
}
