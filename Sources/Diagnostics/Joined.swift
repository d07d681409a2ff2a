extension [String] {
  /// The texts one after the other with a separator between them.
  ///
  /// The library's `joined` is generic over collections, and what it has to look up when it is first called takes as long
  /// as a twentieth of a small audit.
  package func joined(by separator: String) -> String {
    var text = ""
    text.reserveCapacity(reduce(0) { $0 + $1.utf8.count + separator.utf8.count })
    for index in indices {
      if index > 0 { text += separator }
      text += self[index]
    }
    return text
  }
}
