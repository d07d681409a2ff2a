import Analyses
import Infrastructure

/// Numbers and lists as sentences have them, without Foundation.
enum Phrase {
  /// A whole number with commas between its thousands.
  static func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var result = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result
  }

  /// Dollars with cents below ten and whole above.
  static func dollars(_ value: Double) -> String {
    guard value.isFinite, value >= 0, value < 1e12 else { return "$?" }
    if value >= 9.995 { return "$" + number(Int(value.rounded())) }
    let cents = Int((value * 100).rounded())
    return "$\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
  }

  /// Seconds as people say them.
  static func seconds(_ value: Int) -> String { "\(number(value)) s" }

  /// Names joined by commas and a last `and`.
  static func list(_ parts: [String]) -> String {
    guard let last = parts.last else { return "" }
    return parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last
  }
}
