/// One step of an address or reference: a name after a dot, or a key in brackets.
enum TerraformStep: Hashable, Sendable {
  case name(String)
  case key(String)

  var name: String? {
    if case .name(let name) = self { name } else { nil }
  }

  var key: String? {
    if case .key(let key) = self { key } else { nil }
  }
}

/// Addresses and references as Terraform prints them, such as `module.a["x.y"].aws_sqs_queue.q[0].arn`.
enum TerraformAddress {
  /// Takes an address apart; keys may hold dots, brackets and escaped quotes, so it is never split at dots.
  static func steps(_ address: String) -> [TerraformStep] {
    var steps: [TerraformStep] = []
    var name: [UInt8] = []
    var bytes = Array(address.utf8)[...]
    func flush() {
      if !name.isEmpty { steps.append(.name(String(decoding: name, as: UTF8.self))) }
      name = []
    }
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "."): flush()
      case UInt8(ascii: "["):
        flush()
        steps.append(.key(key(&bytes)))
      default: name.append(byte)
      }
    }
    flush()
    return steps
  }

  /// Reads what stands between brackets, up to and with the closing one.
  private static func key(_ bytes: inout ArraySlice<UInt8>) -> String {
    guard bytes.first == UInt8(ascii: "\"") else {
      let end = bytes.firstIndex(of: UInt8(ascii: "]")) ?? bytes.endIndex
      defer { bytes = end < bytes.endIndex ? bytes[(end + 1)...] : [] }
      return String(decoding: bytes[..<end], as: UTF8.self)
    }
    bytes.removeFirst()
    var key: [UInt8] = []
    while let byte = bytes.popFirst(), byte != UInt8(ascii: "\"") {
      key.append(byte == UInt8(ascii: "\\") ? bytes.popFirst() ?? byte : byte)
    }
    if bytes.first == UInt8(ascii: "]") { bytes.removeFirst() }
    return String(decoding: key, as: UTF8.self)
  }

  /// A key as addresses print it: a number bare, anything else quoted.
  static func bracketed(_ key: String, isNumber: Bool) -> String {
    isNumber ? "[\(key)]" : "[\"\(key.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined())\"]"
  }
}

/// One module call on the way to a module instance.
struct TerraformModuleStep: Hashable, Sendable {
  let call: String
  let key: String?
}

/// The module instance that something lives in, from the root down.
struct TerraformModulePath: Hashable, Sendable {
  var steps: [TerraformModuleStep] = []

  /// The path in a module address such as `module.a["k"].module.b`.
  init(_ address: String) {
    var isCall = false
    for step in TerraformAddress.steps(address) {
      switch step {
      case .name("module") where !isCall: isCall = true
      case .name(let name):
        steps.append(TerraformModuleStep(call: name, key: nil))
        isCall = false
      case .key(let key):
        if let last = steps.popLast() { steps.append(TerraformModuleStep(call: last.call, key: key)) }
      }
    }
  }

  /// The calls without keys, which is how the configuration knows a module.
  var calls: [String] { steps.map(\.call) }

  var parent: TerraformModulePath {
    var parent = self
    if !parent.steps.isEmpty { parent.steps.removeLast() }
    return parent
  }

  func child(_ call: String, _ key: String?) -> TerraformModulePath {
    var child = self
    child.steps.append(TerraformModuleStep(call: call, key: key))
    return child
  }
}
