/// Numbers names in the order in which they are entered, and finds their numbers again.
package struct NameTable: Sendable {
  private var numbers: [String: Int] = [:]

  package init() {}

  package mutating func reserveCapacity(_ count: Int) { numbers.reserveCapacity(count) }

  /// The number of a name; nil where it was not entered.
  package subscript(name: String) -> Int? { numbers[name] }

  /// Enters a name, which gets the next number where it has none yet.
  package mutating func enter(_ name: String) -> (number: Int, isNew: Bool) {
    if let number = numbers[name] { return (number, false) }
    let number = numbers.count
    numbers[name] = number
    return (number, true)
  }
}
