extension Node {
  /// The truth value of a scalar, as JSON and YAML 1.2 write it, quoted or not.
  package var bool: Bool? {
    switch text {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  /// The whole number of a scalar, quoted or not.
  package var int: Int? { text.flatMap { Int($0) } }

  /// The number of a scalar, quoted or not; nil for what is written as `inf`, `nan` or hexadecimal.
  package var double: Double? {
    guard let text, text.utf8.allSatisfy(Node.isNumeric) else { return nil }
    return Double(text)
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
