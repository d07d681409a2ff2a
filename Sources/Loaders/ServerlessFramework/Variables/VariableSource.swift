/// One source of a variable: `provider(parameters):address`.
struct VariableSource: Hashable {
  let provider: String
  /// What stands between the parentheses, without blanks around it.
  let parameters: String?
  /// What follows the colon.
  let address: String?

  init(provider: String, parameters: String? = nil, address: String? = nil) {
    self.provider = provider
    self.parameters = parameters
    self.address = address
  }

  /// Reads a source; nil for a literal or a foreign expression such as `AWS::Region`.
  ///
  /// The first version also put a region after a dot, as in `cf.us-west-2:stack.Output`.
  init?(_ text: String) {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return nil }
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count, VariableSource.isName(bytes[index]) { index += 1 }
    var name = String(decoding: bytes[..<index], as: UTF8.self)
    guard index < bytes.count else { return nil }
    var parameters: String?
    if bytes[index] == UInt8(ascii: "(") {
      guard let close = VariableSource.closing(bytes, from: index) else { return nil }
      parameters = VariableText.trimmed(String(decoding: bytes[(index + 1)..<close], as: UTF8.self))
      index = close + 1
    }
    var address: String?
    if index < bytes.count {
      guard bytes[index] == UInt8(ascii: ":") else { return nil }
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ":") { return nil }
      address = VariableText.trimmed(String(decoding: bytes[(index + 1)...], as: UTF8.self))
    }
    guard parameters != nil || address != nil else { return nil }
    if let dot = name.firstIndex(of: ".") {
      parameters = parameters ?? String(name[name.index(after: dot)...])
      name = String(name[..<dot])
    }
    self.init(provider: name, parameters: parameters, address: address)
  }

  /// Whether what stands from an offset on may be a source: a name and what follows one.
  static func begins(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start < bytes.count, (0x61...0x7A).contains(bytes[start]) else { return false }
    guard let end = bytes[start...].firstIndex(where: { !isName($0) }) else { return false }
    return bytes[end] == UInt8(ascii: "(") || bytes[end] == UInt8(ascii: ":")
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func closing(_ bytes: [UInt8], from open: Int) -> Int? {
    var depth = 0
    for index in open..<bytes.count {
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// The one spelling of a source whose value can't be known, so that equal unknowns are equal texts.
  var symbol: String {
    switch provider {
    case "ssm":
      var name = address ?? ""
      if let tilde = name.firstIndex(of: "~") { name = String(name[..<tilde]) }
      let isRaw = parameters?.split(separator: ",").contains { VariableText.trimmed(String($0)) == "raw" } ?? false
      return isRaw ? "ssm(raw):\(name)" : "ssm:\(name)"
    case "cf", "s3", "output": return "\(provider):\(address ?? "")"
    default:
      return provider + (parameters.map { "(\($0))" } ?? "") + (address.map { ":\($0)" } ?? "")
    }
  }
}
