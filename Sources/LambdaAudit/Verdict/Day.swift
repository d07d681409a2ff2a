/// A day of the calendar, as `YYYY-MM-DD`.
package struct Day: Sendable {
  package let text: String
  /// Days since 1970-01-01.
  let number: Int

  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
    guard let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else { return nil }
    guard (1...12).contains(month), (1...31).contains(day), year >= 1970 else { return nil }
    self.text = text
    // Years begin in March here, so that the leap day is a year's last.
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    number = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }
}

extension Day {
  /// The day that lies a number of days after 1970-01-01.
  init(number: Int) {
    self.number = number
    let sinceMarch = max(0, number) + 719_468
    let era = sinceMarch / 146_097
    let dayOfEra = sinceMarch % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let isNextYear = month >= 10
    let year = yearOfEra + era * 400 + (isNextYear ? 1 : 0)
    func part(_ number: Int) -> String { number < 10 ? "-0\(number)" : "-\(number)" }
    text = "\(year)" + part(isNextYear ? month - 9 : month + 3) + part(dayOfYear - (153 * month + 2) / 5 + 1)
  }
}
