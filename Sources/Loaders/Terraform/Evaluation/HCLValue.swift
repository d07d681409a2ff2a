import Diagnostics
import Infrastructure
import OrderedCollections

/// What an expression comes to: known as far as possible, symbolic beyond, never an error.
struct HCLValue {
  indirect enum Kind {
    case null
    case bool(Bool)
    case number(Double)
    /// A string, in which unknown parts are symbols.
    case text(Text)
    /// A tuple, a list or a set.
    case list([HCLValue])
    case object(OrderedDictionary<String, HCLValue>)
    /// The text that `jsonencode` makes of a value, kept as the value so that its parts keep their places.
    case json(HCLValue)
    /// Something with names of its own that are looked at when they are asked for.
    case reference(HCLReference)
    case unknown(HCLUnknown)
  }

  let kind: Kind
  var span: Span
  /// The key it is written under.
  var keySpan: Span?
  /// Where it comes from, where that is not the text itself.
  var origin: EnvironmentVariable.Origin?

  init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }

  static func text(_ text: Text, _ span: Span) -> HCLValue { HCLValue(.text(text), span) }
  static func string(_ string: String, _ span: Span) -> HCLValue { HCLValue(.text(Text(string)), span) }
  static func null(_ span: Span) -> HCLValue { HCLValue(.null, span) }

  static func unknown(_ symbol: String, _ span: Span, isError: Bool = false) -> HCLValue {
    HCLValue(.unknown(HCLUnknown(symbol, isError: isError)), span)
  }

  /// The same value as if it were written elsewhere.
  func at(_ span: Span) -> HCLValue {
    var result = self
    result.span = span
    return result
  }

  func keyed(_ span: Span) -> HCLValue {
    var result = self
    result.keySpan = span
    return result
  }

  /// The same value with a word on where it comes from; an earlier one holds.
  func from(_ origin: EnvironmentVariable.Origin?) -> HCLValue {
    guard self.origin == nil, let origin else { return self }
    var result = self
    result.origin = origin
    return result
  }
}

/// A value that can't be known: what it is called, the same wherever the same is meant.
struct HCLUnknown {
  /// The source of the expression, with what is known put in.
  let symbol: String
  /// Whether Terraform would call it an error, so that `try` goes on.
  let isError: Bool

  /// The length from which symbols are shortened.
  private static let lengthLimit = 240

  init(_ symbol: String, isError: Bool = false) {
    self.symbol = HCLUnknown.clean(symbol)
    self.isError = isError
  }

  /// Symbols stand inside JSON texts and between braces, so they hold neither quotes nor braces, except around the
  /// symbols in them, which go without.
  private static func clean(_ symbol: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(symbol.utf8.count)
    for byte in symbol.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(UInt8(ascii: "'"))
      case UInt8(ascii: "{"):
        if bytes.last == UInt8(ascii: "$") { bytes.removeLast() }
        bytes.append(UInt8(ascii: "("))
      case UInt8(ascii: "}"): bytes.append(UInt8(ascii: ")"))
      case UInt8(ascii: "\\"), 0x0A, 0x0D, 0x09:
        if bytes.last != 0x20 { bytes.append(0x20) }
      default: bytes.append(byte)
      }
    }
    guard bytes.count > lengthLimit else { return String(decoding: bytes, as: UTF8.self) }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return String(decoding: bytes[..<lengthLimit], as: UTF8.self) + "…" + String(hash, radix: 16)
  }
}

/// The things that an expression can name.
enum HCLReference {
  case variables(TerraformModule)
  case locals(TerraformModule)
  case calls(TerraformModule)
  case data(TerraformModule)
  /// All resources of a type, as in `aws_sqs_queue`.
  case type(String, isData: Bool, TerraformModule)
  /// A resource with `count` or `for_each`.
  case resource(ResourceDeclaration, TerraformModule)
  case instance(ResourceInstance)
  /// A module call with `count` or `for_each`.
  case call(String, TerraformModule)
  case module(TerraformModule)
}

extension HCLValue {
  var isNull: Bool {
    if case .null = kind { true } else { false }
  }

  var unknown: HCLUnknown? {
    if case .unknown(let unknown) = kind { unknown } else { nil }
  }

  var isError: Bool { unknown?.isError == true }

  /// Whether it is an error or holds one, as a list does that was written around it.
  var holdsError: Bool {
    switch kind {
    case .list(let items): items.contains(where: \.holdsError)
    case .object(let entries): entries.values.contains(where: \.holdsError)
    case .json(let inner): inner.holdsError
    case .unknown(let unknown): unknown.isError
    case .null, .bool, .number, .text, .reference: false
    }
  }

  var list: [HCLValue]? {
    if case .list(let items) = kind { items } else { nil }
  }

  var object: OrderedDictionary<String, HCLValue>? {
    if case .object(let entries) = kind { entries } else { nil }
  }

  /// The string when all of it is known; numbers and booleans convert.
  var string: String? {
    switch kind {
    case .text(let text): text.known
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): HCLValue.digits(number)
    case .json: JSONText.encode(self).known
    case .null, .list, .object, .reference, .unknown: nil
    }
  }

  var number: Double? {
    switch kind {
    case .number(let number): number
    case .text(let text): text.known.flatMap { Double($0) }
    case .null, .bool, .list, .object, .json, .reference, .unknown: nil
    }
  }

  var integer: Int? { number.flatMap { Int(exactly: $0.rounded(.towardZero)) } }

  var bool: Bool? {
    switch kind {
    case .bool(let bool): bool
    case .text(let text): text.raw == "true" ? true : text.raw == "false" ? false : nil
    case .null, .number, .list, .object, .json, .reference, .unknown: nil
    }
  }

  /// Whether every part of it is known.
  var isKnown: Bool {
    switch kind {
    case .null, .bool, .number: true
    case .text(let text): !text.hasSymbols
    case .list(let items): items.allSatisfy(\.isKnown)
    case .object(let entries): entries.values.allSatisfy(\.isKnown)
    case .json(let value): value.isKnown
    case .reference, .unknown: false
    }
  }

  /// A number as Terraform prints it.
  static func digits(_ number: Double) -> String {
    guard let whole = Int(exactly: number) else { return "\(number)" }
    return "\(whole)"
  }
}
