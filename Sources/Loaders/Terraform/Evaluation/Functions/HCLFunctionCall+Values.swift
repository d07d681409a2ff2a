import Diagnostics
import Infrastructure

extension HCLFunctionCall {
  /// Functions that change a value's type.
  var conversions: HCLValue? {
    switch name {
    case "sensitive", "nonsensitive", "ephemeralasnull", "issensitive": name == "issensitive" ? nil : self[0]
    case "tolist", "list": name == "list" ? list(arguments) : items(0).map(list)
    case "tomap": evaluator.expanded(self[0])
    case "tostring": converted(self[0].isNull ? self[0] : text(of: self[0]).map(text))
    case "tonumber": converted(self[0].isNull ? self[0] : self[0].number.map(number))
    case "tobool": converted(self[0].isNull ? self[0] : self[0].bool.map(bool))
    default: nil
    }
  }

  /// What is known but of another type is an error.
  private func converted(_ value: HCLValue?) -> HCLValue? {
    if let value { return value }
    return self[0].isKnown ? error : nil
  }

  /// Functions on numbers.
  var numbers: HCLValue? {
    switch name {
    case "min": extreme { $0 < $1 }
    case "max": extreme { $0 > $1 }
    case "abs": self[0].number.map { number(abs($0)) }
    case "ceil": self[0].number.map { number($0.rounded(.up)) }
    case "floor": self[0].number.map { number($0.rounded(.down)) }
    case "signum": self[0].number.map { number($0 < 0 ? -1 : $0 > 0 ? 1 : 0) }
    case "sum": sum
    case "parseint": parsed
    default: nil
    }
  }

  private func extreme(_ isBetter: (Double, Double) -> Bool) -> HCLValue? {
    let values = arguments.compactMap(\.number)
    guard values.count == arguments.count, let first = values.first else { return nil }
    return number(values.dropFirst().reduce(first) { isBetter($1, $0) ? $1 : $0 })
  }

  private var sum: HCLValue? {
    guard let items = items(0) else { return nil }
    let values = items.compactMap(\.number)
    return values.count == items.count ? number(values.reduce(0, +)) : nil
  }

  private var parsed: HCLValue? {
    guard let text = self[0].string, let radix = self[1].integer, (2...36).contains(radix) else { return nil }
    return Int(text, radix: radix).map { number(Double($0)) } ?? error
  }

  /// Functions that write or read other notations.
  var encodings: HCLValue? {
    switch name {
    case "jsonencode": HCLValue(.json(evaluator.expanded(self[0])), self[0].span)
    case "jsondecode", "yamldecode": decoded
    case "base64encode": self[0].string.map { string(Base64.encode(Array($0.utf8))) }
    case "base64decode": self[0].string.map { text in Base64.decode(text).map(string) ?? error }
    default: nil
    }
  }

  private var decoded: HCLValue? {
    if case .json(let inner) = self[0].kind { return inner }
    guard let text = text(of: self[0]), text.hasLiteralPart || !text.hasSymbols else { return nil }
    return JSONText.decode(text, at: span) ?? error
  }
}

/// The encoding of RFC 4648, section 4.
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      bits <<= UInt32(8 * (3 - group.count))
      for position in 0..<4 {
        let isPadding = position > group.count
        result.append(isPadding ? UInt8(ascii: "=") : alphabet[Int(bits >> UInt32(18 - 6 * position)) & 63])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text of an encoded string; nil when it is none, or no UTF-8.
  static func decode(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text.utf8 where byte != UInt8(ascii: "=") {
      guard let value = alphabet.firstIndex(of: byte) else { return nil }
      bits = (bits << 6 | UInt32(value)) & 0x00FF_FFFF
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
