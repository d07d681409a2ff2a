/// Texts as drawings show them: short, and broken where they are long.
enum DrawnText {
  /// Characters on a line.
  private static let width = 26

  /// The first of several actions, and how many there are besides.
  static func actions(_ via: String) -> String {
    let parts = via.split(separator: ",").map { $0.drop { $0 == " " } }
    guard parts.count > 1, let first = parts.first, first.contains(":") else { return via }
    return "\(first) +\(parts.count - 1)"
  }

  /// A label with room on both sides, so that it doesn't touch the line that it belongs to.
  static func padded(_ label: String) -> String {
    label.split(separator: "\n").map { " \($0) " }.joined(separator: "\n")
  }

  /// A sentence on lines of about equal length.
  static func wrapped(_ sentence: String) -> String {
    var lines: [String] = []
    for word in sentence.split(separator: " ") {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A name, broken behind a sign or before a capital where it is long; one unknown as a whole goes without its braces.
  static func name(_ name: String) -> String {
    var rest = name[...]
    if name.hasPrefix("${"), name.hasSuffix("}"), !name.dropFirst(2).contains("$") {
      rest = name.dropFirst(2).dropLast()
    }
    var lines: [Substring] = []
    while rest.count > width {
      let line = rest.prefix(width)
      let place = line.indices.dropFirst(width / 2).last { canBreak(before: $0, in: rest) } ?? line.endIndex
      lines.append(rest[..<place])
      rest = rest[place...]
    }
    return (lines + [rest]).joined(separator: "\n")
  }

  private static func canBreak(before place: String.Index, in text: Substring) -> Bool {
    let (left, right) = (text[text.index(before: place)], text[place])
    return "-_./: ".contains(left) || right.isUppercase && left.isLowercase
  }
}
