extension Node {
  /// The truth value of a scalar, as JSON and YAML 1.2 write it, quoted or not.
  package var bool: Bool? {
    switch text {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  /// The whole number of a scalar, quoted or not.
  package var int: Int? { text.flatMap { Int($0) } }

  /// The number of a scalar, quoted or not.
  package var double: Double? { text.flatMap { Double($0) } }
}
