import Diagnostics
import Infrastructure

extension HCLFunctionCall {
  /// Functions on strings.
  ///
  /// What they do to a part that isn't known becomes a part of its symbol.
  var strings: HCLValue? {
    switch name {
    case "lower": mapped(self[0]) { $0.lowercased() }
    case "upper": mapped(self[0]) { $0.uppercased() }
    case "title": mapped(self[0], titled)
    case "chomp": self[0].string.map { string(HCLFunctionCall.trimmed($0, start: false) { $0.isNewline }) }
    case "trimspace": self[0].string.map { string(HCLFunctionCall.trimmed($0) { $0.isWhitespace }) }
    case "trim": trimmed
    case "trimprefix": withoutPrefix
    case "trimsuffix": withoutSuffix
    case "strrev": self[0].string.map { string(String($0.reversed())) }
    case "replace": replaced
    case "substr": substring
    case "split": split
    case "join": joined
    case "startswith": starts
    case "endswith": ends
    case "strcontains": contained
    case "indent": indented
    default: nil
    }
  }

  /// The text of an argument that is a string, known or in part.
  func text(of value: HCLValue) -> Text? {
    switch value.kind {
    case .text(let text): text
    case .bool, .number, .json: evaluator.text(value)
    case .unknown(let unknown): unknown.isError ? nil : .symbol(unknown.symbol)
    case .null, .list, .object, .reference: nil
    }
  }

  /// Changes the known parts of a string, and says so in the symbols of the others.
  private func mapped(_ value: HCLValue, _ change: (String) -> String) -> HCLValue? {
    guard let text = text(of: value) else { return nil }
    var result = ""
    for piece in text.pieces {
      switch piece {
      case .literal(let literal): result += change(literal)
      case .symbol(let symbol): result += "${" + (symbol.hasPrefix("AWS::") ? symbol : "\(name)(\(symbol))") + "}"
      }
    }
    return self.text(Text(result))
  }

  private func titled(_ text: String) -> String {
    var startsWord = true
    return String(
      text.flatMap { character -> String in
        defer { startsWord = !character.isLetter && !character.isNumber }
        return startsWord ? character.uppercased() : String(character)
      })
  }

  private static func trimmed(_ text: String, start: Bool = true, _ isTrimmed: (Character) -> Bool) -> String {
    var result = text[...]
    if start { result = result.drop(while: isTrimmed) }
    while let last = result.last, isTrimmed(last) { result.removeLast() }
    return String(result)
  }

  private var trimmed: HCLValue? {
    guard let text = self[0].string, let cut = self[1].string else { return nil }
    return string(HCLFunctionCall.trimmed(text) { cut.contains($0) })
  }

  private var withoutPrefix: HCLValue? {
    guard let text = text(of: self[0]), let prefix = self[1].string else { return nil }
    if text.raw.hasPrefix(prefix) { return self.text(Text(String(text.raw.dropFirst(prefix.count)))) }
    return beginsOtherwise(text, prefix) ? self.text(text) : nil
  }

  private var withoutSuffix: HCLValue? {
    guard let text = text(of: self[0]), let suffix = self[1].string else { return nil }
    if text.raw.hasSuffix(suffix), !suffix.hasSuffix("}") {
      return self.text(Text(String(text.raw.dropLast(suffix.count))))
    }
    guard !text.hasSymbols || (!text.raw.hasSuffix("}") && text.hasLiteralPart) else { return nil }
    return self.text(text)
  }

  /// Whether the known beginning of a text rules a prefix out.
  private func beginsOtherwise(_ text: Text, _ prefix: String) -> Bool {
    guard text.hasSymbols else { return !text.raw.hasPrefix(prefix) }
    guard case .literal(let literal) = text.pieces.first else { return false }
    return !literal.hasPrefix(prefix) && !prefix.hasPrefix(literal)
  }

  private var replaced: HCLValue? {
    guard let search = self[1].string, let replacement = text(of: self[2]), !search.isEmpty else { return nil }
    guard search.count < 3 || !search.hasPrefix("/") || !search.hasSuffix("/") else { return nil }
    guard let text = text(of: self[0]) else { return nil }
    var result = ""
    for piece in text.pieces {
      switch piece {
      case .literal(let literal):
        result += HCLFunctionCall.split(literal, on: search).joined(separator: replacement.raw)
      case .symbol(let symbol):
        result +=
          symbol.hasPrefix("AWS::") ? "${\(symbol)}" : "${replace(\(symbol), '\(search)', '\(replacement.raw)')}"
      }
    }
    return self.text(Text(result))
  }

  private var substring: HCLValue? {
    guard let text = self[0].string, let start = self[1].integer, let length = self[2].integer else { return nil }
    let characters = Array(text)
    let first = max(0, min(characters.count, start < 0 ? characters.count &+ start : start))
    let end = length < 0 ? characters.count : min(characters.count, first &+ length)
    return string(String(characters[first..<max(first, end)]))
  }

  private var split: HCLValue? {
    guard let separator = self[0].string, let text = text(of: self[1]) else { return nil }
    if let known = text.known {
      guard !known.isEmpty else { return list([]) }
      return list(HCLFunctionCall.split(known, on: separator).map(string))
    }
    guard separator.count == 1, let mark = separator.first, text.hasLiteralPart else { return nil }
    return list(text.split(on: mark).map(self.text))
  }

  /// The parts of a string between the occurrences of another.
  static func split(_ text: String, on separator: String) -> [String] {
    let bytes = Array(text.utf8)
    let mark = Array(separator.utf8)
    guard !mark.isEmpty else { return text.map { String($0) } }
    var parts: [String] = []
    var start = 0
    var index = 0
    while index + mark.count <= bytes.count {
      if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }

  private var joined: HCLValue? {
    guard let separator = self[0].string else { return nil }
    var parts: [HCLValue] = []
    for argument in arguments.dropFirst() {
      guard let items = evaluator.expanded(argument).list else { return nil }
      parts += items
    }
    return text(Text(parts.map { evaluator.text($0).raw }.joined(separator: separator)))
  }

  private var starts: HCLValue? {
    guard let text = text(of: self[0]), let prefix = self[1].string else { return nil }
    if text.raw.hasPrefix(prefix) { return bool(true) }
    return beginsOtherwise(text, prefix) ? bool(false) : nil
  }

  private var ends: HCLValue? {
    guard let text = self[0].string, let suffix = self[1].string else { return nil }
    return bool(text.hasSuffix(suffix))
  }

  private var contained: HCLValue? {
    guard let text = self[0].string, let part = self[1].string else { return nil }
    return bool(HCLFunctionCall.split(text, on: part).count > 1)
  }

  private var indented: HCLValue? {
    guard let count = self[0].integer, let text = text(of: self[1]), (0...100).contains(count) else { return nil }
    let lines = HCLFunctionCall.split(text.raw, on: "\n")
    return self.text(Text(lines.joined(separator: "\n" + String(repeating: " ", count: count))))
  }
}
