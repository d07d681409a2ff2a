import Diagnostics
import Infrastructure

extension HCLFunctionCall {
  /// `format` and `formatlist`.
  var formatting: HCLValue? {
    switch name {
    case "format": formatted(Array(arguments.dropFirst())).map(text)
    case "formatlist": formattedList
    default: nil
    }
  }

  private var formattedList: HCLValue? {
    let values = arguments.dropFirst().map(evaluator.expanded)
    guard let count = values.compactMap({ $0.list?.count }).max() else { return nil }
    guard !values.contains(where: { $0.list == nil && $0.unknown != nil }) else { return nil }
    var items: [HCLValue] = []
    for index in 0..<count {
      let row = values.map { value in
        value.list.map { $0.indices.contains(index) ? $0[index] : .null(span) } ?? value
      }
      guard let item = formatted(row) else { return nil }
      items.append(text(item))
    }
    return list(items)
  }

  /// The text of the format in the first argument; nil when it can't be known.
  private func formatted(_ values: [HCLValue]) -> Text? {
    guard let format = self[0].string else { return nil }
    var result = ""
    var verb: String?
    var next = 0
    for character in format {
      guard var current = verb else {
        if character == "%" { verb = "" } else { result.append(character) }
        continue
      }
      if character == "%", current.isEmpty {
        result.append("%")
      } else if character.isLetter {
        guard values.indices.contains(next) else { return nil }
        guard let part = formatted(values[next], verb: character, flags: current) else { return nil }
        result += part
        next += 1
      } else {
        current.append(character)
        verb = current
        continue
      }
      verb = nil
    }
    return Text(result)
  }

  private func formatted(_ value: HCLValue, verb: Character, flags: String) -> String? {
    if flags.contains("[") || flags.contains("*") { return nil }
    var text: String
    switch verb {
    case "s", "v": text = value.isNull ? "null" : evaluator.text(value).raw
    case "q": return JSONText.encode(.text(evaluator.text(value), span)).raw
    case "d":
      guard let number = value.integer else { return evaluator.text(value).raw }
      text = "\(number)"
    case "f", "g", "e", "b", "o", "x", "X", "t":
      guard value.isKnown, flags.isEmpty, verb == "t" || verb == "g" else { return nil }
      text = evaluator.text(value).raw
    default: return nil
    }
    let digits = flags.drop { $0 == "-" || $0 == "+" || $0 == "0" || $0 == " " }
    let width = Int(digits).map { min(max($0, 0), 200) } ?? 0
    let missing = width - text.count
    guard missing > 0, !text.contains("${") else { return text }
    if flags.hasPrefix("-") { return text + String(repeating: " ", count: missing) }
    text = String(repeating: flags.hasPrefix("0") ? "0" : " ", count: missing) + text
    return text
  }
}
