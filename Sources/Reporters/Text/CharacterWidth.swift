/// How many columns of a terminal characters take, and which of them must not reach one.
enum CharacterWidth {
  /// Blocks that are shown two columns wide, from Unicode's EastAsianWidth (W and F) and emoji blocks.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1FAFF, 0x20000...0x3FFFD,
  ]

  static func columns(of character: Character) -> Int {
    if character.isASCII { return 1 }
    var result = 0
    for scalar in character.unicodeScalars {
      let width =
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: 0
        default: wide.contains { $0.contains(scalar.value) } ? 2 : 1
        }
      result = max(result, width)
    }
    return result
  }

  /// Whether a character could move the cursor, change colours or turn the direction of writing.
  static func isUnsafe(_ character: Character) -> Bool {
    character.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  /// A text that is safe to print on one line.
  static func printable(_ text: String) -> String {
    guard text.contains(where: isUnsafe) else { return text }
    return String(text.map { isUnsafe($0) ? "\u{FFFD}" : $0 })
  }
}
